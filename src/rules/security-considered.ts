/**
 * Require the section on security to cover authentication, authorization and data protection.
 *
 * ## Why
 *
 * Three questions find most holes: how callers prove who they are, where it is decided what they may do, and how data
 * is protected in transit and at rest. A section that hardly answers one of them looks like a ticked box. What other
 * sections say counts too; a section that explains why there is nothing to protect is fine.
 *
 * ## Examples
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## Security
 *
 * Callers log in with OAuth, the gateway checks their permissions, and all traffic goes over TLS.
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Bestellungen
 *
 * ## Sicherheit
 *
 * Gäste melden sich mit E-Mail und Passwort an. Was sie sehen dürfen, prüft der Dienst, und alle Daten sind mit TLS verschlüsselt.
 * ```
 *
 * A proposal in a form of its own may have such a section for a single risk, or to say that there is none. In a design of
 * something that runs, a section of fewer than twenty words that does neither is asked for more:
 *
 * ```md ok type=design
 * # Proposal: Rename a field
 *
 * ## Proposal
 *
 * In links, `via` replaces `from`. Old links keep both names for a year.
 *
 * ## Security considerations
 *
 * A link with both names could lead to two places; then `via` counts.
 * ```
 *
 * ```md ok type=design
 * # Proposal: Show where a parcel is
 *
 * ## Proposal
 *
 * The shop sends the number of the parcel to the tracking service, which asks the carrier and stores the answer in its
 * database. Two servers run it behind the load balancer of the shop.
 *
 * ## Security implications
 *
 * This does not affect the security of the shop.
 * ```
 *
 * ```md bad type=design
 * # Proposal: Show where a parcel is
 *
 * ## Proposal
 *
 * The shop sends the number of the parcel to the tracking service, which asks the carrier and stores the answer in its
 * database. Two servers run it behind the load balancer of the shop.
 *
 * ## Security
 *
 * We have not thought about it yet.
 * ```
 *
 * ```text messages
 * 8:1-8:12: `Security` does not cover authentication, authorization and data protection
 * ```
 *
 * ```md bad type=design-doc
 * # System Design: Orders
 *
 * ## Security
 *
 * All traffic between the shop and the Order API goes over TLS, and so does what goes to the warehouse. Certificates are
 * issued by our own authority and renewed each month.
 * ```
 *
 * ```text messages
 * 3:1-3:12: `Security` does not cover authentication and authorization
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import type { DocumentModel, Section } from '../core/document/document.ts'
import { defineRule, type RuleContext } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { listed } from '../core/text/listed.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { wordCount } from '../reading/prose/wordCount.ts'
import { topics, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'security-considered',
  category: 'checklist',
  description: 'Require the section on security to cover authentication, authorization and data protection',
  severity: 'warning',
  *check(context) {
    const { document } = context
    const [section] = writtenAbout(context, topics.security)
    if (!section) return
    const { blocks } = factsOf(document)
    const missing = questions.filter(([concept]) => !blocks.some(({ scan }) => scan.concepts.has(concept)))
    if (missing.length >= leastMissing(context, section))
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` does not cover ${listed(missing.map(([, name]) => name))}`,
      }
  },
})

/** How many of the three questions must be open before anything is reported. */
function leastMissing(context: RuleContext, section: Section): number {
  const { document, type } = context
  // A proposal in a form of its own may have this section for a single risk of a single feature, or to say that it has none.
  if (isFreeForm(type))
    return natureOf(document).isRunning && isThin(document, section) ? questions.length : Number.POSITIVE_INFINITY
  // If security is covered well otherwise, one of the three may be irrelevant.
  if (judgementOf(context, 'security').status !== 'met') return 1
  return type.coversSystem ? 2 : questions.length
}

/** Whether a section is very short and does not deny that security is affected. */
function isThin({ prose, rangeOf }: DocumentModel, { heading, end }: Section): boolean {
  const text = prose.slice(rangeOf(heading).end, end)
  const denies = /\b(?:not?|none|nothing|without|never|kein\w{0,2}|nichts?)\b|n['’]t\b|没有|不影响|无(?!线)/i.test(text)
  return wordCount(text) < 20 && !(denies && !/\byet\b|\bnoch (?:nicht|kein)|还没|尚未/i.test(text))
}

const questions = [
  ['authn', 'authentication'],
  ['authz', 'authorization'],
  ['protection', 'data protection'],
] as const
