/** Turns sentences into the matrix that the model learns from. */
import { type Features, shareOf } from '../../src/reading/opinion/features.ts'
import { stemOf } from '../../src/reading/opinion/tokens.ts'
import type { Matrix } from './fit.ts'

/** How many sentences a pair has to occur in to be learned. */
const leastPairs = 3
/** The factors for a word, and for a coordinate of its vector. */
export const strength = { word: 3, likeness: 2 } as const

/** The meaning of each column of a matrix. */
export interface Columns {
  /** All words in our sentences. */
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlyMap<string, number>
  readonly others: ReadonlyMap<string, number>
  readonly vectors: ReadonlyMap<string, Float32Array>
  /** The first column of the vectors' coordinates. */
  readonly likeness: number
  readonly count: number
}

/** The columns for what occurs in our sentences. @param isKept returns whether a pair gets a column */
export function columnsOf(
  features: readonly Features[],
  vectors: ReadonlyMap<string, Float32Array>,
  isKept: (name: string) => boolean = () => true,
): Columns {
  const all = new Set<string>()
  const stems = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { words, others } of features) {
    for (const word of words.keys()) {
      all.add(word)
      if (!stems.has(stemOf(word))) stems.set(stemOf(word), stems.size)
    }
    for (const name of others.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].filter(([name, count]) => count >= leastPairs && isKept(name)).map(([name]) => name)
  const others = new Map(names.map((name, index) => [name, stems.size + index]))
  const likeness = stems.size + others.size
  return { words: all, stems, others, vectors, likeness, count: likeness + coordinates(vectors) }
}

const coordinates = (vectors: ReadonlyMap<string, Float32Array>): number => vectors.values().next().value?.length ?? 0

export function matrixOf(features: readonly Features[], columns: Columns): Matrix {
  const starts = new Int32Array(features.length + 1)
  const indexes: number[] = []
  const values: number[] = []
  for (const [row, sentence] of features.entries()) {
    for (const [column, value] of rowOf(sentence, columns)) {
      indexes.push(column)
      values.push(value / sentence.size)
    }
    starts[row + 1] = indexes.length
  }
  return { columns: columns.count, starts, indexes: Int32Array.from(indexes), values: Float32Array.from(values) }
}

function rowOf({ words, others }: Features, columns: Columns): ReadonlyMap<number, number> {
  const row = new Map<number, number>()
  const add = (column: number | undefined, value: number) => {
    if (column !== undefined) row.set(column, (row.get(column) ?? 0) + value)
  }
  for (const word of words.keys()) {
    add(columns.stems.get(stemOf(word)), strength.word)
    for (const [index, value] of columns.vectors.get(word)?.entries() ?? [])
      add(columns.likeness + index, value * strength.likeness)
  }
  for (const name of others.keys()) add(columns.others.get(name), strength.word * shareOf(name))
  return row
}

/** What a word adds to a score in any sentence, before the division by the sentence's size. */
export function weightOfWord(word: string, { stems, vectors, likeness }: Columns, weights: Float64Array): number {
  const column = stems.get(stemOf(word))
  let sum = column === undefined ? 0 : strength.word * (weights[column] ?? 0)
  for (const [index, value] of vectors.get(word)?.entries() ?? [])
    sum += value * strength.likeness * (weights[likeness + index] ?? 0)
  return sum
}
