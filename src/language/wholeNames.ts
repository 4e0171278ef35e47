/** Finds names in a text where they stand alone, and not as a piece of a longer word, path or name. */

import type { Range } from '../core/text/range.ts'

/** A letter, digit or underscore: what a name may not go on with. */
const inWord = /[\p{L}\p{N}\p{M}_]/u

/** Signs that make one word of what stands on both sides of them: `orders-api`, `docs/orders`, `orders.md`. */
const joins = /[-./\\@:#]/

/**
 * Where a name stands alone, in order.
 *
 * @param range where to look, as UTF-16 offsets into the text
 */
export function* wholeNames(text: string, name: string, range: Range): Generator<Range> {
  const inside = text.slice(range.start, range.end)
  for (let at = inside.indexOf(name); at >= 0; ) {
    const start = range.start + at
    const end = start + name.length
    const isWhole = !goesOn(text, start - 1, -1) && !goesOn(text, end, 1)
    if (isWhole) yield { start, end }
    at = inside.indexOf(name, isWhole ? at + name.length : at + 1)
  }
}

/** Whether the word goes on at a place: at once, or behind a sign that joins. */
function goesOn(text: string, at: number, step: 1 | -1): boolean {
  const next = text.charAt(at)
  if (inWord.test(next) || isHalf(next)) return true
  return joins.test(next) && inWord.test(text.charAt(at + step))
}

/** Half of a sign beyond the first 65,536, which may be a letter. */
const isHalf = (unit: string): boolean => unit >= '\ud800' && unit <= '\udfff'

/** The name of a part before and after. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

/** The text with one name in the place of another, wherever that stands alone. */
export function replaceWhole(text: string, { from, to }: Renaming): string {
  let result = ''
  let at = 0
  for (const { start, end } of wholeNames(text, from, { start: 0, end: text.length })) {
    result += text.slice(at, start) + to
    at = end
  }
  return result + text.slice(at)
}
