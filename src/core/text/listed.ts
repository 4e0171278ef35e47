/** Puts a list into words. */

/** `a`, `a and b`, `a, b and c`. @param last the word before the last one */
export const listed = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

/** `a`, `b` and `c`: names, each in backticks. @param last as in `listed` */
export const listedNames = (names: readonly string[], last?: 'and' | 'or'): string =>
  listed(
    names.map((name) => `\`${name}\``),
    last,
  )
