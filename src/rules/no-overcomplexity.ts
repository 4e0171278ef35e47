/**
 * Disallow more technologies than the stated load and team call for.
 *
 * ## Why
 *
 * Someone has to run, secure and upgrade every broker, cluster and mesh, whether it is needed or not. The flag compares
 * what the document says: how many users or requests there are, how many people build the system, and how many
 * technologies made for large loads and large teams they would run. If neither load nor team is stated, nothing is
 * reported.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The system is built by a team of four developers for 300 users, who send 20 orders per minute. It is one program on two
 * servers with Postgres beside it. We do not need Kafka, Kubernetes, Cassandra or a service mesh for that.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The system has 300 users, who send 20 orders per minute. Orders go through Kafka to services on Kubernetes, which talk to
 * each other through Istio. They are stored in Cassandra and copied to Elasticsearch for searching.
 * ```
 *
 * ```text messages
 * 3:76-3:81: `Kafka`, `Kubernetes`, `Istio`, `Cassandra` and `Elasticsearch` for `300 users`: someone has to run and upgrade each of them
 * ```
 */

import type { DocumentModel } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { technologiesOf } from '../reading/components/technologies.ts'
import { loadOf, teamOf } from '../reading/figures/extent.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import type { Mention } from '../reading/prose/mentions.ts'

export default defineRule<{ technologies: number; users: number; requestsPerSecond: number; people: number }>({
  id: 'no-overcomplexity',
  category: 'red-flag',
  description: 'Disallow more technologies than the stated load and team call for',
  severity: 'warning',
  options: {
    technologies: { type: 'number', description: 'How many technologies are too many', default: 4, minimum: 1 },
    users: { type: 'number', description: 'Up to how many users a load is small', default: 1000, minimum: 0 },
    requestsPerSecond: { type: 'number', description: 'Up to which rate a load is small', default: 10, minimum: 0 },
    people: { type: 'number', description: 'Up to how many people a team is small', default: 5, minimum: 0 },
  },
  *check(context) {
    const { document, options } = context
    if (!isJudged(context)) return
    const technologies = technologiesOf(document)
    const [first] = technologies
    if (!first || technologies.length < options.technologies) return
    const small = findSmall(document, options)
    if (!small) return
    yield {
      start: first.start,
      end: first.end,
      reason: `${listedNames(technologies.map(({ words }) => words))} for \`${small.words}\`: someone has to run and upgrade each of them`,
      related: [{ start: small.start, end: small.end, reason: 'The stated load or team' }],
    }
  },
})

/** The statement that load or team is small, unless another says that the load is large. */
function findSmall(
  document: DocumentModel,
  limits: { readonly users: number; readonly requestsPerSecond: number; readonly people: number },
): Mention | undefined {
  const { users, rate } = loadOf(document)
  if ((users && users.amount > limits.users) || (rate && rate.amount > limits.requestsPerSecond)) return undefined
  const team = teamOf(document)
  return users ?? rate ?? (team && team.amount <= limits.people ? team : undefined)
}
