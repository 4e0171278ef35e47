/** A design document of that many lines, which repeats an example under new headings. */
export function longDocument(example: string, lines: number): string {
  const part = example.split('\n')
  const text: string[] = []
  for (let copy = 0; text.length < lines; copy++)
    text.push(...part.map((line) => (copy > 0 && /^#{1,5} /.test(line) ? `#${line} ${copy}` : line)))
  return text.slice(0, lines).join('\n')
}
