/**
 * Require the consequences of a decision to name what gets better, what gets worse, and what is traded.
 *
 * ## Why
 *
 * Every choice costs something. A record that lists only advantages has not been thought through, and those who live with
 * the decision find its price by themselves.
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
 * ```md bad type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Orders survive an outage of the warehouse. The shop answers faster, and the warehouse can be deployed by day at last.
 * ```
 *
 * ```text messages
 * 3:1-3:16: Missing negative consequence in `Consequences`, expected what gets worse or what it costs
 * ```
 */
import { isDecisionType } from '../core/decisions/record.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'adr-consequences',
  category: 'decision',
  description: 'Require the consequences of a decision to name what gets better, what gets worse, and what is traded',
  severity: 'warning',
  *check({ document, type }) {
    if (!isDecisionType(type)) return
    const section = document.sections.find(({ key }) =>
      /^(?:consequences?|implications?|results?|outcomes?)$/.test(key),
    )
    if (!section) return
    // Where the template has a heading for it, its absence has been told.
    if (outlineOf(document, type).missing.some(({ parent }) => parent === section)) return
    const text = document.prose.slice(document.rangeOf(section.heading).end, section.end)
    if ((text.match(/\p{L}+/gu)?.length ?? 0) < fewestWords || price.test(text) || isForeign(text)) return
    yield {
      ...document.rangeOf(section.heading),
      reason: `Missing negative consequence in \`${section.title}\`, expected what gets worse or what it costs`,
    }
  },
})

/** Fewer are no answer yet. */
const fewestWords = 8

/** Words by which a text owns up to a price. */
const price =
  /\b(?:but|however|although|though|despite|unfortunately|negatives?|bad|cons?|trade-?offs?|drawbacks?|downsides?|disadvantages?|costs?|costly|price|expens\w*|risks?|risky|harder|difficult\w*|slower|slow|worse|complex\w*|complicat\w*|overhead|effort|burden|cannot|can't|can not|won't|will not|not be able|no longer|must|need(?:s|ed)? to|have to|has to|requires?|required|lose|loses|losing|loss|limit\w*|lack\w*|miss(?:es|ing)?|break\w*|incompatib\w*|migrat\w*|maint[ae]\w+|learn\w*|unfamiliar|depend\w*|lock-?in|duplicat\w*|additional|extra|one more|another|more (?:work|time|code|memory|steps?|moving)|in return|at the expense|instead of|only|fail\w*|problem\w*|issues?|concern\w*|vulnerab\w*|threat\w*|confus\w*|increas\w*|delay\w*|late|latency|challeng\w*|compromis\w*|restrict\w*|deprecat\w*|remov\w*|neutral)\b/i

/** The words above are English. */
const isForeign = (text: string): boolean =>
  (text.match(/\b(?:the|a|an|and|of|to|is|are|in|for|with)\b/gi)?.length ?? 0) < 2
