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
import { defineRule } from '../core/lint/rule.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { topics, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'security-considered',
  category: 'checklist',
  description: 'Require the section on security to cover authentication, authorization and data protection',
  severity: 'warning',
  *check(context) {
    const { document, type } = context
    const [section] = writtenAbout(context, topics.security)
    if (!section) return
    const { blocks } = factsOf(document)
    const missing = questions.filter(([concept]) => !blocks.some(({ scan }) => scan.concepts.has(concept)))
    // If security is covered well otherwise, one of the three may be irrelevant.
    const isWeak = judgementOf(context, 'security').status !== 'met'
    if (missing.length >= (isWeak ? 1 : type.coversSystem ? 2 : 3))
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` does not cover ${listing.format(missing.map(([, name]) => name))}`,
      }
  },
})

const questions = [
  ['authn', 'authentication'],
  ['authz', 'authorization'],
  ['protection', 'data protection'],
] as const

const listing = new Intl.ListFormat('en-GB')
