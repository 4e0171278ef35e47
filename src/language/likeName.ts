/** Tells whether two names are most likely one, spelt in two ways. */

import { distance } from '../core/text/nearest.ts'

/** Words behind a name that say what sort of part it is. */
const sort =
  /(?:services?|svc|api|workers?|gateway|engine|manager|controller|processor|scheduler|handler|server|module|component|system|app)$/

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A name without its case, hyphens, plural and a word for its sort. */
function coreOf(name: string): string {
  const folded = fold(name)
  const bare = folded.replace(sort, '')
  return (bare.length > 2 ? bare : folded).replace(/(?<=\p{L}{3})(?<!s)s$/u, '')
}

/** Longest name that is compared letter by letter. */
const longest = 60

/** Whether two names differ in nothing but case, hyphens, a plural, a word such as *Service* behind them, or a slip of the pen. */
function isLikeName(one: string, other: string): boolean {
  if (one.length > longest || other.length > longest) return false
  const [a, b] = [coreOf(one), coreOf(other)]
  const shorter = Math.min(a.length, b.length)
  return a === b || (shorter > 4 && distance(a, b) <= (shorter > 11 ? 3 : shorter > 7 ? 2 : 1))
}

/** The one name of some that is most likely meant; undefined where none is, or two may be. */
export function likeName(name: string, others: readonly string[]): string | undefined {
  const [first, ...more] = new Set(others.filter((other) => other !== name && isLikeName(name, other)))
  return more.length === 0 ? first : undefined
}
