/** What the model thinks of a document's sentences: which of them say something of a kind, as far as it can tell. */
import { largest } from '../../core/data/longLists.ts'
import { remember } from '../../core/data/remember.ts'
import type { Range } from '../../core/document/document.ts'
import type { WholeGroup } from '../prose/blocks.ts'
import { type Facts, isProse, proseOf, sumOver } from '../prose/facts.ts'
import { type Mention, mentionAt } from '../prose/mentions.ts'
import { type Hit, type Scan, scanText } from '../prose/scan.ts'
import type { Place } from './features.ts'
import { type Kind, loadModel } from './model.ts'
import { explain, scoresOfSentence } from './score.ts'
import { sentencesIn } from './sentences.ts'
import { packed } from './weights.ts'

/** Fewer words than four say nothing by themselves. */
const fewWords = 4
const hasWords = (text: string): boolean => (text.match(/[a-z]+/gi)?.length ?? 0) >= fewWords

interface Scored extends Range {
  readonly scores: Float64Array
}

/** A longer sentence is a list or no sentence, and a longer text is read no further. */
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

const placesFrom = (hits: readonly Hit[], from: number): readonly Place[] =>
  hits.map(({ concept, start, end }) => ({ concept, start: start - from, end: end - from }))

/** By kind the highest score of all sentences that were read together. */
const surestIn = remember(({ blocks }: WholeGroup): readonly number[] => {
  const all = blocks.filter(isProse).flatMap(({ scan, text }) => scoredIn(scan, text))
  return loadModel().kinds.map((_, kind) => largest(all.map(({ scores }) => scores[kind] ?? 0)))
})

/** A sentence that says something of a kind; with more score it is surer. */
export interface Opinion extends Mention {
  readonly score: number
}

/** The sentences above a score in the order of the document. */
export function opinionsOn(facts: Facts, kind: Kind, least: number): readonly Opinion[] {
  const column = loadModel().kinds.indexOf(kind)
  const opinions: Opinion[] = []
  for (const { from, until, whole } of facts.groups) {
    // Hardly any group has such a sentence.
    if (!((surestIn(whole)[column] ?? 0) > least)) continue
    for (const block of facts.blocks.slice(from, until).filter(isProse))
      for (const { start, end, scores } of scoredIn(block.scan, block.text)) {
        const score = scores[column] ?? 0
        if (score > least)
          opinions.push({ ...mentionAt(block, { start: block.start + start, end: block.start + end }), score })
      }
  }
  return opinions
}

/** What a sentence sounds like, and the words that make it so. */
export interface Sound extends Range {
  readonly kind: Kind
  readonly carriers: readonly string[]
}

/** More words than these say no more. */
const mostCarriers = 4

/** What the sentences that begin in a range sound like. Who asks the model asks it for a higher score than is needed here. */
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

/** How many sentences a document has that the model can be asked about. */
export const sentencesOf = sumOver((block) => (isProse(block) ? scoredIn(block.scan, block.text).length : 0))

/** The same, where more than `most` are not counted. */
export function countSentences(facts: Facts, most: number): number {
  let count = 0
  for (const { scan, text } of proseOf(facts)) {
    count += scoredIn(scan, text).length
    if (count > most) break
  }
  return count
}

/** The rarities of the scores in `packed.rare`, by their logarithms. */
const steps = [30, 100, 300, 1000, 3000].map(Math.log)

/**
 * The score above which few sentences stand that only seem to say it, and of real documents no more than one in so many.
 *
 * @param rarity how many sentences of real documents may have one that is believed wrongly
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
