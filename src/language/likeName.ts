/** Tells whether two names are probably spellings of the same one. */

import { distance } from '../core/text/nearest.ts'

/** Words at the end of a name that say what sort of part it is. */
const sort =
  /(?:services?|svc|api|workers?|gateway|engine|manager|controller|processor|scheduler|handler|server|module|component|system|app)$/

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A name without case, hyphens, plural ending and a word for its sort. */
function coreOf(name: string): string {
  const folded = fold(name)
  const bare = folded.replace(sort, '')
  return (bare.length > 2 ? bare : folded).replace(/(?<=\p{L}{3})(?<!s)s$/u, '')
}

/** The longest names that are compared letter by letter, in UTF-16 units. */
const longest = 60

/** Whether two names differ only in case, hyphens, a plural ending, a final word such as *Service*, or a typo. */
function isLikeName(one: string, other: string): boolean {
  if (one.length > longest || other.length > longest) return false
  const [a, b] = [coreOf(one), coreOf(other)]
  const shorter = Math.min(a.length, b.length)
  return a === b || (shorter > 4 && distance(a, b) <= (shorter > 11 ? 3 : shorter > 7 ? 2 : 1))
}

/** The one name in a list that is probably meant; undefined if there is none, or more than one. */
export function likeName(name: string, others: readonly string[]): string | undefined {
  const [first, ...more] = new Set(others.filter((other) => other !== name && isLikeName(name, other)))
  return more.length === 0 ? first : undefined
}
