/** Splits lines of mermaid's charts into words and lists. */

/** Removes surrounding quotes. */
export const unquoted = (words: string): string => words.trim().replace(/^"([^"]*)"$/, '$1')

/** The items of a list, which may be quoted; commas in quotes do not separate. */
export const itemsOf = (list: string): readonly string[] =>
  Array.from(list.matchAll(/"[^"]*"|[^,"]+/g), ([item]) => unquoted(item)).filter((item) => item !== '')

/** The text between the first opening bracket of a line and the next closing one; undefined if there is none. */
export function bracketed(line: string, opener: string, closer: string): string | undefined {
  const start = line.indexOf(opener)
  const end = line.indexOf(closer, start + 1)
  return start < 0 || end < 0 ? undefined : line.slice(start + 1, end)
}

/** `1, 2 and 30 more` for a long list. */
export function fewOf(items: readonly string[]): string {
  const most = 12
  return items.length > most
    ? `${items.slice(0, most - 2).join(', ')} and ${items.length - most + 2} more`
    : items.join(', ')
}
