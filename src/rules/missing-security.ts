/**
 * Require a design that takes requests or data from outside to address security.
 *
 * ## Why
 *
 * Permissions and data protection are expensive to add later. The flag is raised if the design has users, clients or an
 * interface, and the whole document does not cover security, or mentions it only in a word. A weak section on security
 * is reported by `security-considered`; a missing heading that the template requires is reported by `required-section`,
 * which does not look at the content.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Clients send orders over HTTPS to the API of the order service, which checks the access token of the user, and puts each
 * order into a queue. Workers read the queue and write to the database. Only the workers are authorized to write to it.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the API of the order service, which puts each order into a queue. Workers read the queue and write
 * to the database. Users see their orders in the browser.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No security: say who may do what, and how that is enforced
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the API of the order service, which puts each order into a queue. Workers read the queue and write
 * to the database. Users log in and see their orders in the browser, and security is a matter for later.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No security beyond a mention (`security is a matter for later`): say who may do what, and how that is enforced
 * ```
 *
 * Customers are strangers, wherever it is deployed:
 *
 * ```md bad type=system-design
 * # System Design: Returns Portal
 *
 * A customer gets a code in the portal, with the number of the order. A parcel shop turns the code into a label. The portal
 * asks the order service whether goods may come back, calls the label service and stores each code for 30 days. Other
 * services ask it what is on its way, so that shelves are free when the parcels of the day come in, and the shop's own
 * system sends the money back once somebody in the warehouse has looked at the goods and said that they are as they were.
 * ```
 *
 * ```text messages
 * 1:1-1:32: No security: say who may do what, and how that is enforced
 * ```
 *
 * Fields of an example say that people log in, and a link that more is said elsewhere:
 *
 * ````md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the API of the order service, which puts each order into a queue. Workers read the queue and write
 * to the database. Users see their orders in the browser.
 *
 * ```sql
 * CREATE TABLE users (login varchar(40), password char(64));
 * ```
 *
 * For security see the handbook of the platform.
 * ````
 *
 * ```text messages
 * 1:1-1:24: No security beyond a mention (`login varchar`): say who may do what, and how that is enforced
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import { defineRule } from '../core/lint/rule.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { isSaidWith, type Mention, mentionsOf } from '../reading/prose/mentions.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { topics } from '../reading/sections/topics.ts'

const matters = ['authn', 'authz', 'protection', 'threat', 'barrier', 'secure'] as const

/**
 * Mentions that count: a reference elsewhere does not, and code counts once, since a field `password` in each of three
 * tables says only that people log in.
 */
function countable(mentions: readonly Mention[]): readonly Mention[] {
  const here = mentions.filter((mention) => !isSaidWith(mention, 'elsewhere'))
  const named = here.find(({ block }) => block.kind === 'code')
  return here.filter((mention) => mention.block.kind !== 'code' || mention === named)
}

export default defineRule({
  id: 'missing-security',
  category: 'red-flag',
  description: 'Require a design that takes requests or data from outside to address security',
  severity: 'warning',
  // A draft may still say it.
  severityInDraft: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context, topics.security) || !natureOf(document).isOpen) return
    if (judgementOf(context, 'security').status === 'met') return
    const spoken = factsOf(document).blocks.filter(({ kind }) => kind !== 'heading')
    const mentions = matters.flatMap((matter) => countable(mentionsOf(spoken, matter)))
    if (mentions.length > 1) return
    const [mention] = mentionsOf(spoken, ...matters)
    yield {
      ...absence(document, 'security', 'say who may do what, and how that is enforced', mention),
      gap: 'security',
    }
  },
})
