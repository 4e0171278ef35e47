/** Tells whether a quicker parser surely reads a text as micromark does, so that its tree can stand in for micromark's. */

import type { Nodes, Root, Text } from 'mdast'

/**
 * Whether a text is one that quick parsers are known to read alike. Half a surrogate pair is lost on the way to a parser that works on
 * bytes; NUL is replaced, or not; whether two odd characters are blanks, whether a mark beside an emoji stands at a word, what a
 * footnote may hold, and whether a line is an item or the second of a table, is understood in two ways.
 */
export const isOrdinary = (text: string): boolean =>
  text.length <= longest && !odd.test(text) && text.split('_').length <= mostUnderscores

const odd =
  /[\0\uFEFF\u0085\p{Surrogate}]|\[\^|[*_~][\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_~]|(?:^|[\r\n])[ \t>]*[-+*][ \t][ \t]?[|:-]/u
/** Longer ones are rare and hostile. */
const longest = 60_000
/** Between letters they take quick parsers time that grows with their square. */
const mostUnderscores = 2_000

/**
 * Whether the tree that a quicker parser made of a text is surely the one that micromark and its extensions make of it. What they are
 * known to read in other ways, or to place elsewhere, is left to them: rather once too often than once too little.
 *
 * @param root with positions
 * @param text an ordinary one
 */
export function isSameTree(root: Root, text: string): boolean {
  let hasAddress = false
  let hasBracket = false
  let endsAtLine = false
  let hasOpening = false
  let hasTilde = false
  let hasDeleted = false
  // A list of its own instead of recursion: hostile nesting is deep.
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
    // Behind a bracket that is still open, micromark finds addresses only in the finished tree, and gives them no place.
    if (hasAddress && hasBracket) return false
    if (node.type === 'delete') hasDeleted = true
    if (hasTilde && hasDeleted) return false
    // Code, HTML or a link that does not end was looked for on the next lines, which changes where the text before a line ends.
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
  /** How many containers it stands in. */
  readonly depth: number
  readonly isLink: boolean
}

const containers: ReadonlySet<string> = new Set(['blockquote', 'listItem'])
/** Beyond, micromark reads no containers (`syntaxLimits.ts`), which may be less deep in the tree. */
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
    case 'listItem':
      return !isBoxBeforeMark(node)
    case 'blockquote':
      // Where one inside of another ends that has nothing in its last lines is understood in two ways.
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

/** micromark gives up on marks where a paragraph has very many (`syntaxLimits.ts`), and words count among them. */
const longestParagraph = 2_500

const isAlikeText = ({ isLink }: Place, words: string): boolean => !loose.test(words) && (isLink || !unread.test(words))

/** The words of a text, with the blank before them where there is one. */
const wordsOf = (node: Text, text: string): string =>
  /\s/.test(text.charAt(startOf(node) - 1) || ' ') ? ` ${node.value}` : node.value

/** What micromark's extensions make addresses of in the finished tree, where they find them, but not in a link. */
const unread = /(?<![\s(,])@|www\.|https?:/i

/**
 * Marks that found no other: which of several finds one is a matter of rules that hardly two parsers have in common. `3 * 4` is none,
 * and `~30` could only be the first of two.
 */
const loose = /(?<!\s)\*|\*(?!\s)|(?<![\s(])~|~(?!\d)|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u

/** Blanks that are none at the ends of a label. */
const blankOfOthers = /[^\S \t\r\n]/

/** Blanks at the begin of a line that belongs to a paragraph above are left out in different places. */
const endsBeforeIndent = ({ node, depth }: Place, text: string): boolean =>
  depth === 0 && node.position?.end.column === 1 && /^[ \t]/.test(text.charAt(endOf(node)))

const isTextOrBreak = ({ type }: Nodes): boolean => type === 'text' || type === 'break'

const isFenced = (node: Nodes, text: string): boolean => {
  const code = text.charCodeAt(startOf(node))
  return code === 96 || code === 126
}

/** Code without its last fence ends at another place in a container. */
function isClosed(node: Nodes, text: string): boolean {
  if (!isFenced(node, text)) return false
  const source = text.slice(startOf(node), endOf(node))
  const lastLine = source.slice(Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1)
  return lastLine.length < source.length && /(?:^|[ \t>])(?:```+|~~~+)[ \t]*$/.test(lastLine)
}

/** A box to tick before what is no plain text, or stands on the next line. */
function isBoxBeforeMark(item: Extract<Nodes, { type: 'listItem' }>): boolean {
  const [first] = item.children
  if (typeof item.checked !== 'boolean') return false
  return (
    first?.type !== 'paragraph' ||
    first.children[0]?.type !== 'text' ||
    first.position?.start.line !== item.position?.start.line
  )
}

/** Whether a link is an address as such. */
function isBare(node: Nodes, text: string): boolean {
  const code = text.charCodeAt(startOf(node))
  return code !== 91 && code !== 60
}

/** Whether micromark sees the address at once, before it asks what the finished tree has of them or where a cell ends. */
const isPlainAddress = (node: Extract<Nodes, { type: 'link' }>, text: string): boolean =>
  isPlainHost(/^https?:\/\/([a-z0-9.-]+)(?:[/:?#]|$)/i.exec(node.url)?.[1] ?? '') &&
  /^[\s(*_~]?$/.test(text.charAt(startOf(node) - 1)) &&
  !text.slice(startOf(node), endOf(node) + 1).includes('|')

const isPlainHost = (host: string): boolean =>
  host.includes('.') && host.split('.').every((name) => /^[a-z0-9]/i.test(name))

const startOf = ({ position }: Nodes): number => position?.start.offset ?? 0
const endOf = ({ position }: Nodes): number => position?.end.offset ?? 0
