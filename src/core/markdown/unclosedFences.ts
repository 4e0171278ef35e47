/** Finds fences that nobody closed, and where the author meant them to end. */
import { firstIndex } from '../data/firstIndex.ts'
import { type FenceLine, type FenceLines, readFenceLines } from './fenceLines.ts'

/**
 * Where text goes on that a fence without an end would swallow: UTF-16 offsets in order, each the start of a heading or of a sentence.
 * Markdown has such a fence go on to the end of the text, or to the line that closes the next fence. In time linear to the text.
 *
 * A fence is not closed where no line closes it, where a heading and a line that opens another one come before that which does, and where
 * the count of fences is odd and a heading stands in the first.
 */
export function endsOfUnclosed(text: string): readonly number[] {
  if (!/`{3}|~{3}/.test(text) || isPlain(text)) return []
  const lines = readFenceLines(text)
  if (lines.marks.length === 0) return []
  const best = pairUp(lines, { mendsNested: true })
  if (!best) return []
  // What shows Markdown with a fence in it has one that closes too much.
  const isNested = best.ends.length > 0 && best.left && !best.left.info
  const read = isNested ? pairUp(lines, {}) : best
  if (!read?.suspect || (read.ends.length === 0 && !read.left)) return read?.ends ?? []
  const other = pairUp(lines, { mendsNested: true, blamed: read.suspect })
  return other && !other.left && other.ends.length === 1 ? other.ends : read.ends
}

/** Whether each fence begins its line and has one that closes it: in most texts, and told much faster than line by line. */
function isPlain(text: string): boolean {
  let open: string | undefined
  for (const [line, lead = '', sign = ''] of text.matchAll(anyFenceLine)) {
    const isBare = line.slice(sign.length).trim() === ''
    if (lead !== '' || (open && !(isBare && sign.startsWith(open)))) return false
    open = open ? undefined : sign
  }
  return !open
}

/** What may open or close a fence, with what stands before it. */
const anyFenceLine = /^([ \t>]{0,12}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,4})(`{3,}|~{3,})[^\r\n]*/gm

interface Pairs {
  readonly ends: number[]
  /** The last fence that no line closes. */
  readonly left?: FenceLine
  /** The first fence with a heading in it that a line closes, if only the one that was to open the next. */
  readonly suspect?: FenceLine
}

/** @returns undefined where so much would have to be tried that nobody wrote it so */
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

/** By the index of a mark the widest line of each sign after it that can close a fence. */
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

/** Whether a line that begins with `# ` is no comment in it. */
const hasNoHashes = ({ info }: FenceLine): boolean =>
  /^\{?\.?(?:mermaid|json|js|ts|javascript|typescript|go|java|kotlin|rust|sql|http|html|xml|dot|proto|protobuf)\b/i.test(
    info,
  )

/** Headings and fences in it belong to what it shows. */
const showsMarkdown = ({ info }: FenceLine): boolean => /^\{?\.?(?:md|mdx|markdown|rst)\b/i.test(info)
