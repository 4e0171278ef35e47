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
 * ```md ok type=adr-nygard
 * # 7. Use a queue
 *
 * ## Consequences
 *
 * Nothing new has to be learnt, and the warehouse polls whenever it likes; nine polls in ten return nothing.
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
 * 3:1-3:16: `Consequences` names no disadvantage: what gets worse, or what does it cost?
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
 * 3:1-3:16: `Consequences` names no disadvantage: what gets worse, or what does it cost?
 * ```
 */
import { isDecisionType } from '../core/decisions/record.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isForeign } from '../reading/prose/language.ts'

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
    if ((text.match(/\p{L}+/gu)?.length ?? 0) < fewestWords || hasPrice(text) || isForeign(text)) return
    if (text.length < 400 && elsewhere.test(text)) return
    yield {
      ...document.rangeOf(section.heading),
      reason: `\`${section.title}\` names no disadvantage: what gets worse, or what does it cost?`,
    }
  },
})

/** Fewer are no answer yet. */
const fewestWords = 8

/** Words by which a text owns up to a price. */
const price =
  /\b(?:but|however|although|though|despite|unfortunately|negatives?|bad|cons?|trade-?offs?|drawbacks?|downsides?|disadvantages?|costs?|costly|price|expens\w*|risks?|risky|harder|difficult\w*|slower|slow|worse|complex\w*|complicat\w*|overhead|effort|burden|cannot|can't|can not|won't|will not|not be able|no longer|must|need(?:s|ed)? to|have to|has to|requires?|required|lose|loses|losing|loss|limit\w*|lack\w*|miss(?:es|ing)?|break\w*|incompatib\w*|migrat\w*|maint[ae]\w+|learn\w*|unfamiliar|depend\w*|lock-?in|duplicat\w*|additional|extra|one more|another|more (?:work|time|code|memory|steps?|moving)|in return|at the expense|instead of|only|fail\w*|problem\w*|issues?|concern\w*|vulnerab\w*|threat\w*|confus\w*|increas\w*|delay\w*|late|latency|challeng\w*|compromis\w*|restrict\w*|deprecat\w*|remov\w*|neutral|wast\w+|return(?:s|ed)? nothing|for nothing|stale|idle|manual\w*|by hand|unless|holds? up|noisy|weaker|heavier|we should|chang(?:es?|ing) (?:in |of )?(?:the |this )?(?:new )?(?:default|behaviou?r))\b/i

const hasPrice = (text: string): boolean => price.test(text.slice(0, 20_000).replace(relief, ' '))

/** What sounds like a price and is a gain: *no longer overlap*, *only need a worker*, *can remove the server*, *fewer failures*. */
const relief =
  /\bno longer (?:need|have to|has to|overlap|fail|block|wait|depend|break|crash|compet|conflict|collid|los|miss|slow|suffer|requir|must|stall|leak|interfer)\w*|\bonly (?:needs?|takes?|requires?|ha(?:s|ve) to)\b|\b(?:can|could|allows? us to|lets? us) (?:finally |now |at last |then |also )?(?:remov|drop|delet|retir)\w*|\b(?:reduc\w{0,4}|lower\w{0,3}|less|fewer|avoid\w{0,3}|eliminat\w{0,3}|prevent\w{0,3}|without|no) (?:\w{2,12} )?(?:risks?|costs?|complexity|latency|effort|fail\w{0,5}|problems?|issues?|delays?|overhead|maintenance|duplicat\w{0,4}|loss|burden)\b/gi

/** What only sends its readers to another text. */
const elsewhere = /^\s*(?:please )?(?:see|read|refer to)\b/i
