/** UTF-16 offset of the start of the line that contains an offset. Lines end with `\n`, `\r\n` or `\r`. */
export function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--
  return start
}

/** The offset of the next line break; the length of the text if there is none. */
export function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++
  return end
}

/** The offset after the line break at an offset, where `\r\n` counts as one; at most the length of the text. */
export const nextLine = (text: string, end: number): number =>
  text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : Math.min(end + 1, text.length)

/** The number of line breaks in a text. */
export const countLines = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0

/** The lines of a text, each with its line break; joined, they are the text. After a final break, there is no other line. */
export const linesWithBreaks = (text: string): readonly string[] => text.split(/(?<=\n)|(?<=\r)(?!\n)/)

/** A line without the break at its end. */
export const withoutBreak = (line: string): string => line.replace(/\r?\n?$/, '')

const isBreak = (code: number): boolean => code === 10 || code === 13
