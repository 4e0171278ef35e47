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
 * The order service runs in three copies on servers of the cluster, and one instance at a time is elected leader. A small
 * shop can run all of it on a single server, which the deployment supports.
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
 * # System Design: Builds
 *
 * All clusters get their images from a central build server. Developers push to the repository, the server builds an image
 * of each commit, and the deployment of each team waits for it.
 * ```
 *
 * ```text messages
 * 3:38-3:58: `central build server`: say what happens when it fails, such as redundancy, failover or recovery
 * ```
 */

import { isJudged } from '../reading/findings/redFlag.ts'
import { hedged, withOpinion } from '../reading/findings/secondOpinion.ts'
import { blocksOf, type Facts, factsOf } from '../reading/prose/facts.ts'
import { denialOf, isSaidWith, type Mention, statementsOf } from '../reading/prose/mentions.ts'
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
      ...statementsOf(facts, 'unprotected'),
      ...statementsOf(facts, 'admittedSingle').filter((mention) => !isAnswered(facts, mention)),
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
    const [fatal] = statementsOf(facts, 'fatalLoss').filter(
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
    const single = findSingle(facts)
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

function findSingle(facts: Facts): Mention | undefined {
  const hasOther = facts.blocks.some(({ scan }) => scan.concepts.has('redundancy'))
  const found = [
    ...statementsOf(facts, 'leaning').filter((mention) => !isAnswered(facts, mention)),
    ...(hasOther ? [] : [...statementsOf(facts, 'sole'), ...statementsOf(facts, 'central', ['deployed', 'running'])]),
  ]
  return found.filter((mention) => !isSaidWith(mention, 'harmlessSingle')).toSorted((a, b) => a.start - b.start)[0]
}
