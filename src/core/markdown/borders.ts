/** Splits a text where all open blocks end, regardless of Markdown's rules, because the author must have meant it. */
import { findCuts } from './cuts.ts'
import { frontStart } from './frontStart.ts'
import type { Cuts, CutText } from './sharedCuts.ts'
import { endsOfUnclosed } from './unclosedFences.ts'

/** UTF-16 offsets, in order, at which the text starts afresh: no block continues across them. */
export function bordersOf(text: string): readonly number[] {
  const front = frontStart(text)
  if (front === 0) return endsOfUnclosed(text)
  return [front, ...endsOfUnclosed(text.slice(front)).map((end) => front + end)]
}

/** The cuts of a text with borders. */
export interface PartedCuts extends Pick<Cuts, 'at' | 'costs'> {
  /** For each cut, by index, the index of the next border, or of the end. */
  readonly lasts: readonly number[]
  /** The text with its cuts, if it has no borders. */
  readonly whole?: CutText
}

/** @param earlier a similar text, as for `findCuts` */
export function cutsOfParts(text: string, earlier?: CutText): PartedCuts {
  const borders = bordersOf(text)
  if (borders.length === 0) {
    const cuts = findCuts(text, earlier)
    return { at: cuts.at, costs: cuts.costs, lasts: cuts.costs.map(() => cuts.costs.length), whole: { text, cuts } }
  }
  const at = [0]
  const costs: number[] = []
  const lasts: number[] = []
  let start = 0
  for (const end of [...borders, text.length]) {
    const cuts = findCuts(text.slice(start, end))
    const last = at.length - 1 + cuts.costs.length
    for (const [index, cost] of cuts.costs.entries()) {
      at.push(start + (cuts.at[index + 1] ?? 0))
      costs.push(cost)
      lasts.push(last)
    }
    start = end
  }
  return { at, costs, lasts }
}
