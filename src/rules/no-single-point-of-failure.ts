/**
 * Disallow a part that exists only once and whose loss is not addressed.
 *
 * ## Why
 *
 * Whatever exists only once will fail sooner or later, and the whole system with it. The flag is raised if the document
 * says that something runs only once or is central, and nothing in the whole document mentions replicas, failover,
 * backups, restarts or recovery. A part may stay single on purpose; then the design says so, and how long an outage
 * would last.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The order service runs as a single instance on a server in the cluster. When the server dies, another one restarts the
 * instance within two minutes; orders wait in the queue meanwhile, and the database has a replica.
 * ```
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The order service runs on servers in the cluster and puts each order into a queue. Its requests are counted; the values are
 * not replicated and not comparable between servers.
 *
 * ## Development
 *
 * A flag makes it easy to run all of the services in a single container.
 * ```
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The order service runs in three copies on servers of the cluster, and one instance at a time is elected leader. A small
 * shop can run all of it on a single server, which the deployment supports.
 * ```
 *
 * Sections on the background, users' wishes or alternatives do not describe the design, and one of something on each node
 * is not the only one:
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Background
 *
 * Today the order service runs as a single instance on one server, and everything depends on it.
 *
 * ## Design
 *
 * The service becomes a DaemonSet in the cluster, so that there is a single pod on each node, and the load balancer sends
 * every request to the nearest one. The readers of its events depend on a single schema.
 *
 * ## User Stories
 *
 * A developer wants to start a single node of the cluster and watch it.
 *
 * ## Alternatives Considered
 *
 * Keep a single instance on one server, with no backup: when it fails, the whole shop stops.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The order service runs as a single instance on a server in the cluster. It puts each order into a queue, and workers read
 * the queue and write to the database.
 * ```
 *
 * ```text messages
 * 3:27-3:44: `a single instance`: say what happens when it fails, such as redundancy, failover or recovery
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Gallery
 *
 * The gallery service runs as a single EC2 instance in eu-central-1. It puts each photo into a queue on the servers of the
 * cluster, and workers read the queue and write to the database.
 * ```
 *
 * ```text messages
 * 3:29-3:50: `a single EC2 instance`: say what happens when it fails, such as redundancy, failover or recovery
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Builds
 *
 * ## Lessons and Builds
 *
 * All clusters get their images from a central build server. Developers push to the repository, the server builds an image
 * of each commit, and the deployment of each team waits for it.
 * ```
 *
 * ```text messages
 * 5:38-5:58: `central build server`: say what happens when it fails, such as redundancy, failover or recovery
 * ```
 */

import { isFreeForm } from '../core/template/guessedType.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import { hedged, withOpinion } from '../reading/findings/secondOpinion.ts'
import { blocksOf, type Facts, factsOf } from '../reading/prose/facts.ts'
import { denialOf, designStatementsOf, isSaidWith, type Mention } from '../reading/prose/mentions.ts'
import { natureOf } from '../reading/prose/nature.ts'

export default withOpinion({
  kind: 'spof',
  like: 'a part whose loss stops the system: say what takes over, or how long the outage would last',
  hedged,
  isPossible: (document) => natureOf(document).isDeployed,
  isAnswered: (facts, opinion) => isSaidWith(opinion, 'harmlessSingle') || isAnswered(facts, opinion),
})({
  id: 'no-single-point-of-failure',
  category: 'red-flag',
  description: 'Disallow a part that exists only once and whose loss is not addressed',
  severity: 'warning',
  *check(context) {
    const { document } = context
    if (!isJudged(context) || !natureOf(document).isDeployed) return
    const facts = factsOf(document)
    const [bare] = [
      ...designStatementsOf(facts, 'unprotected'),
      ...designStatementsOf(facts, 'admittedSingle').filter((mention) => !isAnswered(facts, mention)),
    ]
    if (bare) {
      yield {
        start: bare.start,
        end: bare.end,
        reason: `\`${bare.words}\`, with no plan for losing it: the system stops, or data is lost`,
      }
      return
    }
    // An author who names it as the price of a choice is aware of it.
    const [fatal] = designStatementsOf(facts, 'fatalLoss').filter(
      (mention) => !isAnswered(facts, mention) && !isSaidWith(mention, 'tradeOff'),
    )
    if (fatal) {
      yield {
        start: fatal.start,
        end: fatal.end,
        reason: `\`${fatal.words}\`: say what takes over, or how long the outage would last`,
      }
      return
    }
    const single = findSingle(facts, isFreeForm(context.type))
    if (!single) return
    yield {
      start: single.start,
      end: single.end,
      reason: `\`${single.words}\`: say what happens when it fails, such as redundancy, failover or recovery`,
    }
  },
})

/** Whether something under the same heading is redundant or recovers, outside the mention itself. */
function isAnswered(facts: Facts, { block, start, end }: Mention): boolean {
  const part = facts.sectionOf(block)
  const around = part ? blocksOf(facts, part) : [block]
  return around.some((each) =>
    each.scan.hits.some(
      (hit) =>
        hit.concept === 'redundancy' &&
        !(each.start + hit.start >= start && each.start + hit.start < end) &&
        !denialOf(each, hit),
    ),
  )
}

/** @param isFreeForm the document may propose a feature of a system that it does not describe: one of something says little */
function findSingle(facts: Facts, isFreeForm: boolean): Mention | undefined {
  const isPlain = !isFreeForm && !facts.blocks.some(({ scan }) => scan.concepts.has('redundancy'))
  const found = [
    ...designStatementsOf(facts, 'leaning').filter((mention) => !isAnswered(facts, mention)),
    ...(isPlain ? designStatementsOf(facts, 'sole') : []),
    ...(isPlain ? designStatementsOf(facts, 'central', ['deployed', 'running']) : []),
  ]
  return found.filter((mention) => !isSaidWith(mention, 'harmlessSingle')).toSorted((a, b) => a.start - b.start)[0]
}
