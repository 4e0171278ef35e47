/** Finds placeholders within the paragraphs of a template without our syntax. */

import type { Html, Nodes, PhrasingContent } from 'mdast'
import { addAll } from '../../data/longLists.ts'
import type { DocumentModel } from '../../document/document.ts'
import type { Range } from '../../text/range.ts'
import { filler } from './choices.ts'

/** Types of inline nodes whose text is not the template's prose. */
const masked = new Set<Nodes['type']>([
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
])

/** The source of a paragraph, heading or cell, with everything but prose masked by `filler`; has the same length. */
export function maskInline(
  { text, rangeOf }: DocumentModel,
  node: { readonly children: readonly PhrasingContent[] } & Nodes,
): string {
  const { start, end } = rangeOf(node)
  let result = ''
  let at = start
  const pending: PhrasingContent[] = node.children.toReversed()
  for (let child = pending.pop(); child; child = pending.pop()) {
    if (masked.has(child.type) || (child.type === 'html' && !isAngle(child))) {
      const range = rangeOf(child)
      if (range.start < at) continue
      result += text.slice(at, range.start) + filler.repeat(range.end - range.start)
      at = range.end
    } else if ('children' in child) addAll(pending, child.children.toReversed())
  }
  return result + text.slice(at, end)
}

/** Placeholders anywhere in a text: unfinished marks, and dates and numbers without digits. */
const conventions: readonly RegExp[] = [
  /<<\[\/?UNRESOLVED[^\]\n]{0,100}\]>>/g,
  /(?<![\w`'/.-])(?:TODO|TBD|TBC|TKTK|FIXME)(?![\w'/-])/g,
  /(?<![\w-])(?:YYYY-MM-DD|yyyy-mm-dd)(?![\w-])/g,
  /(?<![A-Za-z0-9])(?:N{3,5}|X{3,5})(?![A-Za-z0-9])/g,
  /\((?:fill|enter|insert|replace|describe|e\.g\.)[^()\r\n]{3,200}\)/g,
]

/** Find the placeholders in a masked text, in order; none is inside another. */
export function findInline(source: string): readonly Range[] {
  const found = [
    ...conventions.flatMap((pattern) =>
      Array.from(source.matchAll(pattern), ({ index, 0: whole }) => ({ start: index, end: index + whole.length })),
    ),
    ...brackets(source).filter((range) => isPlaceholder(source, range)),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((range) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}

const maxLength = 800
const closers: Readonly<Record<string, string>> = { '}': '{', ']': '[', '>': '<' }

/** Pairs of matching brackets, found in one pass. */
function brackets(source: string): readonly Range[] {
  const open: Record<string, number[]> = { '{': [], '[': [], '<': [] }
  const pairs: Range[] = []
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    const stack = open[closers[char] ?? '']
    const start = stack?.pop()
    if (start !== undefined && i - start < maxLength) pairs.push({ start, end: i + 1 })
    else open[char]?.push(i)
  }
  return pairs
}

function isPlaceholder(source: string, { start, end }: Range): boolean {
  const inner = source.slice(start + 1, end - 1)
  const before = source.charAt(start - 1)
  const after = source.charAt(end)
  if (!/^[\p{L}\p{N}#{*_"'…(+$-]/u.test(inner) || !/\p{L}|…|\.{3}|#/u.test(inner) || before === '\\') return false
  const open = source[start]
  if (open === '[') {
    // A single letter is a task box or a footnote, `[RFC 2119]` a reference.
    if (/^[a-z]$/.test(inner) || /^[A-Z]{2,6}[ -]?\d+$/.test(inner)) return false
    return !/[\w\]!]/.test(before) && !/[([]/.test(after)
  }
  if (open === '{') return !/[\w$/]/.test(before) && after !== '/'
  return !/:\/\/|@/.test(inner) && /^[\p{L}#]/u.test(inner) && !elements.test(inner)
}

const elements =
  /^\/?(?:a|abbr|address|article|aside|audio|b|blockquote|br|button|center|cite|code|col|dd|del|details|div|dl|dt|em|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|li|main|mark|nav|object|ol|option|p|picture|pre|q|s|samp|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|text|tfoot|th|thead|tr|tt|u|ul|var|video)(?![\w-])/i

/** Whether HTML is a placeholder in angle brackets: `<your name>`. */
export const isAngle = ({ value }: Html): boolean =>
  /^<\p{L}[^<>=]{0,300}>$/u.test(value.trim()) && !elements.test(value.trim().slice(1))
