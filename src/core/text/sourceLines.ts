/** Finds a line of a diagram's source by its number. */

import { lineEnd, lineStart, nextLine } from './lineBounds.ts'

/**
 * The range of a line, without surrounding whitespace.
 * @param line 1-based; past the end, it is the last one. Absent: the first one that is not blank
 */
export function rangeOfLine(source: string, line?: number): { start: number; end: number } {
  let start = line === undefined ? lineStart(source, Math.max(source.search(/\S/), 0)) : 0
  for (let left = (line ?? 1) - 1; left > 0 && lineEnd(source, start) < source.length; left--)
    start = nextLine(source, lineEnd(source, start))
  const text = source.slice(start, lineEnd(source, start))
  start += text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}
