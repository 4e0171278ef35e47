/** Formats names as a list in a sentence: `a`, `b` and `c`. */
export function listOf(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.at(-1) ?? ''
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} ${word} ${last}` : last
}
