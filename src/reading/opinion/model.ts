/** The weights of the model as they are used, unpacked when the first sentence is read. */
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

/** Of most words no document speaks: the weights of one are read when it is met. */
function unpack(): Model {
  const { kinds, bias, scale } = packed
  const shares = new Map(Array.from(signs, (sign, index) => [sign.charCodeAt(0), shareOfSign(index)]))
  const words = packed.words.join(' ').split(' ')
  const others = packed.others.join(' ').split(' ')
  const weights = new Float32Array((words.length + others.length) * kinds.length)
  const set = (at: number, kind: number, sign: number) => {
    weights[at + kind] = (shares.get(sign) ?? 0) * (scale[kind] ?? 0)
  }
  const readWord = (index: number): number => {
    const entry = words[index] ?? ''
    for (const kind of kinds.keys())
      set(index * kinds.length, kind, entry.charCodeAt(entry.length - kinds.length + kind))
    return index * kinds.length
  }
  const wordPlaces = new Map(words.map((entry, index) => [entry.slice(0, -kinds.length), index]))
  const stemPlaces = new Map<string, number>()
  for (const [word, index] of wordPlaces) {
    const stem = stemOf(word)
    if (!stemPlaces.has(stem)) stemPlaces.set(stem, index)
  }
  const otherPlaces = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  for (const [index, entry] of others.entries()) {
    const at = (words.length + index) * kinds.length
    const [name = '', values = ''] = entry.split('=')
    for (let i = 0; i < values.length; i += 2) set(at, signs.indexOf(values.charAt(i)), values.charCodeAt(i + 1))
    otherPlaces.set(name, at)
    const [first = '', second] = name.split('+')
    if (second !== undefined) pairs.set(first, (pairs.get(first) ?? new Map<string, number>()).set(second, at))
  }
  return {
    kinds,
    bias,
    weights,
    wordAt(word) {
      const index = wordPlaces.get(word) ?? stemPlaces.get(stemOf(word))
      return index === undefined ? undefined : readWord(index)
    },
    otherAt: (name) => otherPlaces.get(name),
    pairsOf: (stem) => pairs.get(stem),
  }
}
