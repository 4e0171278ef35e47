/** Scores how much a sentence sounds like those of each kind, and tells which of its words contribute most. */
import {
  beginningsOf,
  type ConceptRange,
  concepts,
  denials,
  deniedReach,
  featuresOf,
  reach,
  shapesOf,
  shareOf,
  sizeOf,
  turns,
} from './features.ts'
import { type Kind, loadModel } from './model.ts'
import { isWord, stemOf, type Token, tokensOf } from './tokens.ts'

/** What is cached about a word. */
interface Known extends Seen {
  readonly isWord: boolean
  readonly denies: boolean
  readonly turns: boolean
  readonly isComma: boolean
  readonly at: number | undefined
  readonly stem: Stem
}

/** What all forms of a word share; one object per stem. */
interface Stem extends Seen {
  readonly name: string
  readonly deniedAt: number | undefined
  readonly pairs: ReadonlyMap<string, number> | undefined
  /** Where the stem last occurred in that sentence, as an index into its words. */
  seenAt: number
  /** The number of the last sentence in which the stem was negated. */
  deniedIn: number
}

/** The number of the last sentence that contains it; faster than a set per sentence. */
interface Seen {
  seenIn: number
}

const deniedSize = shareOf('!') ** 2
const pairSize = shareOf('') ** 2

/** More than the number of different words in any document. */
const remembered = 50_000
const knownWords = new Map<string, Known>()
const knownStems = new Map<string, Stem>()
let sentences = 0

function knownOf(word: string): Known {
  const before = knownWords.get(word)
  if (before) return before
  const model = loadModel()
  const name = stemOf(word)
  const stem = knownStems.get(name) ?? {
    name,
    deniedAt: model.otherAt(`!${name}`),
    pairs: model.pairsOf(name),
    seenIn: 0,
    seenAt: 0,
    deniedIn: 0,
  }
  knownStems.set(name, stem)
  const known = {
    isWord: isWord(word),
    denies: denials.has(word),
    turns: turns.has(word),
    isComma: word === ',',
    at: model.wordAt(word),
    stem,
    seenIn: 0,
  }
  knownWords.set(word, known)
  return known
}

/**
 * A score for each kind, in the model's order: above zero if the sentence more likely than not makes the point. Adds up
 * the weights of the same features as `featuresOf`, in the same order, but does not build their names.
 *
 * @param places the vocabulary's concepts in the sentence
 */
export function scoresOfSentence(sentence: string, places: readonly ConceptRange[]): Float64Array {
  // A sentence relies on one object per stem, so the cache is only cleared between sentences.
  if (knownWords.size > remembered) {
    knownWords.clear()
    knownStems.clear()
  }
  const { kinds, weights, bias, otherAt } = loadModel()
  const scores = new Float64Array(kinds.length)
  let size = 0
  const add = (at: number | undefined, square: number) => {
    size += square
    if (at !== undefined) addWeights(scores, weights, at)
  }
  sentences++
  const tokens = tokensOf(sentence).map(({ word }) => knownOf(word))
  const words = tokens.filter(({ isWord }) => isWord)
  for (const word of words) {
    if (word.seenIn !== sentences) add(word.at, 1)
    word.seenIn = sentences
  }
  for (const { deniedAt } of deniedIn(tokens)) add(deniedAt, deniedSize)
  forEachPair(words, (first, second) => add(first.pairs?.get(second.name), pairSize))
  for (const name of beginningsOf(words[0]?.stem.name, words[1]?.stem.name)) add(otherAt(name), 0)
  for (const concept of new Set(places.map((place) => place.concept)))
    if (concepts.has(concept)) add(otherAt(`@${concept}`), 0)
  const commas = tokens.reduce((sum, { isComma }) => sum + (isComma ? 1 : 0), 0)
  for (const shape of shapesOf(commas, words.length)) add(otherAt(shape), shareOf(shape) ** 2)
  const divisor = sizeOf(size)
  for (let kind = 0; kind < scores.length; kind++) scores[kind] = (scores[kind] ?? 0) / divisor + (bias[kind] ?? 0)
  return scores
}

function addWeights(scores: Float64Array, weights: Float32Array, at: number): void {
  for (let kind = 0; kind < scores.length; kind++) scores[kind] = (scores[kind] ?? 0) + (weights[at + kind] ?? 0)
}

/** The stems negated by a *not*, without duplicates. */
function deniedIn(tokens: readonly Known[]): readonly Stem[] {
  const denied: Stem[] = []
  let until = -1
  for (const [at, { isWord, denies, turns, stem }] of tokens.entries()) {
    if (turns) until = -1
    if (denies) until = at + deniedReach
    else if (isWord && at <= until && stem.deniedIn !== sentences) {
      stem.deniedIn = sentences
      denied.push(stem)
    }
  }
  return denied
}

/** Calls back with the stems of every two words that are close together, once per pair of stems. */
function forEachPair(words: readonly Known[], call: (first: Stem, second: Stem) => void): void {
  /** For each word, the previous index of its stem; -1 if there is none. */
  const before: number[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]?.stem
    if (!first) continue
    before.push(first.seenIn === sentences ? first.seenAt : -1)
    first.seenIn = sentences
    first.seenAt = at
    for (let next = at + 1; next <= at + reach; next++) {
      const second = words[next]?.stem
      if (second && !wasPaired(words, before, at, next)) call(first, second)
    }
  }
}

/** Whether the same two stems were close together before. Sentences are short, and few words occur twice. */
function wasPaired(words: readonly Known[], before: readonly number[], first: number, second: number): boolean {
  const stem = words[second]?.stem
  for (let next = first + 1; next < second; next++) if (words[next]?.stem === stem) return true
  for (let at = before[first] ?? -1; at >= 0; at = before[at] ?? -1)
    for (let next = at + 1; next <= at + reach; next++) if (words[next]?.stem === stem) return true
  return false
}

/** A word and its contribution to a score. */
export interface Carrier {
  readonly word: string
  readonly share: number
  readonly start: number
  readonly end: number
}

/** The words of a sentence by their contribution to its score for a kind, the largest first. */
export function explain(sentence: string, kind: Kind, places: readonly ConceptRange[]): readonly Carrier[] {
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
