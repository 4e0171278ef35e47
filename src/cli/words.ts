/** Small texts for people: corrections, and strings that are safe to print. */

import { listedNames } from '../core/text/listed.ts'
import { nearest } from '../core/text/nearest.ts'
import { printable } from '../core/text/printable.ts'

/** How to correct an unknown word: the likely one, or else all choices. */
export function didYouMean(word: string, names: readonly string[]): string {
  const likely = nearest(word, names)
  return likely === undefined ? `choose ${listedNames(names, 'or')}` : `did you mean \`${likely}\`?`
}

/** An option's values for its help; the first is the default. */
export const withDefault = ([first = '', ...others]: readonly string[]): string =>
  [`${first} (default)`, ...others].join(', ')

/** Keeps line breaks, for texts meant to have several lines. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

/** The reason why a file has no result, if linting it threw. A bug with one document must not stop the others. */
export const becauseOfBug = ({ stack }: Error): string => `was not linted because of a bug in design-docs: ${stack}`
