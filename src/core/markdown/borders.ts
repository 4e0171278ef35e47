/** Splits a text where all that is open ends, whatever Markdown says, because its author surely meant it so. */
import { type Cuts, findCuts } from './cuts.ts'
import { frontStart } from './frontStart.ts'
import { endsOfUnclosed } from './unclosedFences.ts'

/** UTF-16 offsets in order at which another text begins, as it were: none of the blocks before goes on in it. */
export function bordersOf(text: string): readonly number[] {
  const front = frontStart(text)
  if (front === 0) return endsOfUnclosed(text)
  return [front, ...endsOfUnclosed(text.slice(front)).map((end) => front + end)]
}

/** Where a text with its borders is cut. */
export interface PartedCuts extends Cuts {
  /** By the index of a cut the index of the border after it, or of the end. */
  readonly lasts: readonly number[]
}

export function cutsOfParts(text: string): PartedCuts {
  const at = [0]
  const costs: number[] = []
  const lasts: number[] = []
  let start = 0
  for (const end of [...bordersOf(text), text.length]) {
    const cuts = findCuts(start === 0 && end === text.length ? text : text.slice(start, end))
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
