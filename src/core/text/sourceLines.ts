/** The range of a line, without surrounding whitespace; `line` is 1-based. Without `line`: the first non-blank line. */
export function rangeOfLine(source: string, line?: number): { start: number; end: number } {
  const lines = source.split('\n')
  const wanted = line === undefined ? lines.findIndex((each) => each.trim() !== '') : line - 1
  const index = Math.min(Math.max(wanted, 0), lines.length - 1)
  const text = lines[index] ?? ''
  const start =
    lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0) + text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}
