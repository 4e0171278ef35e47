/** Finds where a text can be cut so that its slices can be parsed one by one. */

import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { costOfBlankLine, costOfBlock, costOfCode, costOfLine, costOfPart, costOfRow, markerWidth } from './cost.ts'
import { frontmatterEnd } from './markdown.ts'
import { type Cuts, type CutText, joined, shareCuts } from './sharedCuts.ts'

/** Cost above which a part without headings is cut at the next certain start of a block. */
const enough = 8_000
/**
 * Cost above which a block is cut into two blocks: nobody reads it as one, and its cost is quadratic. Corpus: at most
 * 33,000, for a list of 270 long items. A table reaches the limit at about 370 rows; the rows after that are no longer
 * a table.
 */
const tooMuch = 37_000

/** A fence or HTML block whose end has not been found yet. */
interface OpenBlock {
  readonly start: number
  /** The cost of what precedes it, since the last cut. */
  readonly before: number
  /** Whether it certainly is one: if indented, it may belong to a list and end with it. */
  readonly isSure: boolean
  closes(line: string): boolean
}

/**
 * Find where to cut a text: at headings; long parts without headings at paragraphs or, as a last resort, at any line.
 *
 * @param earlier a similar text: its cuts save reading what both share, and have no influence on the result
 */
export function findCuts(text: string, earlier?: CutText): Cuts {
  const shared = earlier && shareCuts(earlier, text)
  const { at, costs, isAfterBlank, from, costOfStart } = startOf(text, shared?.above)
  let last = at.at(-1) ?? 0
  let cost = costOfStart
  /** Lines since the first list or blockquote; the parser inserts each of them into what it has collected so far. */
  let contained = 0
  let underlines = 0
  let wasBlank = isAfterBlank.at(-1) ?? false
  let block: OpenBlock | undefined
  /** @param before cost of everything since the last cut, up to this one */
  const cut = (place: number, before = cost, isHeading = false): boolean => {
    if (place <= last || isLikeFront(text, place)) return false
    at.push(place)
    costs.push(before)
    isAfterBlank.push(isHeading ? wasBlank : undefined)
    last = place
    cost = cost - before + costOfPart
    contained = 0
    underlines = 0
    return true
  }
  /** Puts a long verbatim block into a slice of its own, which then needs no parsing. */
  const close = ({ start, before, isSure }: OpenBlock, end: number) => {
    if (isSure && cost - before > enough) {
      cut(start, before)
      cut(end)
    }
    block = undefined
  }

  for (let start = from, next = from; start < text.length; start = next) {
    const end = lineEnd(text, start)
    next = nextLine(text, end)
    if (block) {
      if (!block.isSure && cost > tooMuch) cut(start)
      cost += costOfCode(end - start)
      if (block.closes(text.slice(start, end))) close(block, next)
      wasBlank = false
      continue
    }
    const line = lineAt(text, start, end)
    const below = line.isHeading && cut(start, cost, true) ? shared?.below(start, wasBlank) : undefined
    if (below) return joined({ at, costs, isAfterBlank }, below)
    const own = line.isBlank ? costOfBlankLine : costOfLine(text, start, end) + (line.isRow ? costOfRow : 0)
    const opened = line.isBlank ? undefined : openBlock(text, start, end)
    const isLong = own > tooMuch
    if (isLong || (wasBlank && line.isSure && cost > enough) || isTooMuch(cost, line)) cut(start)
    if (opened) block = { ...opened, start, before: cost }
    if (line.isContainer || contained > 0) contained++
    if (line.isUnderline) underlines++
    const begins = wasBlank && !line.isBlank ? costOfBlock : 0
    cost += own + begins + 0.04 * contained + (line.isUnderline ? 12 + 0.15 * underlines : 0)
    if (isLong && !block) cut(next)
    wasBlank = line.isBlank ?? false
  }
  if (block) close(block, text.length)
  cut(text.length)
  return { at, costs, isAfterBlank }
}

/** A slice that starts with `---` would be parsed as front matter. */
const isLikeFront = (text: string, place: number): boolean => text.startsWith('---', place)

/** The cuts with which the search begins, where it does, and what the text since the last one of them costs. */
function startOf(text: string, above?: Cuts) {
  if (above) {
    const { at, costs, isAfterBlank } = above
    return {
      at: [...at],
      costs: [...costs],
      isAfterBlank: [...isAfterBlank],
      from: at.at(-1) ?? 0,
      costOfStart: costOfPart,
    }
  }
  const end = frontmatterEnd(text)
  const cost = costOfFront(text.slice(0, end))
  const from = cost > enough ? nextLine(text, lineEnd(text, end)) : end
  return from > end && !isLikeFront(text, from)
    ? { at: [0, from], costs: [cost], isAfterBlank: [undefined, undefined], from, costOfStart: costOfPart }
    : { at: [0], costs: [], isAfterBlank: [undefined], from, costOfStart: cost }
}

const costOfFront = (yaml: string): number =>
  yaml.split(/\r\n?|\n/).reduce((sum, { length }) => sum + costOfCode(length), 0)

/** Properties of a line that matter for cutting. */
interface LineKind {
  readonly isBlank?: boolean
  readonly isHeading?: boolean
  readonly isContainer?: boolean
  readonly isUnderline?: boolean
  readonly isRow?: boolean
  /** Whether it always starts a block after a blank line: it neither continues a list nor adds an item to one. */
  readonly isSure?: boolean
  /** Whether it starts with whitespace: it may belong to the block above. */
  readonly isIndented?: boolean
}

const blank: LineKind = { isBlank: true }

function lineAt(text: string, start: number, end: number): LineKind {
  let at = start
  while (at < end && isSpace(text.charCodeAt(at))) at++
  if (at === end) return blank
  const code = text.charCodeAt(at)
  const isIndented = at > start
  if (markerWidth(text, at) > 0) {
    const isUnderline = code === 45 && at + 1 === end
    return { isContainer: true, isIndented, isUnderline, isSure: !isIndented && (code === 62 || code === 91) }
  }
  if (code === 45 || code === 61)
    return { isIndented, isUnderline: isUnderline(text, at, end), isSure: !isIndented && code === 61 }
  // The parser drops a byte order mark at the start of a text; a digit may belong to a list.
  const isSure = !isIndented && code !== 0xfeff && !(code >= 48 && code <= 57) && code !== 43
  if (code !== 35) return { isIndented, isRow: code === 124, isSure }
  return { isIndented, isSure, isHeading: !isIndented && isHeading(text, start, end) }
}

const isSpace = (code: number): boolean => code === 32 || code === 9

function isHeading(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && text.charCodeAt(at) === 35) at++
  return at - start <= 6 && (at === end || isSpace(text.charCodeAt(at)))
}

function isUnderline(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  let at = start
  while (at < end && text.charCodeAt(at) === code) at++
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at === end
}

/** Whether to cut before a line inside a block. Cutting at indented or blank lines is delayed for a better place. */
const isTooMuch = (cost: number, { isIndented = false, isBlank = false }: LineKind): boolean =>
  cost > (isIndented || isBlank ? 1.2 * tooMuch : tooMuch)

/** The fence or HTML block that a line opens but does not close. */
export function openBlock(text: string, start: number, end: number): Pick<OpenBlock, 'isSure' | 'closes'> | undefined {
  let at = start
  while (at < start + 3 && text.charCodeAt(at) === 32) at++
  const code = text.charCodeAt(at)
  const isSure = at === start
  if (code === 60) {
    const line = text.slice(at, end)
    const endMark = htmlEnds.find(([begin]) => begin.test(line))?.[1]
    return endMark && !endMark.test(line) ? { isSure, closes: (other) => endMark.test(other) } : undefined
  }
  if (code !== 96 && code !== 126) return undefined
  const line = text.slice(at, end)
  const marker = fence.exec(line)?.[0] ?? ''
  if (!marker || (code === 96 && line.includes('`', marker.length))) return undefined
  return {
    isSure,
    closes(other) {
      const [whole = ''] = closing.exec(other) ?? []
      const closer = whole.trimStart()
      return closer.charCodeAt(0) === code && closer.length >= marker.length && !other.slice(whole.length).trim()
    },
  }
}

const fence = /^(?:`{3,}|~{3,})/
const closing = /^ {0,3}(?:`{3,}|~{3,})/

/** CommonMark 0.31 section 4.6: start and end conditions of HTML blocks 1 to 5. The other kinds end at a blank line. */
export const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
]
