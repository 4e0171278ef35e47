/** A set of characters: one bit per UTF-16 code unit, and one bit for all characters that take two units. */
export type CharacterSet = Uint32Array

const units = 0x10000
const beyond = units
/** All code units. A line break keeps the last high surrogate and the first low one from forming one character. */
const everyUnit = `${text(0, 0xdc00)}\n${text(0xdc00, units)}`
const known = new Map<string, CharacterSet>()

/**
 * The characters that a one-character element of a regular expression matches, according to the regex engine itself.
 *
 * @param source a character, an escape or a class, as written
 * @param flags only `i`, `s` and `u` matter
 * @returns at least the characters that it matches: if one beyond 16 bits may match, the set contains all of those
 */
export function charactersOf(source: string, flags: string): CharacterSet {
  const relevant = flags.replace(/[^isu]/g, '')
  const key = `${relevant} ${source}`
  const found = known.get(key) ?? readSet(source, relevant)
  known.set(key, found)
  return found
}

function readSet(source: string, flags: string): CharacterSet {
  const set = new Uint32Array(units / 32 + 1)
  for (const { 0: character, index } of everyUnit.matchAll(new RegExp(source, `g${flags}`)))
    if (character.length > 0) add(set, everyUnit.charCodeAt(index))
  // In Unicode mode, escapes and negations may match beyond 16 bits; other elements written in ASCII do not.
  const isPlain = /^[\x20-\x7e]+$/.test(source) && !/\[\^|\\[PpDSWu]|^\.$/.test(source)
  if (flags.includes('u') && !isPlain) add(set, beyond)
  return set
}

export const union = (sets: readonly CharacterSet[]): CharacterSet => {
  const all = new Uint32Array(units / 32 + 1)
  for (const set of sets) for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) | (set[at] ?? 0)
  return all
}

/** At least the characters that are not in the set: those beyond 16 bits are always included. */
export function complement(set: CharacterSet): CharacterSet {
  const rest = set.map((bits) => ~bits)
  rest[units / 32] = 1
  return rest
}

export function isDisjoint(one: CharacterSet, other: CharacterSet): boolean {
  for (let at = 0; at < one.length; at++) if (((one[at] ?? 0) & (other[at] ?? 0)) !== 0) return false
  return true
}

const add = (set: CharacterSet, unit: number): void => {
  set[unit >>> 5] = (set[unit >>> 5] ?? 0) | (1 << (unit & 31))
}

function text(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => String.fromCharCode(from + index)).join('')
}
