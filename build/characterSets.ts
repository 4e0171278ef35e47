/** A set of characters: a bit for each UTF-16 code unit, and one for all characters that take two of them. */
export type CharacterSet = Uint32Array

const units = 0x10000
const beyond = units
/** Every code unit once. The last high surrogate and the first low one are kept apart: together they would be one character. */
const everyUnit = `${text(0, 0xdc00)}\n${text(0xdc00, units)}`
const known = new Map<string, CharacterSet>()

/**
 * What one character of a regular expression may be, asked of the engine itself.
 *
 * @param source a character, an escape or a class as it is written
 * @param flags of them `i`, `s` and `u` matter
 * @returns at least what it matches: of characters beyond 16 bits one may stand for all
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
  // Escapes and negations of Unicode mode may go beyond; what is written in ASCII does not.
  const isPlain = /^[\x20-\x7e]+$/.test(source) && !/\[\^|\\[PpDSWu]|^\.$/.test(source)
  if (flags.includes('u') && !isPlain) add(set, beyond)
  return set
}

export const union = (sets: readonly CharacterSet[]): CharacterSet => {
  const all = new Uint32Array(units / 32 + 1)
  for (const set of sets) for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) | (set[at] ?? 0)
  return all
}

/** What is in none of a set, at least: whatever is beyond 16 bits always is. */
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
