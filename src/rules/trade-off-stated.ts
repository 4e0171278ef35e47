/**
 * Require a design to say what its choices cost.
 *
 * ## Why
 *
 * Every choice has costs. A design that names none has not been compared with anything, and the price appears in the
 * first year of operation. A section on trade-offs or alternatives, an acknowledged drawback, or one sentence that says
 * "this at the price of that" is enough.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Architecture
 *
 * Orders go through a queue, so that the warehouse may be down for a night. In exchange support sees them some seconds late.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * ## High-Level Architecture
 *
 * Orders go through a queue to the warehouse, which packs them by the day. The queue keeps each order for a week, and a worker
 * takes one at a time. Prices come from the catalogue, where each product has one. The shop reads them when it starts and
 * keeps them in memory. Each order is stored with the prices of its lines, so that a later change does not touch it.
 * Customers get a mail as soon as the parcel has left the house, with the number of the parcel and a link to the carrier.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No trade-offs: say what a choice costs, or what it was weighed against
 * ```
 */

import type { DocumentModel } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'
import { readBlocks } from '../reading/prose/blocks.ts'
import { isEnglish } from '../reading/prose/isEnglish.ts'
import { isWritten } from '../reading/prose/written.ts'

export default defineRule({
  id: 'trade-off-stated',
  category: 'decision',
  description: 'Require a design to say what its choices cost',
  severity: 'information',
  severityInDraft: 'hint',
  *check({ document, type, abstain }) {
    if (!type.coversSystem || isFreeForm(type)) return
    if (!isWritten(document)) return abstain()
    if (isWeighed(document) || !isEnglish(document.prose)) return
    yield {
      ...titlePlace(document),
      reason: 'No trade-offs: say what a choice costs, or what it was weighed against',
    }
  },
})

const isWeighed = (document: DocumentModel): boolean =>
  readBlocks(document).some(({ kind, scan }) => kind !== 'code' && scan.concepts.has('tradeOff'))
