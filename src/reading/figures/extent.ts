/** Finds how large a document says a team or a load is. */

import type { DocumentModel } from '../../core/document/document.ts'
import { factsOf, proseOf } from '../prose/facts.ts'
import { type Mention, mentionAt } from '../prose/mentions.ts'
import { readQuantity } from './quantities.ts'

/** A size that the author states. */
export interface Extent extends Mention {
  readonly amount: number
}

/** The largest number of people said to build or run the system; undefined if none is given. */
export const teamOf = (document: DocumentModel): Extent | undefined =>
  largest(
    proseOf(factsOf(document)).flatMap((block) =>
      teamContext.test(block.text)
        ? Array.from(block.text.matchAll(people), ({ index, 0: words, 1: ofTeam, 2: count = ofTeam ?? '' }) => ({
            ...mentionAt(block, { start: block.start + index, end: block.start + index + words.length }),
            amount: spelled.get(count.toLowerCase()) ?? Number(count),
          }))
        : [],
    ),
  )

/** The largest stated numbers of users and of requests per second; each absent if not stated. */
export function loadOf(document: DocumentModel): { readonly users?: Extent; readonly rate?: Extent } {
  const users: Extent[] = []
  const rates: Extent[] = []
  for (const block of proseOf(factsOf(document)))
    for (const { index } of block.text.matchAll(/(?<![\w.,])\d/g)) {
      const quantity = readQuantity(block.text, index)
      if (!quantity || quantity.currency || quantity.isPercent || quantity.data.length > 0) continue
      const { number, scale, time, seconds, labels, end } = quantity
      const extent = {
        ...mentionAt(block, { start: block.start + index, end: block.start + end }),
        amount: number.value * scale * seconds,
      }
      if (labels.some((label) => load.test(label)) && time === -1) rates.push(extent)
      else if (labels.some((label) => persons.test(label)) && time === 0) users.push(extent)
    }
  const most = { users: largest(users), rate: largest(rates) }
  return { ...(most.users && { users: most.users }), ...(most.rate && { rate: most.rate }) }
}

const largest = (extents: readonly Extent[]): Extent | undefined =>
  extents.filter(({ amount }) => amount >= 0).toSorted((a, b) => b.amount - a.amount)[0]

const load = /^(?:requests?|reqs?|calls|queries|orders|messages|transactions|events|jobs|reads|writes|visits|uploads)$/

const persons = /^(?:users|customers|clients|employees|accounts|visitors|people)$/

/** Context in which people are those who do the work. */
const teamContext = /\b(?:team|squad|staff|we are|built by|run by|maintain\w{0,5}|operated by|on[ -]call|hire)\b/i

const people =
  /\bteam of (\d{1,4}|[a-z]{3,5})\b|\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|single|solo)[ -](?:[a-z]{2,12}[ -]){0,2}(?:engineers?|developers?|devs?|programmers?|people|persons?|ftes?)\b/gi

const spelled = new Map([
  ['single', 1],
  ['solo', 1],
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, index) => [word, index + 1] as const,
  ),
])
