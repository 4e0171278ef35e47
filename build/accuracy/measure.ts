import type { LabelledDocument } from './corpus.ts'

/** Something that is measured against the labels, such as the checklist. */
export interface Measure {
  readonly title: string
  /** The verdicts of the readers and of our judge on each document and item. */
  compare(documents: readonly LabelledDocument[]): Promise<readonly Comparison[]>
  /** The class for which F1, precision and recall are computed. */
  readonly positive: string
  /** The goals, over all items. */
  readonly goals: Readonly<Partial<Record<Figure, number>>>
  /** What the 77 labelled documents have reached, rounded down. A lower figure is a regression, and fails a test. */
  readonly reached: Readonly<Partial<Record<Figure, number>>>
}

/** The figures for a class; NaN if it neither occurs nor is predicted. */
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

/** Whether a verdict is right. If the readers differ, both answers are right. */
export const isRight = ({ said, readers }: Comparison): boolean => readers.includes(said)

/** The answer that a verdict is measured against: the verdict itself if one of the readers shares it. */
const truthOf = (comparison: Comparison): string => (isRight(comparison) ? comparison.said : comparison.readers[0])

/** Precision, recall and F1 of one class, and the share of right verdicts. */
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
