/** Finds fences that the author forgot to close, and where they were meant to end. */
import { firstIndex } from '../data/firstIndex.ts'
import { lineEnd } from '../text/lineBounds.ts'
import { type FenceLine, type FenceLines, readFenceLines } from './fenceLines.ts'

/**
 * Where text resumes that an unclosed fence would swallow: UTF-16 offsets in order, each at the start of a heading or
 * sentence. In Markdown, such a fence continues to the end of the text, or to the line that closes the next fence.
 * Takes linear time.
 *
 * A fence counts as unclosed if no line closes it; if a heading and the opening line of another fence precede the line
 * that closes it; or if the number of fences is odd and a heading is in the first of them.
 */
export function endsOfUnclosed(text: string): readonly number[] {
  if (!/`{3}|~{3}/.test(text) || isPlain(text)) return []
  const lines = readFenceLines(text)
  if (lines.marks.length === 0) return []
  const best = pairUp(lines, { mendsNested: true })
  if (!best) return []
  // A text that shows Markdown with a fence in it has one closing line too many.
  const isNested = best.ends.length > 0 && best.left && !best.left.info
  const read = isNested ? pairUp(lines, {}) : best
  if (!read?.suspect || (read.ends.length === 0 && !read.left)) return read?.ends ?? []
  const other = pairUp(lines, { mendsNested: true, blamed: read.suspect })
  return other && !other.left && other.ends.length === 1 ? other.ends : read.ends
}

/** Whether every fence is unindented and closed, as in most texts. Much faster than going line by line. */
function isPlain(text: string): boolean {
  let open: string | undefined
  for (const { 0: sign, index } of text.matchAll(/`{3,}|~{3,}/g)) {
    const lead = leadOf(text, index)
    if (lead === undefined) continue
    const isBare = text.slice(index + sign.length, lineEnd(text, index)).trim() === ''
    if (lead !== '' || (open && !(isBare && sign.startsWith(open)))) return false
    open = open ? undefined : sign
  }
  return !open
}

/** What precedes a run of backticks or tildes in its line; undefined if it is something that cannot precede a fence. */
function leadOf(text: string, at: number): string | undefined {
  const from = Math.max(0, at - longestLead - 1)
  const before = text.slice(from, at)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  const lead = before.slice(start)
  return (start > 0 || from === 0) && anyLead.test(lead) ? lead : undefined
}

/** The indentation, quote marks and list marker before a fence, and the most UTF-16 units that they take. */
const anyLead = /^[ \t>]{0,12}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,4}$/
const longestLead = 12 + 10 + 4

interface Pairs {
  readonly ends: number[]
  /** The last fence that no line closes. */
  readonly left?: FenceLine
  /** The first closed fence with a heading in it; the line that closes it may be meant to open the next one. */
  readonly suspect?: FenceLine
}

/** @returns undefined if too many combinations would have to be tried for a text written by hand */
function pairUp(
  { marks, headings, titles, resumes }: FenceLines,
  { mendsNested = false, blamed }: { readonly mendsNested?: boolean; readonly blamed?: FenceLine },
): Pairs | undefined {
  const ends: number[] = []
  const widest = widestAfter(marks)
  let left: FenceLine | undefined
  let suspect: FenceLine | undefined
  let steps = 20 * marks.length + 100
  for (let at = 0; at < marks.length; ) {
    const opener = marks[at]
    if (!opener?.opens) {
      at++
      continue
    }
    const isMendable = opener.isSure && !showsMarkdown(opener)
    const heading = isMendable
      ? Math.min(after(headings, opener.at), hasNoHashes(opener) ? after(titles, opener.at) : never)
      : never
    const isOpen = (widest[at]?.[opener.sign] ?? 0) < opener.width
    let closer = at + 1
    let isNested = opener === blamed
    while (!isOpen && !isNested && closer < marks.length) {
      const mark = marks[closer]
      if (!mark || steps-- < 0) return undefined
      if (closes(opener, mark)) break
      isNested = mendsNested && heading < mark.at && mark.sign === opener.sign && mark.info !== ''
      closer++
    }
    if (!isOpen && !isNested) {
      if (heading < (marks[closer]?.at ?? 0)) suspect ??= opener
      at = closer + 1
      continue
    }
    if (isOpen) left = opener
    if (heading === never) break
    const end = Math.min(heading, after(resumes, opener.at))
    ends.push(end)
    at = firstIndex(marks, (mark) => mark.at >= end)
  }
  return { ends, ...(left && { left }), ...(suspect && { suspect }) }
}

const never = Number.POSITIVE_INFINITY

const after = (offsets: readonly number[], at: number): number =>
  offsets[firstIndex(offsets, (offset) => offset > at)] ?? never

const closes = ({ sign, width }: FenceLine, mark: FenceLine): boolean =>
  mark.sign === sign && mark.width >= width && !mark.info && !mark.isInItem

/** For each mark, by index, the longest closing line of each character after it. */
function widestAfter(marks: readonly FenceLine[]): readonly Readonly<Record<FenceLine['sign'], number>>[] {
  let widest = { '`': 0, '~': 0 }
  return marks
    .toReversed()
    .map(({ sign, width, info, isInItem }) => {
      const before = widest
      if (!info && !isInItem && width > widest[sign]) widest = { ...widest, [sign]: width }
      return before
    })
    .reverse()
}

/** Whether a line that starts with `# ` cannot be a comment in the language of a fence. */
const hasNoHashes = ({ info }: FenceLine): boolean =>
  /^\{?\.?(?:mermaid|json|js|ts|javascript|typescript|go|java|kotlin|rust|sql|http|html|xml|dot|proto|protobuf)\b/i.test(
    info,
  )

/** Whether headings and fences in it belong to its content. */
const showsMarkdown = ({ info }: FenceLine): boolean => /^\{?\.?(?:md|mdx|markdown|rst)\b/i.test(info)
