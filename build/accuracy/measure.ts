import type { LabelledDocument } from './corpus.ts'

/** One thing that is measured against the labels: the checklist now, others beside it. */
export interface Measure {
  readonly title: string
  /** What the readers and our judge say of each document and item. */
  compare(documents: readonly LabelledDocument[]): readonly Comparison[]
  /** The class whose F1 counts. */
  readonly positive: string
  readonly goals: { readonly f1: number; readonly accuracy: number }
}

export interface Comparison {
  readonly document: string
  readonly item: string
  readonly said: string
  readonly readers: readonly [string, string]
  readonly note: string
}

export interface Score {
  readonly count: number
  readonly accuracy: number
  /** NaN when the class neither occurs nor is said. */
  readonly f1: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

/** Where the readers differ, either of them is right. */
export const isRight = ({ said, readers }: Comparison): boolean => readers.includes(said)

/** What the readers say, as far as a judge can be measured by it: our own answer where one of them gave it. */
const truthOf = (comparison: Comparison): string => (isRight(comparison) ? comparison.said : comparison.readers[0])

/** F1 of one class and the share of right answers. */
export function score(comparisons: readonly Comparison[], positive: string): Score {
  const is = (predicate: (comparison: Comparison) => boolean) => comparisons.filter(predicate).length
  const hits = is((each) => each.said === positive && truthOf(each) === positive)
  const falsePositives = is((each) => each.said === positive && truthOf(each) !== positive)
  const falseNegatives = is((each) => each.said !== positive && truthOf(each) === positive)
  return {
    count: comparisons.length,
    accuracy: is(isRight) / comparisons.length,
    f1: (2 * hits) / (2 * hits + falsePositives + falseNegatives),
    falsePositives,
    falseNegatives,
  }
}
