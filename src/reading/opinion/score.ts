/** Tells how much a sentence sounds like those that say something of a kind, and which of its words make it so. */
import { featuresOf, type Place } from './features.ts'
import { type Kind, loadModel } from './model.ts'
import type { Token } from './tokens.ts'

/** For each kind in the model's order: above zero, it rather says it. @param places what the vocabulary knows of the sentence */
export function scoresOfSentence(sentence: string, places: readonly Place[]): Float64Array {
  const model = loadModel()
  const { kinds, weights } = model
  const { words, others, size } = featuresOf(sentence, places)
  const scores = new Float64Array(kinds.length)
  const add = (at: number | undefined) => {
    if (at !== undefined)
      for (let kind = 0; kind < kinds.length; kind++) scores[kind] = (scores[kind] ?? 0) + (weights[at + kind] ?? 0)
  }
  for (const word of words.keys()) add(model.wordAt(word))
  for (const name of others.keys()) add(model.otherAt(name))
  return scores.map((sum, kind) => sum / size + (model.bias[kind] ?? 0))
}

/** A word and what it adds to a score. */
export interface Carrier {
  readonly word: string
  readonly share: number
  readonly start: number
  readonly end: number
}

/** The words of a sentence by what they add to its score for a kind, what adds most first. */
export function explain(sentence: string, kind: Kind, places: readonly Place[]): readonly Carrier[] {
  const model = loadModel()
  const column = model.kinds.indexOf(kind)
  const { words, others, size } = featuresOf(sentence, places)
  const carriers = new Map<number, Token & { share: number }>()
  const add = (at: number | undefined, tokens: readonly Token[]) => {
    const weight = at === undefined ? 0 : (model.weights[at + column] ?? 0)
    for (const token of tokens) {
      const known = carriers.get(token.start) ?? { ...token, share: 0 }
      known.share += weight / size / tokens.length
      carriers.set(token.start, known)
    }
  }
  for (const [word, tokens] of words) add(model.wordAt(word), tokens)
  for (const [name, tokens] of others) add(model.otherAt(name), tokens)
  return [...carriers.values()]
    .map(({ start, end, share }) => ({ word: sentence.slice(start, end), share, start, end }))
    .toSorted((a, b) => b.share - a.share)
}
