/** Finds names in a text where they are not part of a longer word, path or name. */

import type { Range } from '../core/text/range.ts'

/** A letter, digit or underscore, which cannot be next to a name. */
const inWord = /[\p{L}\p{N}\p{M}_]/u

/** Signs that join the words on both sides: `orders-api`, `docs/orders`, `orders.md`. */
const joins = /[-./\\@:#]/

/**
 * The ranges of a name where it is not part of something longer, in order.
 *
 * @param range the range to search, as UTF-16 offsets in the text
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

/** Whether a word continues at an offset: directly, or after a joining sign. */
function goesOn(text: string, at: number, step: 1 | -1): boolean {
  const next = text.charAt(at)
  if (inWord.test(next) || isHalf(next)) return true
  return joins.test(next) && inWord.test(text.charAt(at + step))
}

/** Half of a surrogate pair, which may be a letter. */
const isHalf = (unit: string): boolean => unit >= '\ud800' && unit <= '\udfff'

/** The name of a part before and after renaming. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

/** Replaces a name by another one wherever it is not part of something longer. */
export function replaceWhole(text: string, { from, to }: Renaming): string {
  let result = ''
  let at = 0
  for (const { start, end } of wholeNames(text, from, { start: 0, end: text.length })) {
    result += text.slice(at, start) + to
    at = end
  }
  return result + text.slice(at)
}
