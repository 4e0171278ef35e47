/** The weights of the model in the form they are used in, unpacked when the first sentence is read. */
import { firstIndex } from '../../core/data/firstIndex.ts'
import { stemOf } from './tokens.ts'
import { packed } from './weights.ts'

/** What a sentence can express. */
export type Kind = (typeof packed.kinds)[number]

export interface Model {
  readonly kinds: readonly Kind[]
  readonly bias: readonly number[]
  /** Index in `weights` where the weights of a word begin, one for each kind. */
  wordAt(word: string): number | undefined
  /** Like `wordAt`, for pairs of words and other features. */
  otherAt(name: string): number | undefined
  /** Like `wordAt`, for all pairs that begin with a stem, by the second stem; undefined if there are none. */
  pairsOf(stem: string): ReadonlyMap<string, number> | undefined
  /** Weights that have not been looked up yet are 0. */
  readonly weights: Float32Array
}

/** The characters that encode −31 to 31. */
export const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
/** The index of the one that encodes 0. */
export const middle = 31

/** A decoded weight as a fraction of the largest; the scale is finer for small weights. */
const shareOfSign = (sign: number): number => Math.sign(sign - middle) * ((sign - middle) / middle) ** 2

/**
 * The index of the character that encodes a weight.
 * @param share fraction of the largest weight, −1 to 1
 */
export const signOf = (share: number): number =>
  middle + Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * middle)

let model: Model | undefined

/** The model. Unpacking takes a few milliseconds, once. */
export function loadModel(): Model {
  model ??= unpack()
  return model
}

/** Most words never occur in a document, so the sorted lists are searched, and weights are decoded on first use. */
function unpack(): Model {
  const { kinds, bias, scale } = packed
  const shares = new Map(Array.from(signs, (sign, index) => [sign.charCodeAt(0), shareOfSign(index)]))
  const words = packed.words.join(' ').split(' ')
  const others = packed.others.join(' ').split(' ')
  const weights = new Float32Array((words.length + others.length) * kinds.length)
  const set = (at: number, kind: number, sign: number) => {
    weights[at + kind] = (shares.get(sign) ?? 0) * (scale[kind] ?? 0)
  }
  const wordIn = (entry: string): string => entry.slice(0, -kinds.length)
  const readWord = (index: number): number => {
    const entry = words[index] ?? ''
    for (const kind of kinds.keys())
      set(index * kinds.length, kind, entry.charCodeAt(entry.length - kinds.length + kind))
    return index * kinds.length
  }
  const readOther = (index: number): number => {
    const at = (words.length + index) * kinds.length
    const values = (others[index] ?? '').split('=')[1] ?? ''
    for (let i = 0; i < values.length; i += 2) set(at, signs.indexOf(values.charAt(i)), values.charCodeAt(i + 1))
    return at
  }
  return {
    kinds,
    bias,
    weights,
    wordAt(word) {
      const found = placesOf(words, wordIn, word)[0]
      if (found !== undefined && wordIn(words[found] ?? '') === word) return readWord(found)
      const stem = stemOf(word)
      // A shorter stem belongs to one word only.
      if (stem.length < 3) return undefined
      // A word shares all letters of its stem except perhaps the last: `city` and `cities`.
      const alike = placesOf(words, wordIn, stem.slice(0, -1)).find(
        (index) => stemOf(wordIn(words[index] ?? '')) === stem,
      )
      return alike === undefined ? undefined : readWord(alike)
    },
    otherAt(name) {
      const found = placesOf(others, nameIn, name)[0]
      return found !== undefined && nameIn(others[found] ?? '') === name ? readOther(found) : undefined
    },
    pairsOf(stem) {
      const pairs = placesOf(others, nameIn, `${stem}+`).map((index): [string, number] => [
        nameIn(others[index] ?? '').slice(stem.length + 1),
        readOther(index),
      ])
      return pairs.length === 0 ? undefined : new Map(pairs)
    },
  }
}

const nameIn = (entry: string): string => entry.slice(0, entry.indexOf('='))

/** Indexes of the entries whose names begin with some letters, in a list sorted by name. */
function placesOf(entries: readonly string[], nameOf: (entry: string) => string, letters: string): readonly number[] {
  const first = firstIndex(entries, (entry) => nameOf(entry) >= letters)
  const places: number[] = []
  for (let at = first; at < entries.length && nameOf(entries[at] ?? '').startsWith(letters); at++) places.push(at)
  return places
}
