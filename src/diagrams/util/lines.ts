/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
  offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0

/** Where the line of an offset ends, before its line break. */
export const lineEnd = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}

/** Where a line begins, counted from 1; the end of the text for a line it does not have. Takes LF and CRLF. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let current = 1; current < line; current++) {
    const newline = text.indexOf('\n', offset)
    if (newline < 0) return text.length
    offset = newline + 1
  }
  return offset
}
