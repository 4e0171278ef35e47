/** Which cuts a text shares with an earlier one, from which it usually differs in one place. */
import { firstIndex } from '../data/firstIndex.ts'
import { lineEnd } from '../text/lineBounds.ts'
import { sharedEnds } from '../text/sharedEnds.ts'
import { frontmatterEnd } from './markdown.ts'

/** Where a text is cut, and the estimated costs of the parts (`cost.ts`). A cut may turn out to be inside a block. */
export interface Cuts {
  /** UTF-16 offsets, including 0 and the length of the text. */
  readonly at: readonly number[]
  /** The cost of the part after each cut; one fewer than `at`. */
  readonly costs: readonly number[]
  /**
   * For each cut at a heading, whether the line above is blank; undefined for others. Nothing else above a heading has
   * any influence on the cuts below it.
   */
  readonly isAfterBlank: readonly (boolean | undefined)[]
}

/** A text with its cuts. */
export interface CutText {
  readonly text: string
  readonly cuts: Cuts
}

/** The cuts that two texts share. */
export interface SharedCuts {
  /** Those up to the last heading above the difference, from which on the text has to be read; absent: all of it. */
  readonly above?: Cuts
  /**
   * Those from a heading below the difference on, at their offsets in the later text.
   *
   * @param place the heading's UTF-16 offset in the later text
   * @param isAfterBlank whether the line above is blank
   * @returns undefined if there is no such cut in the earlier text, or the texts differ below it
   */
  below(place: number, isAfterBlank: boolean): Cuts | undefined
}

/** Compare a text with an earlier one and its cuts. */
export function shareCuts(earlier: CutText, text: string): SharedCuts {
  const { at, isAfterBlank } = earlier.cuts
  const { atStart, atEnd } = sharedEnds(earlier.text, text)
  const shift = text.length - earlier.text.length
  // A heading is the same if its whole line is.
  let last = firstIndex(at, (place) => lineEnd(earlier.text, place) >= atStart) - 1
  while (last > 0 && isAfterBlank[last] === undefined) last--
  const hasSameFront = frontmatterEnd(earlier.text) === frontmatterEnd(text)
  return {
    ...(last > 0 && hasSameFront && { above: part(earlier.cuts, 0, last) }),
    below(place, isBelowBlank) {
      const index = firstIndex(at, (other) => other >= place - shift)
      const isShared =
        place >= text.length - atEnd && at[index] === place - shift && isAfterBlank[index] === isBelowBlank
      return isShared ? part(earlier.cuts, index, at.length - 1, shift) : undefined
    },
  }
}

/** The cuts from one to another, both included, moved by a number of UTF-16 units. */
const part = ({ at, costs, isAfterBlank }: Cuts, first: number, last: number, shift = 0): Cuts => ({
  at: at.slice(first, last + 1).map((place) => place + shift),
  costs: costs.slice(first, last),
  isAfterBlank: isAfterBlank.slice(first, last + 1),
})

/** Joins cuts to those below, which begin with the last one of them. */
export const joined = (above: Cuts, below: Cuts): Cuts => ({
  at: [...above.at, ...below.at.slice(1)],
  costs: [...above.costs, ...below.costs],
  isAfterBlank: [...above.isAfterBlank, ...below.isAfterBlank.slice(1)],
})
