/**
 * Disallow one part that does everything or that everything connects to.
 *
 * ## Why
 *
 * A part that knows all others changes with each of them, and nobody understands it as a whole. The flag is raised if
 * the document says that a part does everything or lists many tasks for it, or if one part of an architecture diagram
 * is connected to most of the others in both directions. Parts that belong in the middle are not flagged: a gateway, a
 * proxy, a broker, a queue, a store.
 *
 * ## Examples
 *
 * ````md ok type=system-design
 * # System Design: Orders
 *
 * The order service accepts orders and puts them into the queue. The stock service reads the queue, and the mail service
 * tells the customer. All of them read and write their own tables of the database. To install them, there is one command
 * that handles everything.
 *
 * ```mermaid
 * flowchart LR
 *   gateway[API gateway] --> a[Orders] & b[Stock] & c[Mail] & d[Prices] & e[Search] & f[Users] & g[Parcels] & h[Invoices]
 *   a & b & c & d & e & f & g & h --> gateway
 * ```
 * ````
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The core service handles login, orders, prices, stock, invoices, mail, search and the warehouse. The frontend talks to the
 * core service over HTTP, and the core service holds all business logic.
 * ```
 *
 * ```text messages
 * 3:5-3:25: `core service handles` 8 things: a component with so many tasks changes whenever one of them does
 * 4:46-4:70: `holds all business logic`: a component like this has to change with everything else
 * ```
 *
 * ````md bad type=system-design
 * # System Design: Orders
 *
 * Customers order in the shop. The manager takes each order, and passes it on to the part that has to do something about it,
 * which gives its result back to the manager. The database is read and written by the parts.
 *
 * ```mermaid
 * flowchart LR
 *   m[Order manager] --> a[Stock] & b[Mail] & c[Prices] & d[Search] & e[Parcels]
 *   f[Shop] & g[Users] & h[Invoices] --> m
 * ```
 * ````
 *
 * ```text messages
 * 8:3-8:19: `Order manager` is connected to 8 of the 8 other components: it has to change with each of them
 * ```
 */

import type { DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Problem } from '../core/lint/rule.ts'
import { drawnComponents } from '../reading/drawings/drawing.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import { withOpinion } from '../reading/findings/secondOpinion.ts'
import type { Block } from '../reading/prose/blocks.ts'
import { factsOf, proseWith } from '../reading/prose/facts.ts'
import { designStatementsOf, mentionAt } from '../reading/prose/mentions.ts'

interface Limits {
  readonly connections: number
  readonly tasks: number
}

export default withOpinion({
  kind: 'god-component',
  like: 'one component for everything: it has to change with everything else',
  about: ['manifold'],
})<Limits>({
  id: 'no-god-component',
  category: 'red-flag',
  description: 'Disallow one part that does everything or that everything connects to',
  severity: 'information',
  options: {
    connections: {
      type: 'number',
      description: 'From how many connections a part is too central',
      default: 8,
      minimum: 2,
    },
    tasks: { type: 'number', description: 'How many tasks in one sentence are too many', default: 7, minimum: 2 },
  },
  *check(context) {
    const { document, options } = context
    if (!isJudged(context)) return
    const facts = factsOf(document)
    for (const block of proseWith(facts, 'duty')) yield* listsTasks(block, options)
    for (const { start, end, words } of designStatementsOf(facts, 'allPowerful'))
      yield {
        start,
        end,
        reason: `\`${words}\`: a component like this has to change with everything else`,
      }
    yield* inTheMiddle(document, options)
  },
})

/** A component and a verb for its tasks, followed by a long list of objects in the same sentence. */
function* listsTasks(block: Block, { tasks }: Limits): Generator<Problem> {
  const { scan, text } = block
  for (const part of scan.hits) {
    if (part.concept !== 'component' && part.concept !== 'name') continue
    const verb = scan.hits.find(({ concept, start }) => concept === 'duty' && start > part.end && start - part.end <= 4)
    if (!verb) continue
    const clause = text.slice(verb.end, verb.end + 600).split(/[.;:()|`]/, 1)[0] ?? ''
    const count = clause.split(/,\s(?:and\s)?|\sand\s/).filter((item) => item.split(/\s+/).length <= 6).length
    if (count < tasks) continue
    const from = text.slice(0, part.start).search(/(?:(?<![\p{L}\p{N}])[\p{L}\p{N}]+ )?$/u)
    const { start, end, words } = mentionAt(block, { start: block.start + from, end: block.start + verb.end })
    yield {
      start,
      end,
      reason: `\`${words}\` ${count} things: a component with so many tasks changes whenever one of them does`,
    }
    return
  }
}

function* inTheMiddle(document: DocumentModel, { connections }: Limits): Generator<Problem> {
  for (const diagram of document.diagrams) {
    const parts = drawnComponents(diagram)
    for (const { node, neighbours, targets, sources } of parts) {
      const others = parts.length - 1
      const isWide = neighbours.length >= connections && neighbours.length >= others * majority
      if (!isWide || targets < 2 || sources < 2 || isMadeForIt(node.label) || node.kind) continue
      yield {
        ...placeInDocument(document, diagram, node),
        reason: `\`${node.label}\` is connected to ${neighbours.length} of the ${others} other components: it has to change with each of them`,
      }
    }
  }
}

/** The share of the other components that counts as most of them. */
const majority = 0.7

const isMadeForIt = (label: string): boolean =>
  /gateway|proxy|balancer|router|ingress|broker|queue|\bbus\b|mesh|kafka|rabbit|nats|pub.?sub|event|database|\bdb\b|store|storage|bucket|cache|registry|api.?server|internet|network/i.test(
    label,
  )
