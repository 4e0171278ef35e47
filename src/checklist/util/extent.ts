import type { DocumentModel } from '../../core/document.ts'
import { factsOf, proseOf } from './facts.ts'
import { type Mention, mentionAt } from './mentions.ts'

/** A size that the author states. */
export interface Extent extends Mention {
  readonly amount: number
}

/** The largest number of people that is said to build or run the system; undefined when none is said. */
export function teamOf(document: DocumentModel): Extent | undefined {
  return largest(
    proseOf(factsOf(document)).flatMap((block) =>
      teamContext.test(block.text)
        ? Array.from(block.text.matchAll(people), (match) => ({
            ...mentionAt(block, { start: block.start + match.index, end: block.start + match.index + match[0].length }),
            amount: numberOf(match[1] ?? match[2] ?? ''),
          }))
        : [],
    ),
  )
}

/** How many users, or requests in a second, are said at most; each undefined when nothing is said. */
export function loadOf(document: DocumentModel): { readonly users?: Extent; readonly rate?: Extent } {
  const users: Extent[] = []
  const rates: Extent[] = []
  for (const block of proseOf(factsOf(document)))
    for (const { kind, start, end } of block.scan.quantities) {
      if (kind !== 'count' && kind !== 'rate') continue
      const words = block.text.slice(start, end)
      const [period = '', unit = ''] = perTime.exec(block.text.slice(end, end + 20)) ?? []
      const mention = mentionAt(block, { start: block.start + start, end: block.start + end + period.length })
      const amount = numberOf(words)
      if (kind === 'rate' && /(?:rps|qps|tps|ops)$/i.test(words)) rates.push({ ...mention, amount })
      else if (unit) rates.push({ ...mention, amount: amount / (seconds.get(unit.toLowerCase()) ?? 1) })
      else if (/(?:users|customers|clients|accounts)$/i.test(words)) users.push({ ...mention, amount })
    }
  const most = { users: largest(users), rate: largest(rates) }
  return { ...(most.users && { users: most.users }), ...(most.rate && { rate: most.rate }) }
}

const largest = (extents: readonly Extent[]): Extent | undefined => extents.toSorted((a, b) => b.amount - a.amount)[0]

/** Where people are those who do the work. */
const teamContext = /\b(?:team|squad|staff|we are|built by|run by|maintain\w*|operated by|on[ -]call|hire)\b/i

const people =
  /\bteam of (\d{1,4}|[a-z]{3,5})\b|\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|single|solo)[ -](?:[a-z]{2,12}[ -]){0,2}(?:engineers?|developers?|devs?|programmers?|people|persons?|ftes?)\b/gi

const perTime = /^\s?(?:per|an?|each|every|\/)\s?(second|minute|hour|day|week|month)\b/i

const seconds = new Map([
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_592_000],
])

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A number as written, with `k`, `million` and the like; NaN where there is none. */
function numberOf(written: string): number {
  const text = written.toLowerCase()
  if (text === 'single' || text === 'solo') return 1
  const spelled = words.indexOf(text)
  if (spelled >= 0) return spelled
  const [, digits = '', scale = ''] = /^(\d[\d.,]*)\s?(k|m|bn|b|thousand|million|billion)?\b/.exec(text) ?? []
  const factor = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9 }[scale] ?? 1
  return Number.parseFloat(digits.replaceAll(',', '')) * factor
}
