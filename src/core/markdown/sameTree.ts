/**
 * Determines whether a faster parser's tree is certain to be the same as micromark's, so that it can be used instead.
 */

import type { Nodes, Root, Text } from 'mdast'

/**
 * Whether a text contains only what fast parsers are known to parse like micromark. They differ on NUL, on whether
 * U+FEFF and U+0085 are whitespace, on delimiters next to emoji, on the content of footnotes, and on lines that could
 * be either a list item or the delimiter row of a table. Parsers that work on bytes lose lone surrogates.
 */
export const isOrdinary = (text: string): boolean =>
  text.length <= longest && !odd.test(text) && text.split('_').length <= mostUnderscores

const odd =
  /[\0\uFEFF\u0085\p{Surrogate}]|\[\^|[*_~][\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_~]|(?:^|[\r\n])[ \t>]*[-+*][ \t][ \t]?[|:-]/u
/** In UTF-16 units. Longer texts are rare and malicious. */
const longest = 60_000
/** Fast parsers take quadratic time for underscores between letters. */
const mostUnderscores = 2_000

/**
 * Whether a faster parser's tree is certain to be the one that micromark and its extensions produce. Anything known to
 * be parsed or positioned differently is left to micromark; when in doubt, returns false.
 *
 * @param root with positions
 * @param text for which `isOrdinary` holds
 */
export function isSameTree(root: Root, text: string): boolean {
  let hasAddress = false
  let hasBracket = false
  let endsAtLine = false
  let hasOpening = false
  let hasTilde = false
  let hasDeleted = false
  // Iterative, since malicious input may be deeply nested.
  const pending: Place[] = [{ node: root, depth: 0, isLink: false }]
  for (let place = pending.pop(); place; place = pending.pop()) {
    const { node, depth } = place
    if (!isAlike(place, text)) return false
    if (node.type === 'link' && isBare(node, text)) hasAddress = true
    if (node.type === 'text') {
      if (node.value.includes('[')) hasBracket = true
      if (/[`<[]/.test(node.value)) hasOpening = true
      if (node.value.includes('~')) hasTilde = true
    }
    if (depth > 0 && isTextOrBreak(node) && node.position?.end.column === 1) endsAtLine = true
    // After an unmatched bracket, micromark finds autolinks only in the finished tree, without positions.
    if (hasAddress && hasBracket) return false
    if (node.type === 'delete') hasDeleted = true
    if (hasTilde && hasDeleted) return false
    // micromark looks for the end of code, HTML or links on later lines, which changes where text before a line ends.
    if (endsAtLine && hasOpening) return false
    if (!('children' in node)) continue
    if (containers.has(node.type) && node.children.some(({ type }) => type === 'html')) return false
    const inside = depth + (containers.has(node.type) ? 1 : 0)
    if (inside > deepest) return false
    const isLink = place.isLink || node.type === 'link' || node.type === 'linkReference'
    for (const child of node.children) pending.push({ node: child, depth: inside, isLink })
  }
  return true
}

interface Place {
  readonly node: Nodes
  /** Number of containers around it. */
  readonly depth: number
  readonly isLink: boolean
}

const containers: ReadonlySet<string> = new Set(['blockquote', 'listItem'])
/** Below micromark's own limit (`syntaxLimits.ts`), which may take effect at a smaller depth in the tree. */
const deepest = 8

function isAlike(place: Place, text: string): boolean {
  const { node, depth } = place
  switch (node.type) {
    case 'text':
      return isAlikeText(place, wordsOf(node, text)) && !endsBeforeIndent(place, text)
    case 'break':
      return !endsBeforeIndent(place, text)
    case 'html':
      return depth === 0 || !/[\r\n]/.test(node.value)
    case 'code':
      return depth === 0 ? isFenced(node, text) : isClosed(node, text)
    case 'definition':
    case 'linkReference':
    case 'imageReference':
      return !blankOfOthers.test(node.label ?? '')
    case 'tableRow':
      // A tag on its own line ends a table for micromark.
      return text.charAt(startOf(node)) !== '<'
    case 'listItem':
      return !isBoxBeforeMark(node)
    case 'blockquote':
      // Parsers disagree on where a nested blockquote ends if its last lines are empty.
      return depth === 0 || node.children.at(-1)?.position?.end.offset === endOf(node)
    case 'link':
      return !isBare(node, text) || isPlainAddress(node, text)
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return endOf(node) - startOf(node) <= longestParagraph
    default:
      return true
  }
}

/** In very long paragraphs micromark stops trying constructs (`syntaxLimits.ts`), and each word can be a try. */
const longestParagraph = 2_500

const isAlikeText = ({ isLink }: Place, words: string): boolean => !loose.test(words) && (isLink || !unread.test(words))

/** The value of a text node, with the whitespace before it, if any. */
const wordsOf = (node: Text, text: string): string =>
  /\s/.test(text.charAt(startOf(node) - 1) || ' ') ? ` ${node.value}` : node.value

/** What micromark's extensions turn into autolinks in the finished tree, except inside links. */
const unread = /(?<![\s(,])@|www\.|https?:/i

/**
 * Unmatched delimiters: hardly any two parsers have the same rules for pairing them. `3 * 4` contains none, and `~30`
 * could only be an opening one.
 */
const loose = /(?<!\s)\*|\*(?!\s)|(?<![\s(])~|~(?!\d)|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u

/** Whitespace that does not count as such at the ends of a label. */
const blankOfOthers = /[^\S \t\r\n]/

/** Parsers differ in which node excludes the indentation of a continuation line. */
const endsBeforeIndent = ({ node, depth }: Place, text: string): boolean =>
  depth === 0 && node.position?.end.column === 1 && /^[ \t]/.test(text.charAt(endOf(node)))

const isTextOrBreak = ({ type }: Nodes): boolean => type === 'text' || type === 'break'

const isFenced = (node: Nodes, text: string): boolean => {
  const code = text.charCodeAt(startOf(node))
  return code === 96 || code === 126
}

/** In a container, unclosed code ends at a different offset. */
function isClosed(node: Nodes, text: string): boolean {
  if (!isFenced(node, text)) return false
  const source = text.slice(startOf(node), endOf(node))
  const lastLine = source.slice(Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1)
  return lastLine.length < source.length && /(?:^|[ \t>])(?:```+|~~~+)[ \t]*$/.test(lastLine)
}

/** Whether an item has a task box that is followed by something other than plain text on the same line. */
function isBoxBeforeMark(item: Extract<Nodes, { type: 'listItem' }>): boolean {
  const [first] = item.children
  if (typeof item.checked !== 'boolean') return false
  return (
    first?.type !== 'paragraph' ||
    first.children[0]?.type !== 'text' ||
    first.position?.start.line !== item.position?.start.line
  )
}

/** Whether a link is a bare URL. */
function isBare(node: Nodes, text: string): boolean {
  const code = text.charCodeAt(startOf(node))
  return code !== 91 && code !== 60
}

/** Whether micromark finds the address while tokenising, not only in the finished tree or after splitting cells. */
const isPlainAddress = (node: Extract<Nodes, { type: 'link' }>, text: string): boolean =>
  isPlainHost(/^https?:\/\/([a-z0-9.-]+)(?:[/:?#]|$)/i.exec(node.url)?.[1] ?? '') &&
  /^[\s(*_~]?$/.test(text.charAt(startOf(node) - 1)) &&
  !text.slice(startOf(node), endOf(node) + 1).includes('|')

const isPlainHost = (host: string): boolean =>
  host.includes('.') && host.split('.').every((name) => /^[a-z0-9]/i.test(name))

const startOf = ({ position }: Nodes): number => position?.start.offset ?? 0
const endOf = ({ position }: Nodes): number => position?.end.offset ?? 0
