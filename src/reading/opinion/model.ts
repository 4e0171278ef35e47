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

function unpack(): Model {
  const { kinds, bias, scale } = packed
  const values = new Map(Array.from(signs, (sign, index) => [sign, shareOfSign(index)]))
  const words = packed.words.join(' ').split(' ')
  const others = packed.others.join(' ').split(' ')
  const weights = new Float32Array((words.length + others.length) * kinds.length)
  const set = (at: number, kind: number, sign: string | undefined) => {
    weights[at + kind] = (values.get(sign ?? '') ?? 0) * (scale[kind] ?? 0)
  }
  let at = 0
  const wordPlaces = new Map<string, number>()
  const stemPlaces = new Map<string, number>()
  for (const entry of words) {
    const word = entry.slice(0, -kinds.length)
    for (const kind of kinds.keys()) set(at, kind, entry[word.length + kind])
    wordPlaces.set(word, at)
    const stem = stemOf(word)
    if (!stemPlaces.has(stem)) stemPlaces.set(stem, at)
    at += kinds.length
  }
  const otherPlaces = new Map<string, number>()
  for (const entry of others) {
    const [name = '', pairs = ''] = entry.split('=')
    for (let i = 0; i < pairs.length; i += 2) set(at, signs.indexOf(pairs.charAt(i)), pairs[i + 1])
    otherPlaces.set(name, at)
    at += kinds.length
  }
  return {
    kinds,
    bias,
    weights,
    wordAt: (word) => wordPlaces.get(word) ?? stemPlaces.get(stemOf(word)),
    otherAt: (name) => otherPlaces.get(name),
  }
}
