/** Learns one kind after the other, and how high a score has to be for a sentence to count. */
import { conceptNames, type Features, featuresOf, isConceptName } from '../../src/reading/opinion/features.ts'
import { scanText } from '../../src/reading/prose/scan.ts'
import { type Columns, columnsOf, matrixOf } from './columns.ts'
import { fit, type Labels, type Matrix, predict } from './fit.ts'
import type { Background, Sample } from './samples.ts'

/**
 * The kinds that the model recognises well enough to be used, each with the share of sentences that only seem to make
 * the point and may be above the threshold. The share is larger for flags: our sentences are harder than those in
 * designs, and callers that ask for a flag also consider the length of the document.
 */
export const kinds: Readonly<Record<string, number>> = {
  'big-design-up-front': 0.3,
  'distributed-monolith': 0.3,
  'god-component': 0.3,
  'premature-microservices': 0.3,
  'resume-driven': 0.3,
  'skill-gap': 0.3,
  spof: 0.3,
  'unbounded-access': 0.3,
  cost: 0.1,
  scaling: 0.1,
  security: 0.1,
  monitoring: 0.1,
  'failure-handling': 0.1,
  'vague-quality': 0.3,
  unfinished: 0.3,
}
const aspects = new Set(['cost', 'scaling', 'security', 'monitoring', 'failure-handling'])
const isAspect = (kind: string) => aspects.has(kind)

/** The penalty on large weights, which is higher for aspects: there are more sentences to learn from. */
const decayOf = (kind: string) => (isAspect(kind) ? 0.7 : 0.5)
/** The most pairs of words that a kind may have. */
const mostPairs = 400
/** The number of parts for cross-validation: each is scored by a model that was fitted to the others. */
const parts = 3
/** How rare a score is among sentences of real documents: one in 30, one in 100, and so on. */
export const rarities = [30, 100, 300, 1000, 3000] as const

export interface Learned {
  readonly columns: Columns
  readonly kinds: readonly LearnedKind[]
}

export interface LearnedKind {
  readonly kind: string
  readonly weights: Float64Array
  /** The score that few sentences exceed that only seem to make the point. */
  readonly threshold: number
  /** For each of `rarities`, the score that one in so many sentences of real documents exceeds. */
  readonly rare: readonly number[]
  /** For each of `rarities`, the share of held-out sentences making the point that exceed both it and the threshold. */
  readonly recall: readonly number[]
}

/** Everything that is learned from, in the order of the rows. */
interface Heard {
  readonly samples: readonly Sample[]
  readonly background: Background
}

export function learn(
  samples: readonly Sample[],
  background: Background,
  vectors: ReadonlyMap<string, Float32Array>,
): Learned {
  const featuresIn = (text: string) => featuresOf(text, scanText(text).hits)
  const own = samples.map(({ text }) => featuresIn(text))
  const all = [...own, ...background.foreign.map(featuresIn), ...background.own.map(featuresIn)]
  const columns = columnsOf(own, vectors, keptPairs(all, own, { samples, background }))
  // Concepts of the vocabulary about flags are only used for flags, and those about aspects only for aspects.
  const matrixWith = (known: ReadonlySet<string>) =>
    matrixOf(all, {
      ...columns,
      others: new Map([...columns.others].filter(([name]) => !isConceptName(name) || known.has(name))),
    })
  const matrices = { flag: matrixWith(conceptNames.flag), aspect: matrixWith(conceptNames.aspect) }
  return {
    columns,
    kinds: Object.keys(kinds).map((kind) =>
      learnKind(kind, matrices[isAspect(kind) ? 'aspect' : 'flag'], { samples, background }),
    ),
  }
}

/** The pairs that occur with some kind more often, or less often, than by chance. */
function keptPairs(all: readonly Features[], own: readonly Features[], { samples }: Heard): (name: string) => boolean {
  const known = columnsOf(own, new Map()).others
  const totals = new Map<string, number>()
  for (const { others } of all)
    for (const name of others.keys()) if (known.has(name)) totals.set(name, (totals.get(name) ?? 0) + 1)
  const kept = new Set<string>()
  for (const kind of Object.keys(kinds)) {
    const counts = new Map<string, number>()
    const saying = own.filter((_, row) => samples[row]?.kind === kind && samples[row]?.says)
    for (const { others } of saying) for (const name of others.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
    const surprise = (name: string, total: number) => {
      const expected = (total * saying.length) / all.length
      return Math.abs((counts.get(name) ?? 0) - expected) / Math.sqrt(expected + 1)
    }
    const strongest = [...totals]
      .map(([name, total]) => ({ name, surprise: surprise(name, total) }))
      .toSorted((a, b) => b.surprise - a.surprise)
    for (const { name } of strongest.slice(0, mostPairs)) kept.add(name)
  }
  return (name) => isConceptName(name) || kept.has(name)
}

function learnKind(kind: string, matrix: Matrix, heard: Heard): LearnedKind {
  const { samples, background } = heard
  const weights = fit(matrix, labelsOf(kind, heard), decayOf(kind))
  const unseen = new Float64Array(matrix.starts.length - 1)
  for (let part = 0; part < parts; part++) {
    const scores = predict(matrix, fit(matrix, labelsOf(kind, heard, part), decayOf(kind)))
    for (const [row, score] of scores.entries()) if (partOf(row, samples) === part) unseen[row] = score
  }
  const scoresWhere = (says: boolean) =>
    unseen.slice(0, samples.length).filter((_, row) => samples[row]?.kind === kind && samples[row]?.says === says)
  const threshold = highest(scoresWhere(false), kinds[kind] ?? 0)
  const foreign = unseen.slice(samples.length, samples.length + background.foreign.length)
  const rare = rarities.map((rarity) => highest(foreign, 1 / rarity))
  const said = scoresWhere(true)
  const recall = rare.map((least) => said.filter((score) => score > Math.max(threshold, least)).length / said.length)
  return { kind, weights, threshold, rare, recall }
}

/** The part of a row. Adjacent background sentences come from one document, so 500 in a row are in the same part. */
const partOf = (row: number, samples: readonly Sample[]): number =>
  (row < samples.length ? row : Math.floor(row / 500)) % parts

/** @param left the part of the rows that is held out */
function labelsOf(kind: string, { samples, background }: Heard, left?: number): Labels {
  const rows = samples.length + background.foreign.length + background.own.length
  const signs = new Float64Array(rows).fill(-1)
  const counts = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const sample = samples[row]
    if (sample?.kind === kind && sample.says) signs[row] = 1
    const isOwn = row >= samples.length + background.foreign.length
    if (left === undefined || partOf(row, samples) !== left) counts[row] = countOf(kind, sample, isOwn)
  }
  return { signs, counts }
}

/**
 * The weight of a sentence. Sentences of other kinds and of documents may make the point too, above all about an
 * aspect, which many sentences mention; a flag is rare.
 */
function countOf(kind: string, sample: Sample | undefined, isOwn: boolean): number {
  // Sentences that only seem to state a flag are the easiest to mistake for one.
  if (sample?.kind === kind) return sample.says || isAspect(kind) ? 1 : 2
  // Our own designs cover every aspect, as they should.
  if (isOwn) return isAspect(kind) ? 0 : 2
  if (!sample) return isAspect(kind) ? 0.18 : 2
  if (sample.kind === 'plain') return isAspect(kind) ? 1 : 2
  if (!isAspect(kind)) return 1
  return isAspect(sample.kind) ? 0.1 : 0.3
}

/** The score that the given share of scores exceeds, interpolated. */
function highest(scores: Float64Array, share: number): number {
  const sorted = scores.toSorted()
  const place = (sorted.length - 1) * (1 - share)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place % 1)
}
