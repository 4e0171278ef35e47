/** Finds the place of a mistake for which mermaid reports none. */

import { quotedIn } from './inside/messages.ts'
import { findUnclosedBlocks } from './unclosed.ts'

/** Parses a part of a diagram; resolves to the error message, or undefined if there is none. */
export type Attempt = (text: string) => Promise<string | undefined>

/** Time limit of the search for a line, in milliseconds. After that, the best guess so far is used. */
const budget = 300

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The lines that are not blank, trimmed. */
const filledLines = (text: string): Line[] => {
  const lines: Line[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset + line.length - line.trimStart().length
    if (line.trim()) lines.push({ start, end: start + line.trim().length, text: line.trim() })
    offset += line.length + 1
  }
  return lines
}

/** The diagram up to an offset, with all open blocks closed. */
const beginningOf = (text: string, end: number, kind: string | undefined): string => {
  const beginning = text.slice(0, end)
  return [beginning, ...findUnclosedBlocks(beginning, kind).map(({ closer }) => closer)].join('\n')
}

/**
 * The place that a message without a position refers to. The shortest beginning of the diagram with the same mistake
 * ends on that line. Lines with a word from the message are tried first, then all lines.
 */
export const findCulprit = async (
  text: string,
  kind: string | undefined,
  message: string,
  attempt: Attempt,
): Promise<{ start: number; end: number }> => {
  const lines = filledLines(text)
  const words = quotedIn(message)
  const told = lines.filter((line) => words.some((word) => line.text.includes(word)))
  const deadline = Date.now() + budget
  const search = async (candidates: readonly Line[]): Promise<Line | undefined> => {
    let low = 0
    let high = candidates.length
    while (low < high && Date.now() < deadline) {
      const middle = (low + high) >> 1
      const beginning = beginningOf(text, candidates[middle]?.end ?? 0, kind)
      if ((await attempt(beginning)) === message) high = middle
      else low = middle + 1
    }
    return low === high ? candidates[low] : undefined
  }
  const line = (await search(told)) ?? (await search(lines)) ?? told.at(-1) ?? lines.at(-1)
  if (!line) return { start: 0, end: 0 }
  const word = words.find((told) => line.text.includes(told))
  if (!word || word.length < 2) return { start: line.start, end: line.end }
  const start = line.start + line.text.lastIndexOf(word)
  return { start, end: start + word.length }
}
