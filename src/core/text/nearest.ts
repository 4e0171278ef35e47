/** Finds the choice that a misspelt value most likely stands for. */

import { listedNames } from './listed.ts'

/** Equivalents of our words in other tools. */
const otherWords: Readonly<Record<string, string>> = {
  warn: 'warning',
  err: 'error',
  critical: 'error',
  fatal: 'error',
  info: 'information',
  note: 'information',
  notice: 'information',
  suggestion: 'hint',
  none: 'off',
  ignore: 'off',
  disable: 'off',
  disabled: 'off',
  silent: 'off',
  false: 'off',
  // ESLint's numeric severities.
  0: 'off',
  1: 'warning',
  2: 'error',
}

/**
 * The choice that a value most likely stands for: one with few differing letters, the equivalent of another tool's
 * word, or the only choice that begins with the value or has it as one of its words. Undefined if nothing is near.
 */
export function nearest(value: string, choices: readonly string[]): string | undefined {
  const word = value.toLowerCase().slice(0, 60)
  const other = Object.hasOwn(otherWords, word) ? otherWords[word] : undefined
  if (other !== undefined && choices.includes(other)) return other
  const ranked = choices
    .map((choice) => ({ choice, far: distance(word, choice.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  const [first] = ranked
  if (first && first.far <= Math.max(1, Math.floor(first.choice.length / 3))) return first.choice
  if (word.length < 3) return undefined
  return only(choices.filter((choice) => choice.toLowerCase().startsWith(word))) ?? only(choices.filter(hasWord(word)))
}

/** What is wrong with a value, and the choice that was probably meant. */
export interface Suggestion {
  readonly reason: string
  /** Absent if no choice is near. */
  readonly likely?: string
}

/**
 * Ends a message with the choice that a value most likely stands for or, if none is near, with what is expected.
 *
 * @param said what is wrong, such as *Unknown rule `x`*
 * @param expected the names that may be listed; absent: the message ends without them
 * @param prefix what the author writes before each of them
 */
export function suggest(
  said: string,
  value: string,
  choices: readonly string[],
  { expected = [], prefix = '' }: { readonly expected?: readonly string[]; readonly prefix?: string } = {},
): Suggestion {
  const likely = nearest(value, choices)
  if (likely !== undefined) return { reason: `${said}: did you mean \`${prefix}${likely}\`?`, likely }
  if (expected.length === 0) return { reason: said }
  const names = expected.map((name) => prefix + name)
  return { reason: `${said}, expected one of ${listedNames(names, 'or')}` }
}

const only = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined)

/** Whether a part of a hyphenated name such as `cost-estimate` equals the word, up to a plural `s`. */
const hasWord =
  (word: string) =>
  (name: string): boolean =>
    name.includes('-') &&
    /^[a-z\d-]+$/.test(name) &&
    name.split('-').some((part) => part.length > 2 && (part === word || `${part}s` === word || part === `${word}s`))

/** Levenshtein distance where a swap of adjacent letters is one edit. Takes time in the product of the lengths. */
export function distance(a: string, b: string): number {
  let above: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (above[j - 2] ?? 0) + 1 : same
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, same, swapped))
    }
    above = row
    row = next
  }
  return row[b.length] ?? 0
}
