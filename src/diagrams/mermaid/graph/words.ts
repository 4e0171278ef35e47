/** Cuts lines of mermaid's charts into words and lists. */

/** Without the quotes around it. */
export const unquoted = (words: string): string => words.trim().replace(/^"([^"]*)"$/, '$1')

/** The items of a list between brackets, which may be quoted; no comma in quotes separates. */
export const itemsOf = (list: string): readonly string[] =>
  Array.from(list.matchAll(/"[^"]*"|[^,"]+/g), ([item]) => unquoted(item)).filter((item) => item !== '')

/** What stands between the first bracket of a line and the next one that closes it; undefined where there is none. */
export function bracketed(line: string, opener: string, closer: string): string | undefined {
  const start = line.indexOf(opener)
  const end = line.indexOf(closer, start + 1)
  return start < 0 || end < 0 ? undefined : line.slice(start + 1, end)
}

/** `1, 2 and 30 more`, where there are many. */
export function fewOf(items: readonly string[]): string {
  const most = 12
  return items.length > most
    ? `${items.slice(0, most - 2).join(', ')} and ${items.length - most + 2} more`
    : items.join(', ')
}
