/** A line of the source without the blanks around it. No line: the first that has something on it. */
export function rangeOfLine(source: string, line?: number): { start: number; end: number } {
  const lines = source.split('\n')
  const wanted = line === undefined ? lines.findIndex((each) => each.trim() !== '') : line - 1
  const index = Math.min(Math.max(wanted, 0), lines.length - 1)
  const text = lines[index] ?? ''
  const start =
    lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0) + text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}
