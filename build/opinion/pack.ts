/** Writes the learned model as the file of weights that ships. */

import { shareOf } from '../../src/reading/opinion/features.ts'
import { middle, signOf, signs } from '../../src/reading/opinion/model.ts'
import { isWord } from '../../src/reading/opinion/tokens.ts'
import { type Columns, strength, weightOfWord } from './columns.ts'
import type { Learned } from './learn.ts'

/** The largest coordinate of a vector. */
const largestCoordinate = 0.9082

export function coordinateOf(sign: string): number {
  const at = signs.indexOf(sign) - middle
  return Math.sign(at) * (at / middle) ** 2 * largestCoordinate
}

/** The approximate length of a line in the file, in characters. */
const lineLength = 2000

export function packWeights({ columns, kinds }: Learned): string {
  const scale = kinds.map(({ weights }) => largestWeight(columns, weights))
  const words = wordsOf(columns).flatMap((word) => {
    const row = kinds.map(({ weights }, kind) => signOf(weightOfWord(word, columns, weights) / (scale[kind] ?? 1)))
    return row.every((sign) => Math.abs(sign - middle) <= smallest)
      ? []
      : [word + row.map((sign) => signs[sign]).join('')]
  })
  const others = [...columns.others]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, column]) => {
      const row = kinds.flatMap(({ weights }, kind) => {
        const weight = strength.word * shareOf(name) * (weights[column] ?? 0)
        const sign = signOf(weight / (scale[kind] ?? 1))
        return Math.abs(sign - middle) < leastOfPair ? [] : [`${signs[kind]}${signs[sign]}`]
      })
      return row.length === 0 ? [] : [`${name}=${row.join('')}`]
    })
  return `/**
 * The weights of the sentence classifier, written by \`npm run train\` and never by hand. Our own sentences are in
 * build/opinion/sentences/. Which words are similar comes from GloVe (Pennington, Socher, Manning; public domain,
 * PDDL 1.0).
 */
export const packed = {
  kinds: [
${kinds.map(({ kind }) => `    '${kind}',\n`).join('')}  ] as const,
  /** For each kind, the number that is added to every score. */
  bias: [${kinds.map(({ weights }) => rounded(weights[columns.count] ?? 0)).join(', ')}],
  /** For each kind, the largest weight. */
  scale: [${scale.map(rounded).join(', ')}],
  /** For each kind, the score that few sentences exceed that only seem to make the point. */
  threshold: [${kinds.map(({ threshold }) => rounded(threshold)).join(', ')}],
  /** For each kind, the scores that one in 30, 100, 300, 1,000 and 3,000 sentences of real documents exceeds. */
  rare: [
${kinds.map(({ rare }) => `    [${rare.map(rounded).join(', ')}],\n`).join('')}  ],
  /** Each word, followed by one character for its weight in each kind. */
  words: [
${linesOf(words)}  ],
  /** Each pair of words or other feature, followed by pairs of characters: one for a kind, one for the weight in it. */
  others: [
${linesOf(others)}  ],
}
`
}

/** A pair of words with a smaller weight is left out for that kind: there are many, and they take up space. */
const leastOfPair = 5
/** A word with no larger weight in any kind is left out. */
const smallest = 5

const rounded = (value: number): number => Math.round(value * 100) / 100

const wordsOf = ({ vectors, words }: Columns): readonly string[] =>
  [...new Set([...vectors.keys(), ...words])].filter(isWord).toSorted()

function largestWeight(columns: Columns, weights: Float64Array): number {
  let largest = 0
  for (const word of wordsOf(columns)) largest = Math.max(largest, Math.abs(weightOfWord(word, columns, weights)))
  for (const [name, column] of columns.others)
    largest = Math.max(largest, Math.abs(strength.word * shareOf(name) * (weights[column] ?? 0)))
  return largest
}

function linesOf(entries: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const entry of entries) {
    if (line.length + entry.length > lineLength) {
      lines.push(line)
      line = ''
    }
    line += line ? ` ${entry}` : entry
  }
  return [...lines, line].map((each) => `    '${each}',\n`).join('')
}
