/** The offset at which a line begins, counted from 1; the end of the text if there is none. Accepts LF and CRLF. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let current = 1; current < line; current++) {
    const newline = text.indexOf('\n', offset)
    if (newline < 0) return text.length
    offset = newline + 1
  }
  return offset
}
