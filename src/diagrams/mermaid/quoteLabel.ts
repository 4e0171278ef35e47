/** Quotes a flowchart label that contains characters with a meaning of their own. */

import type { DiagramEdit, DiagramFix, DiagramProblem } from '../../core/diagrams/engine.ts'
import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import { needsQuotesReason } from './hints.ts'

/** Opening and closing brackets of nodes, longest first, and the bars around an arrow's label. */
const shapes: readonly (readonly [opener: string, closer: string])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['{{', '}}'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['|', '|'],
]

/** Limits the time: maximum number of labels, and of candidates per label. */
const most = { labels: 20, guesses: 8 }

/** Maximum length of a line in which labels are looked for. */
const longestLine = 2000

/** Returns the first problem of a source; undefined if there is none. */
type Attempt = (source: string) => Promise<DiagramProblem | undefined>

/**
 * The fix for a label that needs quotes, and for any that follow; undefined for other problems, and if quotes do not
 * let the parser get further.
 */
export async function quoteLabels(
  source: string,
  problem: DiagramProblem,
  attempt: Attempt,
): Promise<DiagramFix | undefined> {
  const edits: DiagramEdit[] = []
  let text = source
  let next: DiagramProblem | undefined = problem
  let count = 0
  for (; next && count < most.labels; count++) {
    const quoted: Quoted | undefined = await quoteLabel(text, next, attempt)
    if (!quoted) break
    // All insertions so far are before this label.
    const shift = text.length - source.length
    for (const edit of quoted.edits) edits.push({ ...edit, start: edit.start - shift, end: edit.end - shift })
    text = quoted.text
    next = quoted.next
  }
  return count === 0 ? undefined : { title: count === 1 ? 'Quote the label' : `Quote these ${count} labels`, edits }
}

interface Quoted {
  readonly edits: readonly DiagramEdit[]
  readonly text: string
  readonly next: DiagramProblem | undefined
}

async function quoteLabel(
  source: string,
  { reason, start }: DiagramProblem,
  attempt: Attempt,
): Promise<Quoted | undefined> {
  if (!reason.endsWith(needsQuotesReason)) return undefined
  for (const label of labelsAround(source, start).slice(0, most.guesses)) {
    const edits = quotesAround(source, label)
    const text = edited(source, edits)
    const next = await attempt(text)
    if (!next || next.start > label.end + text.length - source.length) return { edits, text, next }
  }
  return undefined
}

interface Label {
  readonly start: number
  readonly end: number
}

/** Candidates for the label around an offset, most likely first. What follows decides where a label may end. */
function labelsAround(source: string, at: number): Label[] {
  const from = lineStart(source, at)
  const line = source.slice(from, lineEnd(source, at))
  if (line.length > longestLine) return []
  const found: Label[] = []
  for (let index = 0; index <= at - from; index++) {
    const shape = opensHere(line, index)
    if (!shape) continue
    const [opener, closer] = shape
    const start = index + opener.length
    for (let end = line.indexOf(closer, start); end >= 0; end = line.indexOf(closer, end + 1)) {
      if (from + end < at || !endsHere(line.slice(end + closer.length), closer)) continue
      found.push({ start: from + start, end: from + end })
    }
    index = start - 1
  }
  // The label that opens last is the innermost, and ends at the first possible place.
  return found
    .filter(({ start, end }) => start <= at && at <= end)
    .sort((one, other) => other.start - one.start || one.end - other.end)
}

/** The brackets that open a label here: directly after a name, or the bar after an arrow. */
function opensHere(line: string, index: number): readonly [string, string] | undefined {
  const shape = shapes.find(([opener]) => line.startsWith(opener, index))
  const before = line.slice(Math.max(0, index - 2), index)
  const isOpen = shape?.[0] === '|' ? /[-=.>xo]\s?$/.test(before) : /[\p{L}\p{N}_]$/u.test(before)
  return isOpen ? shape : undefined
}

/** Whether a label may end before the rest of its line: an arrow, another node, a class, or nothing. */
const endsHere = (rest: string, closer: string): boolean =>
  closer === '|' ? /^\s?[\p{L}\p{N}_]/u.test(rest) : /^\s*(?:$|;|&\s|:::|@|[xo<]?(?:--|==|-\.|~~~))/.test(rest)

function quotesAround(source: string, { start, end }: Label): DiagramEdit[] {
  const inner = Array.from(source.slice(start, end).matchAll(/"/g), ({ index }) => ({
    start: start + index,
    end: start + index + 1,
    newText: '#quot;',
  }))
  return [{ start, end: start, newText: '"' }, ...inner, { start: end, end, newText: '"' }]
}

function edited(source: string, edits: readonly DiagramEdit[]): string {
  const starts = [0, ...edits.map(({ end }) => end)]
  const parts = edits.map(({ start, newText }, index) => source.slice(starts[index], start) + newText)
  return parts.join('') + source.slice(starts.at(-1))
}
