/**
 * Disallow a part on whose loss nothing is said although there is only one of it.
 *
 * ## Why
 *
 * What exists once is down sooner or later, and the whole system with it. The flag is raised where the document says that
 * something runs once or is central, and nothing in the whole document speaks of replicas, failover, backups, restarts or
 * recovery. It may stay single on purpose; then the design says so, and how long a loss would last.
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
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The order service runs as a single instance on a server in the cluster. It puts each order into a queue, and workers read
 * the queue and write to the database.
 * ```
 *
 * ```text messages
 * 3:29-3:44: Unexpected `single instance` without a word on redundancy, failover or recovery: its loss stops the system
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
 * 3:38-3:58: Unexpected `central build server` without a word on redundancy, failover or recovery: its loss stops the system
 * ```
 */
import { factsOf } from '../checklist/util/facts.ts'
import { type Mention, statementsOf } from '../checklist/util/mentions.ts'
import { natureOf } from '../checklist/util/nature.ts'
import type { DocumentModel } from '../core/document.ts'
import { defineRule } from '../core/rule.ts'
import { isJudged } from './util/redFlag.ts'

export default defineRule({
  id: 'no-single-point-of-failure',
  category: 'red-flag',
  description: 'Disallow a part on whose loss nothing is said although there is only one of it',
  severity: 'warning',
  *check(context) {
    const { document } = context
    if (!isJudged(context) || !natureOf(document).isDeployed) return
    const single = findSingle(document)
    if (!single || factsOf(document).blocks.some(({ scan }) => scan.concepts.has('redundancy'))) return
    yield {
      start: single.start,
      end: single.end,
      reason: `Unexpected \`${single.words}\` without a word on redundancy, failover or recovery: its loss stops the system`,
    }
  },
})

function findSingle(document: DocumentModel): Mention | undefined {
  const facts = factsOf(document)
  const found = [...statementsOf(facts, 'sole'), ...statementsOf(facts, 'central', ['deployed', 'running'])]
  return found.toSorted((a, b) => a.start - b.start)[0]
}
