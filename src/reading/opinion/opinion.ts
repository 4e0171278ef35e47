/** Applies the model to a document's sentences: which of them express something of a kind, as far as it can tell. */
import { largest } from '../../core/data/longLists.ts'
import { remember } from '../../core/data/remember.ts'
import type { Range } from '../../core/text/range.ts'
import type { Block, WholeGroup } from '../prose/blocks.ts'
import { type Facts, isProse, proseOf, sumOver } from '../prose/facts.ts'
import { type Mention, mentionAt } from '../prose/mentions.ts'
import { type Hit, type Scan, scanText } from '../prose/scan.ts'
import type { ConceptRange } from './features.ts'
import { type Kind, loadModel } from './model.ts'
import { explain, scoresOfSentence } from './score.ts'
import { sentencesIn } from './sentences.ts'
import { packed } from './weights.ts'

/** Sentences with fewer words mean nothing by themselves. */
const fewWords = 4
/** Whether a sentence has enough words for the model, which knows no Chinese: names do not make it English. */
const hasWords = (text: string): boolean => {
  const words = text.match(/[a-z]+/gi)?.length ?? 0
  return words >= fewWords && words > (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

interface Scored extends Range {
  readonly scores: Float64Array
}

/**
 * The most that is read of a sentence and of a text, in UTF-16 units; a longer sentence is a list, or not a sentence.
 */
const longest = 600
const mostOfText = 20_000

const scoredIn = remember(({ hits }: Scan, text: string): readonly Scored[] => {
  let next = 0
  return sentencesIn(text.slice(0, mostOfText)).flatMap((sentence) => {
    const { start, end } = sentence
    const words = text.slice(start, Math.min(end, start + longest))
    while ((hits[next]?.start ?? end) < start) next++
    const first = next
    while ((hits[next]?.start ?? end) < end) next++
    return hasWords(words)
      ? [{ start, end, scores: scoresOfSentence(words, placesFrom(hits.slice(first, next), start)) }]
      : []
  })
})

const placesFrom = (hits: readonly Hit[], from: number): readonly ConceptRange[] =>
  hits.map(({ concept, start, end }) => ({ concept, start: start - from, end: end - from }))

/** The highest score for each kind among all sentences of a group. */
const surestIn = remember(({ blocks }: WholeGroup): readonly number[] => {
  const all = blocks.filter(isProse).flatMap(({ scan, text }) => scoredIn(scan, text))
  return loadModel().kinds.map((_, kind) => largest(all.map(({ scores }) => scores[kind] ?? 0)))
})

/** A sentence that expresses something of a kind; the higher the score, the more certain. */
export interface Opinion extends Mention {
  readonly score: number
}

/** The sentences above a score, in document order. */
export function opinionsOn(facts: Facts, kind: Kind, least: number): readonly Opinion[] {
  const column = loadModel().kinds.indexOf(kind)
  return facts.groups.flatMap(({ from, until, whole }) =>
    // Hardly any group has such a sentence.
    (surestIn(whole)[column] ?? 0) > least ? opinionsIn(facts.blocks.slice(from, until), kind, least) : [],
  )
}

/** Like `opinionsOn`, in some blocks: only these are scored. */
export function opinionsIn(blocks: readonly Block[], kind: Kind, least: number): readonly Opinion[] {
  const column = loadModel().kinds.indexOf(kind)
  return blocks.filter(isProse).flatMap((block) =>
    scoredIn(block.scan, block.text).flatMap(({ start, end, scores }) => {
      const score = scores[column] ?? 0
      if (!(score > least)) return []
      return [{ ...mentionAt(block, { start: block.start + start, end: block.start + end }), score }]
    }),
  )
}

/** What a sentence sounds like, and the words that make it sound so. */
export interface Sound extends Range {
  readonly kind: Kind
  readonly carriers: readonly string[]
}

/** More words than this add nothing. */
const mostCarriers = 4

/** What the sentences that begin in a range sound like. The threshold is lower than the one that rules use. */
export const soundsIn = (facts: Facts, range: Range): readonly Sound[] =>
  loadModel().kinds.flatMap((kind) =>
    opinionsOn(facts, kind, leastScore(kind, 1))
      .filter(({ start }) => start >= range.start && start < range.end)
      .map(({ start, end, words }) => ({ start, end, kind, carriers: carriersOf(words, kind) })),
  )

const carriersOf = (sentence: string, kind: Kind): readonly string[] =>
  explain(sentence, kind, scanText(sentence).hits)
    .slice(0, mostCarriers)
    .toSorted((a, b) => a.start - b.start)
    .map(({ word }) => word)

/** The number of sentences in a document that the model scores. */
export const sentencesOf = sumOver((block) => (isProse(block) ? scoredIn(block.scan, block.text).length : 0))

/** Like `sentencesOf`, but stops counting above `most`. */
export function countSentences(facts: Facts, most: number): number {
  let count = 0
  for (const { scan, text } of proseOf(facts)) {
    count += scoredIn(scan, text).length
    if (count > most) break
  }
  return count
}

/** Logarithms of the rarities for which `packed.rare` has scores. */
const steps = [30, 100, 300, 1000, 3000].map(Math.log)

/**
 * The score that few sentences exceed which only seem to make the point, and no more than one in `rarity` sentences of
 * real documents.
 *
 * @param rarity the number of sentences of real documents per false positive
 */
export function leastScore(kind: Kind, rarity: number): number {
  const column = loadModel().kinds.indexOf(kind)
  const scores = packed.rare[column] ?? []
  const wanted = Math.log(Math.max(1, rarity))
  const next = Math.max(
    1,
    steps.findIndex((step) => step >= wanted),
  )
  const at = wanted > (steps.at(-1) ?? 0) ? steps.length - 1 : next
  const [low = 0, high = 0] = [scores[at - 1], scores[at]]
  const [from = 0, to = 1] = [steps[at - 1], steps[at]]
  return Math.max(packed.threshold[column] ?? 0, low + ((high - low) * (wanted - from)) / (to - from))
}
