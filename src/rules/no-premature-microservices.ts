/**
 * Disallow microservices for a small team, a small load or a first version.
 *
 * ## Why
 *
 * Each service adds a network, a deployment and a schema, and boundaries drawn before anyone knows the domain are
 * expensive to move. The flag is raised if the document chooses microservices and itself says that few people build the
 * system, that few use it, or that it is a first version. If none of these is stated, nothing is reported.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * A team of three developers builds the first version as one program with a module for orders and one for stock. We do not
 * start with microservices; a module becomes one when its load asks for it.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The system is built by three developers. It consists of eight microservices, each with its own database: orders, stock,
 * prices, customers, parcels, invoices, mail and search.
 * ```
 *
 * ```text messages
 * 3:63-3:76: `microservices` for `three developers`: each service has to be deployed, monitored and kept compatible
 * ```
 */

import type { DocumentModel } from '../core/document/document.ts'
import { loadOf, teamOf } from '../reading/figures/extent.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import { withOpinion } from '../reading/findings/secondOpinion.ts'
import type { Block } from '../reading/prose/blocks.ts'
import { areNear, factsOf } from '../reading/prose/facts.ts'
import { isSaidWith, type Mention, mentionsOf, statementsOf } from '../reading/prose/mentions.ts'

export default withOpinion({
  kind: 'premature-microservices',
  like: 'more services than the system needs: each has to be deployed, monitored and kept compatible',
  about: ['split', 'smallness'],
  unless: ['largeness'],
  denied: /\b(?:no|not|none|never|neither|without|instead)\b|n['’]t\b/i,
})<{ users: number; people: number }>({
  id: 'no-premature-microservices',
  category: 'red-flag',
  description: 'Disallow microservices for a small team, a small load or a first version',
  severity: 'information',
  options: {
    users: { type: 'number', description: 'Up to how many users a load is small', default: 1000, minimum: 0 },
    people: { type: 'number', description: 'Up to how many people a team is small', default: 5, minimum: 0 },
  },
  *check(context) {
    const { document, options } = context
    if (!isJudged(context)) return
    const facts = factsOf(document)
    const choice =
      statementsOf(facts, 'microservice').find(({ block }) => isChosen(block)) ??
      statementsOf(facts, 'manyServices').find(isOurs)
    const small = choice && findSmall(document, options, choice)
    if (!small) return
    yield {
      start: choice.start,
      end: choice.end,
      reason: `\`${choice.words}\` for \`${small.words}\`: each service has to be deployed, monitored and kept compatible`,
      related: [{ start: small.start, end: small.end, reason: 'The stated team, load or stage' }],
    }
  },
})

function findSmall(
  document: DocumentModel,
  limits: { users: number; people: number },
  { block }: Mention,
): Mention | undefined {
  const team = teamOf(document)
  const { users } = loadOf(document)
  if ((team && team.amount > limits.people) || (users && users.amount > limits.users)) return undefined
  const isFromStart = areNear(block, 'microservice', 'fromStart', 100)
  return (
    team ??
    users ??
    statementsOf(factsOf(document), 'early')[0] ??
    (isFromStart ? mentionsOf([block], 'fromStart')[0] : undefined)
  )
}

/** Whether the services are those of the design, not of a larger organisation, and not given up. */
const isOurs = (statement: Mention): boolean =>
  !isSaidWith(statement, 'largeness') && !isSaidWith(statement, 'overcome')

const isChosen = (block: Block): boolean =>
  areNear(block, 'microservice', 'choosing', 100) || areNear(block, 'microservice', 'fromStart', 100)
