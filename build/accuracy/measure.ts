import type { LabelledDocument } from './corpus.ts'

/** One thing that is measured against the labels: the checklist now, others beside it. */
export interface Measure {
  readonly title: string
  /** What the readers and our judge say of each document and item. */
  compare(documents: readonly LabelledDocument[]): Promise<readonly Comparison[]>
  /** The class whose F1, precision and recall count. */
  readonly positive: string
  /** What is good enough, over all items. */
  readonly goals: Readonly<Partial<Record<Figure, number>>>
  /** What has been reached on the 77 labelled documents, rounded down: less is a step back, and fails a test. */
  readonly reached: Readonly<Partial<Record<Figure, number>>>
}

/** What is measured of a class; NaN where it neither occurs nor is said. */
export const figures = ['precision', 'recall', 'f1', 'accuracy'] as const
export type Figure = (typeof figures)[number]

export interface Comparison {
  readonly document: string
  readonly item: string
  readonly said: string
  readonly readers: readonly [string, string]
  readonly note: string
}

export interface Score extends Readonly<Record<Figure, number>> {
  readonly count: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

/** Where the readers differ, either of them is right. */
export const isRight = ({ said, readers }: Comparison): boolean => readers.includes(said)

/** What the readers say, as far as a judge can be measured by it: our own answer where one of them gave it. */
const truthOf = (comparison: Comparison): string => (isRight(comparison) ? comparison.said : comparison.readers[0])

/** Precision, recall and F1 of one class, and the share of right answers. */
export function score(comparisons: readonly Comparison[], positive: string): Score {
  const is = (predicate: (comparison: Comparison) => boolean) => comparisons.filter(predicate).length
  const hits = is((each) => each.said === positive && truthOf(each) === positive)
  const falsePositives = is((each) => each.said === positive && truthOf(each) !== positive)
  const falseNegatives = is((each) => each.said !== positive && truthOf(each) === positive)
  return {
    count: comparisons.length,
    accuracy: is(isRight) / comparisons.length,
    precision: hits / (hits + falsePositives),
    recall: hits / (hits + falseNegatives),
    f1: (2 * hits) / (2 * hits + falsePositives + falseNegatives),
    falsePositives,
    falseNegatives,
  }
}
