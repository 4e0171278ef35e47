/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
  offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0

/** Where the line of an offset ends, before its line break. */
export const lineEnd = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}
