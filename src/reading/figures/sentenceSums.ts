/**
 * Finds sentences that list amounts and then state their sum:
 * `machines $90, storage $1,100 and mail $60, which makes $1,250`.
 */

import { remember } from '../../core/data/remember.ts'
import { collectInSlices } from '../../core/document/readSlices.ts'
import { excerptOf, type Passage, paragraphsIn } from '../prose/passages.ts'
import { moneyIn, readStatement } from './amounts.ts'
import type { Entry } from './totals.ts'

/** The amounts of each such sentence, with the total last. */
export const sentenceSums = collectInSlices((slice, document) =>
  paragraphsIn(slice, document).flatMap((passage) => sumsIn(passage)),
)

const sumsIn = remember((passage: Passage): readonly (readonly Entry[])[] => {
  if (!telling.test(passage.text) && !passage.text.includes('=')) return []
  return sentencesOf(passage.text).flatMap(({ text, start }) => {
    const sum = readSum(excerptOf(passage, start, text))
    return sum ? [sum] : []
  })
})

/** Words which say that an amount is the sum of those before it. */
const telling =
  /\b(?:makes?|making|totals?|totall?ing|add(?:s|ing)? up to|sums? (?:up )?to|come(?:s|ing)? to|together|altogether|in (?:all|total))\b/i
/** Words that may stand next to these between the last part and the sum. */
const smallWords = new Set(
  'and so which that this it they all is are to a an of in up us the together altogether total totals totaling totalling sum sums make makes making come comes coming add adds adding cost costs about around roughly'.split(
    ' ',
  ),
)

/** Whether the text between the last part and an amount says that the amount is the sum of all parts. */
function announcesSum(between: string): boolean {
  const separator = between.search(/[.,;:–—=]/)
  if (separator < 0) return false
  const said = between.slice(separator + 1)
  const isSmall = said.split(/[\s~≈=:–—]+/).every((word) => word === '' || smallWords.has(word.toLowerCase()))
  return isSmall && (between.includes('=') || telling.test(said))
}

/** Words that mean more than parts and their sum: factors, alternatives, times, parts of parts. */
const unclear =
  /%|[×*?]|\b(?:each|apiece|at|both|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|twice|half|of which|includ\w*|exclud\w*|without|plus tax|vat|saved|saving|was|were|before|earlier|later|then|now|today|instead|not|minus|less|or)\b/i

/** The sentences of a text; one that begins with a word such as `Together` is joined to the sentence before it. */
function sentencesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(
    /[.!?;]\s+(?!(?:That|This|Together|Altogether|In total|In all|All in all)\b)/g,
  ))
    starts.push(index + end.length)
  return starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1] ?? text.length) }))
}

function readSum(sentence: Passage): readonly Entry[] | undefined {
  const { text } = sentence
  if (text.length > longest) return undefined
  const amounts = moneyIn(text)
  const total = amounts.at(-1)
  const last = amounts.at(-2)
  if (!total || !last || amounts.length < 3 || unclear.test(text)) return undefined
  if (!announcesSum(text.slice(last.end, total.start))) return undefined
  // Any other number may be a factor.
  if (/\d/.test(amounts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)))
    return undefined
  let from = 0
  const entries: Entry[] = []
  for (const [index, { start, end }] of amounts.entries()) {
    // In `adds up to`, `up to` is not a bound.
    if (index === amounts.length - 1)
      from = start - (/(?:[~≈]|about|around|roughly) ?$/i.exec(text.slice(0, start))?.[0].length ?? 0)
    const next = amounts[index + 1]?.start ?? text.length
    const separator = /[,;:.+=–—]|\band\b|\bplus\b/.exec(text.slice(end, next))
    if (!separator && next < text.length) return undefined
    const until = separator ? end + separator.index : text.length
    const origin = excerptOf(sentence, from, text.slice(from, until))
    const statement = readStatement(origin.text)
    if (typeof statement !== 'object') return undefined
    entries.push({ kind: next === text.length ? 'total' : 'item', statement, origin, isGrand: true })
    from = until
  }
  return entries
}

/** The longest sentence that is read, in UTF-16 units; a longer one states more than a sum. */
const longest = 600
