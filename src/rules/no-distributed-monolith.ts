/**
 * Disallow services that can only be changed or deployed together.
 *
 * ## Why
 *
 * Services that share a database or must be deployed together have the cost of a distributed system and none of its
 * freedom. The flag is raised if the document says so about services, or if three or more services use one store in an
 * architecture diagram.
 *
 * ## Examples
 *
 * ````md ok type=system-design
 * # System Design: Orders
 *
 * The order service and the stock service do not share a database. Each of the two services is deployed alone, and they talk
 * to each other through events.
 *
 * ```mermaid
 * flowchart LR
 *   a[Order service] --> d[(Orders)]
 *   b[Stock service] --> e[(Stock)]
 * ```
 * ````
 *
 * One program that goes live as a whole has no services that could be coupled:
 *
 * ```md ok type=system-design
 * # System Design: Loans
 *
 * One codebase and one deployment: the API and the nightly job are simpler than separate services. The price is that they
 * are released together. Both run on the servers of the library and use the same database.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The order service and the stock service share the same database. Because of the schema, all services must be deployed at
 * the same time. Customers see all of it in the shop.
 * ```
 *
 * ```text messages
 * 3:41-3:64: `share the same database`: services coupled like this cannot be changed or deployed on their own
 * 3:110-4:14: `deployed at the same time`: services coupled like this cannot be changed or deployed on their own
 * ```
 *
 * ````md bad type=system-design
 * # System Design: Orders
 *
 * The order service takes orders, the stock service knows what there is, and the invoice service writes invoices. Customers
 * see all of it in the shop.
 *
 * ```mermaid
 * flowchart LR
 *   a[Order service] --> d[(Shop database)]
 *   b[Stock service] --> d
 *   c[Invoice service] --> d
 * ```
 * ````
 *
 * ```text messages
 * 8:24-8:42: `Order service`, `Stock service` and `Invoice service` share `Shop database`: none can change its tables without the others
 * ```
 */

import type { DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Problem } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { drawnComponents } from '../reading/drawings/drawing.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import { withOpinion } from '../reading/findings/secondOpinion.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { designStatementsOf, isSaidWith } from '../reading/prose/mentions.ts'

export default withOpinion({
  kind: 'distributed-monolith',
  like: 'coupled parts: they cannot be changed or deployed on their own',
  about: ['coupling'],
  unless: ['independence'],
})({
  id: 'no-distributed-monolith',
  category: 'red-flag',
  description: 'Disallow services that can only be changed or deployed together',
  severity: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context)) return
    const facts = factsOf(document)
    let until = 0
    const found = designStatementsOf(facts, 'togetherness').filter((statement) => !isSaidWith(statement, 'overcome'))
    for (const { block, start, end, words } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < until || !/\b(?:micro-?)?services?\b/i.test(block.text.replace(setAside, ' '))) continue
      until = end
      yield {
        start,
        end,
        reason: `\`${words}\`: services coupled like this cannot be changed or deployed on their own`,
      }
    }
    yield* sharedStores(document)
  },
})

/** Services that the design does not have: `simpler than separate services`. */
const setAside = /\b(?:than|instead of|rather than|over|not|no|without) (?:[\w-]{1,20} ){0,2}(?:micro-?)?services?\b/gi

/** Fewer services with one store may be just a service and its helper. */
const manyServices = 3

function* sharedStores(document: DocumentModel): Generator<Problem> {
  for (const diagram of document.diagrams)
    for (const { node, neighbours } of drawnComponents(diagram)) {
      if (node.kind !== 'store' || !/\b(?:db|database|sql|postgres\w*|mysql|mongo\w*|oracle)\b/i.test(node.label))
        continue
      const services = neighbours.filter(({ kind, label }) => !kind && /\bservices?\b/i.test(label))
      if (services.length < manyServices) continue
      yield {
        ...placeInDocument(document, diagram, node),
        reason: `${listedNames(services.map(({ label }) => label))} share \`${node.label}\`: none can change its tables without the others`,
      }
    }
}
