/** The weights of the model as they are used, unpacked when the first sentence is read. */
import { firstIndex } from '../../core/data/firstIndex.ts'
import { stemOf } from './tokens.ts'
import { packed } from './weights.ts'

/** What a sentence can say. */
export type Kind = (typeof packed.kinds)[number]

export interface Model {
  readonly kinds: readonly Kind[]
  readonly bias: readonly number[]
  /** Where the weights of a word begin in `weights`, one for each kind. */
  wordAt(word: string): number | undefined
  /** Likewise for pairs of words and the like. */
  otherAt(name: string): number | undefined
  /** The same for all pairs that begin with a stem, by the second one; undefined where there are none. */
  pairsOf(stem: string): ReadonlyMap<string, number> | undefined
  /** What is at a place that nobody has asked for is 0. */
  readonly weights: Float32Array
}

/** The signs that stand for −31 to 31. */
export const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
/** The one that stands for nothing. */
export const middle = 31

/** A weight by its sign, as a share of the largest: small ones are told apart more finely. */
const shareOfSign = (sign: number): number => Math.sign(sign - middle) * ((sign - middle) / middle) ** 2

/** The number of a weight's sign. @param share of the largest, −1 to 1 */
export const signOf = (share: number): number =>
  middle + Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * middle)

let model: Model | undefined

/** The model; unpacking it takes some milliseconds, once. */
export function loadModel(): Model {
  model ??= unpack()
  return model
}

/** Of most words no document speaks: the lists are searched, and the weights of an entry are read when it is met. */
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
      // What is shorter is the stem of nothing but itself.
      if (stem.length < 3) return undefined
      // A word has all letters of its stem but the last one, which may be another: `city` and `cities`.
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

/** Where the entries stand, in a list that is sorted by their names, whose names begin with some letters. */
function placesOf(entries: readonly string[], nameOf: (entry: string) => string, letters: string): readonly number[] {
  const first = firstIndex(entries, (entry) => nameOf(entry) >= letters)
  const places: number[] = []
  for (let at = first; at < entries.length && nameOf(entries[at] ?? '').startsWith(letters); at++) places.push(at)
  return places
}
