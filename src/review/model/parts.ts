/** Splits a document that is too long for a language model into parts, at headings if possible. */

import type { Range } from '../../core/text/range.ts'

/** The most parts; nobody wants to pay for more requests without being asked. */
const mostParts = 12

/**
 * Splits a text into parts that fit, in order and without gaps.
 *
 * @param headings the offsets at which sections begin, in order
 * @param fits whether a piece of text is short enough; called at most twice per part
 * @returns undefined if more than twelve parts were needed
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
    // Each waiting range becomes at least one part.
    if (middle === undefined || parts.length + waiting.length + 2 > mostParts) return undefined
    waiting.push({ start: middle, end: part.end }, { start: part.start, end: middle })
  }
  return parts
}

/** The beginning of a section nearest to the middle, or else of a paragraph or a line; undefined for a single line. */
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
