/**
 * Require availability figures to agree with each other.
 *
 * ## Why
 *
 * Percentages close to a hundred hide what they mean: the difference between 99.9 % and 99.99 % is whether an on-call
 * engineer has time to react. Nines, minutes of downtime and recovery times are the same promise in different words,
 * and readers believe the one they understand. The allowed downtime is the rest of the period: 43 minutes per month at
 * 99.9 %. A recovery that takes longer breaks the promise with the first incident.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Availability
 *
 * ## Context
 *
 * - Availability: 99.95 % (three and a half nines), which leaves 22 minutes of downtime per month.
 * - RTO: 15 minutes, RPO: 1 minute
 * - A planned maintenance window of 2 hours per month is not part of the 99.95 % availability.
 *
 * | Availability | Nines | Downtime per year | Per month |
 * | --- | --- | --- | --- |
 * | 99 % | two nines | 3.65 days | 7.3 hours |
 * | 99.99 % | four nines | 52 min 36 s | 4.3 min |
 *
 * | Quality | Levels of availability |
 * | --- | --- |
 * | Uptime | 99 %: it works 99 % of the time, down for 3.65 days per year.<br/>99.9 %: down for 8.76 hours per year. |
 * ```
 *
 * ```md bad type=note
 * # Note: Availability
 *
 * ## Context
 *
 * - Availability: 99.9 % (four nines), that is 4 minutes of downtime per month.
 *
 * | Quality | Target |
 * | --- | --- |
 * | Allowed downtime | 8 hours per month |
 * | RTO | 12 hours |
 * ```
 *
 * ```text messages
 * 5:25-5:35: `99.9 %` is `three nines`, not `four nines`
 * 5:46-5:77: `99.9 %` allows `43.2 min` of downtime per month, not `4 minutes of downtime per month`
 * 9:22-9:39: `99.9 %` allows `43.2 min` of downtime per month, not `8 hours per month`
 * 10:9-10:17: Recovery takes `12 hours`, but `99.9 %` allows only `43.2 min` of downtime per month
 * ```
 */

import { groupBy } from '../core/data/groupBy.ts'
import { remember } from '../core/data/remember.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { defineRule, type Fix, type Problem } from '../core/lint/rule.ts'
import type { Range } from '../core/text/range.ts'
import {
  allowedBy,
  countsOf,
  formatSpan,
  isAllowed,
  nameNines,
  namePeriod,
  type Share,
  type Span,
} from '../reading/figures/availability.ts'
import { type Commitment, commitmentsOf } from '../reading/figures/commitments.ts'
import { year } from '../reading/figures/measures.ts'

export default defineRule({
  id: 'availability-arithmetic',
  category: 'agreement',
  description: 'Require availability figures to agree with each other',
  severity: 'warning',
  options: {
    tolerance: {
      type: 'number',
      description: 'Share by which a downtime may differ beyond rounding',
      default: 0.05,
      minimum: 0,
    },
  },
  *check({ document, options: { tolerance } }) {
    const commitments = commitmentsOf(document)
    const bySection = groupBy(commitments, ({ section }) => section)
    for (const commitment of commitments) {
      yield* wrongNines(document, commitment)
      for (const span of commitment.downtimes) {
        const share =
          commitment.shares.length > 0
            ? shareFor(document, commitment, span)
            : onlyShare(bySection.get(commitment.section) ?? [])
        const period = span.period ?? commitment.period
        if (!share || period === undefined || isAllowed(span, share.value, period, tolerance)) continue
        const allowed = formatSpan(allowedBy(share.value, period))
        yield {
          start: span.start,
          end: span.end,
          reason: `${quote(document, share)} allows \`${allowed}\` of downtime per ${namePeriod(period)}, not ${quote(document, span)}`,
          related: [relatedTo(share)],
          fixes: [replacing({ start: span.start, end: span.start + span.length }, allowed)],
        }
      }
    }
    yield* longRecoveries(document, commitments)
  },
})

const quote = ({ prose }: DocumentModel, { start, end }: Range): string =>
  `\`${prose.slice(start, end).replace(/\s+/g, ' ').replace(/[*_`]/g, '')}\``

/** A fix for the figure, which need not be the one that is wrong: it may be the availability. */
const replacing = ({ start, end }: Range, newText: string): Fix => ({
  title: `Replace with ${newText}`,
  edits: [{ start, end, newText }],
})

const relatedTo = ({ start, end }: Share) => ({ start, end, reason: 'The availability' })

/**
 * Numbers of nines that contradict the percentages next to them; both are paired in order if there are equally many.
 */
function* wrongNines(document: DocumentModel, { shares, nines, isTied }: Commitment): Generator<Problem> {
  if (shares.length !== nines.length) return
  for (const [i, { count, start, end }] of nines.entries()) {
    const share = shares[i]
    if (!share || !isTied(share, { start, end }) || countsOf(share.value).includes(count)) continue
    const expected = nameNines(countsOf(share.value)[0] ?? 0)
    const reason = `${quote(document, share)} is \`${expected}\`, not ${quote(document, { start, end })}`
    yield { start, end, reason, related: [relatedTo(share)] }
  }
}

/** The one share that a downtime is equated with; of several, the only one with nothing in between that parts them. */
function shareFor({ prose }: DocumentModel, { shares, nines, isTied }: Commitment, span: Span): Share | undefined {
  if (nines.some((each) => !shares.some((share) => isTied(share, each)))) return undefined
  const tied = shares.filter((share) => isTied(share, span))
  const close = tied.filter(
    ({ start, end }) => !parting.test(prose.slice(Math.min(end, span.end), Math.max(start, span.start))),
  )
  const [share, ...more] = tied.length > 1 ? close : tied
  return more.length === 0 ? share : undefined
}

const parting = /[),;|]|<br|\.\s/i

/** The only availability in a section, for a downtime without one. */
const onlyShare = remember((ofSection: readonly Commitment[]): Share | undefined => {
  const shares = ofSection.flatMap((each) => each.shares)
  return new Set(shares.map(({ value }) => value)).size === 1 ? shares[0] : undefined
})

/** Recoveries longer than the lowest promised availability allows in its period, which defaults to a year. */
function* longRecoveries(document: DocumentModel, commitments: readonly Commitment[]): Generator<Problem> {
  const budgets = commitments.flatMap(({ shares, period = year }) =>
    shares.map((share) => ({ share, period, allowed: allowedBy(share.value, period) })),
  )
  const widest = budgets.toSorted((a, b) => b.allowed - a.allowed)[0]
  if (!widest) return
  const { share, period, allowed } = widest
  for (const span of commitments.flatMap(({ recoveries }) => recoveries))
    if (span.seconds > allowed * 1.05)
      yield {
        start: span.start,
        end: span.end,
        reason: `Recovery takes ${quote(document, span)}, but ${quote(document, share)} allows only \`${formatSpan(allowed)}\` of downtime per ${namePeriod(period)}`,
        related: [relatedTo(share)],
      }
}
