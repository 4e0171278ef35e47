/**
 * Require the consequences of a decision to name benefits, drawbacks and trade-offs.
 *
 * ## Why
 *
 * Every choice costs something. A record that lists only advantages has not been thought through, and those who live
 * with the decision discover its price on their own.
 *
 * ## Examples
 *
 * ```md ok type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Orders survive an outage of the warehouse. In return one more system has to be run, and support sees an order some seconds late.
 * ```
 *
 * ```md ok type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Nothing new has to be learnt, and the warehouse polls whenever it likes; nine polls in ten return nothing.
 * ```
 *
 * ```md ok type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Orders survive an outage of the warehouse. A test of the whole shop takes longer.
 * ```
 *
 * ```md bad type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Orders no longer fail with the warehouse, there are fewer failures at night, and we can finally remove the lock table.
 * ```
 *
 * ```text messages
 * 3:1-3:16: `Consequences` states no drawback: what gets worse, or what does it cost?
 * ```
 *
 * ```md bad type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Orders survive an outage of the warehouse. The shop answers faster, and the warehouse can be deployed by day at last.
 * ```
 *
 * ```text messages
 * 3:1-3:16: `Consequences` states no drawback: what gets worse, or what does it cost?
 * ```
 */
import { isDecisionType } from '../core/decisions/record.ts'
import type { DocumentModel, Section } from '../core/document/document.ts'
import { isForeign } from '../core/document/language.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { readBlocks } from '../reading/prose/blocks.ts'

export default defineRule({
  id: 'adr-consequences',
  category: 'decision',
  description: 'Require the consequences of a decision to name benefits, drawbacks and trade-offs',
  severity: 'warning',
  *check({ document, type }) {
    if (!isDecisionType(type)) return
    const section = document.sections.find(({ key }) =>
      /^(?:consequences?|implications?|results?|outcomes?)$/.test(key),
    )
    if (!section) return
    // If the template has a heading for it, `required-section` reports that it is missing.
    if (outlineOf(document, type).missing.some(({ parent }) => parent === section)) return
    const text = document.prose.slice(document.rangeOf(section.heading).end, section.end)
    if ((text.match(/\p{L}+/gu)?.length ?? 0) < fewestWords || namesDrawback(document, section) || isForeign(text))
      return
    if (text.length < 400 && elsewhere.test(text)) return
    yield {
      ...document.rangeOf(section.heading),
      reason: `\`${section.title}\` states no drawback: what gets worse, or what does it cost?`,
    }
  },
})

/**
 * Whether a section names a drawback; *no longer overlap*, *only need a worker* and *can remove the server* sound like
 * one but are gains.
 */
const namesDrawback = (document: DocumentModel, { heading, end }: Section): boolean => {
  const from = document.rangeOf(heading).end
  return readBlocks(document).some(
    (block) => block.start >= from && block.end <= end && block.scan.concepts.has('drawback'),
  )
}

/** Fewer words are not an answer yet. */
const fewestWords = 8

/** Text that only refers to another one. */
const elsewhere = /^\s*(?:please )?(?:see|read|refer to)\b/i
