/** Cuts a document that is too long for a language model into parts, at headings where it can. */

import type { Range } from '../../core/text/range.ts'

/** More requests than these nobody wants to pay for unasked. */
const mostParts = 12

/**
 * Cut a text into parts that fit, in order, without gaps.
 *
 * @param headings the offsets at which sections begin, in order
 * @param fits whether a piece of the text is short enough; asked at most twice as often as there are parts
 * @returns undefined where it would take more than twelve parts
 */
export async function partsThatFit(
  text: string,
  headings: readonly number[],
  fits: (piece: string) => Promise<boolean>,
): Promise<readonly Range[] | undefined> {
  const parts: Range[] = []
  const waiting: Range[] = [{ start: 0, end: text.length }]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (await fits(text.slice(part.start, part.end))) {
      parts.push(part)
      continue
    }
    const middle = middleOf(text, headings, part)
    // What waits fits no better than one a piece.
    if (middle === undefined || parts.length + waiting.length + 2 > mostParts) return undefined
    waiting.push({ start: middle, end: part.end }, { start: part.start, end: middle })
  }
  return parts
}

/** The place nearest to the middle at which a section begins, or else a paragraph or a line; undefined in a text of one line. */
function middleOf(text: string, headings: readonly number[], { start, end }: Range): number | undefined {
  const half = (start + end) / 2
  const isInside = (at: number) => at > start && at < end
  const nearest = (places: readonly number[]) =>
    places
      .filter(isInside)
      .reduce<number | undefined>(
        (best, at) => (best !== undefined && Math.abs(best - half) <= Math.abs(at - half) ? best : at),
        undefined,
      )
  const around = (mark: string) => {
    const before = text.lastIndexOf(mark, half)
    const after = text.indexOf(mark, half)
    return nearest([before, after].filter((at) => at >= 0).map((at) => at + mark.length))
  }
  return nearest(headings) ?? around('\n\n') ?? around('\n')
}
