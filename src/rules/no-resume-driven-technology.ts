/**
 * Disallow fashion as the reason for a choice of technology.
 *
 * ## Why
 *
 * That others use it, that it is new, or that one would like to learn it, says nothing about whether it serves this
 * system. The flag is raised where such words stand beside a choice, and quotes them. Name the requirement that the
 * technology serves better than its alternatives.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * We use Postgres, because orders and stock must change in one transaction. We do not adopt the state of the art technology
 * for its own sake; everybody in the team knows how to run Postgres and how to restore it.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * We chose Rust and a graph database because they are cutting edge and help us to attract talent. Orders are sent to the
 * API and stored in the database.
 * ```
 *
 * ```text messages
 * 3:53-3:65: Unexpected `cutting edge` as a reason, expected the requirement that the choice serves: it will be there long after the fashion
 * ```
 */
import { areNear, factsOf } from '../checklist/util/facts.ts'
import { statementsOf } from '../checklist/util/mentions.ts'
import { defineRule } from '../core/rule.ts'
import { isJudged } from './util/redFlag.ts'

export default defineRule({
  id: 'no-resume-driven-technology',
  category: 'red-flag',
  description: 'Disallow fashion as the reason for a choice of technology',
  severity: 'information',
  *check(context) {
    if (!isJudged(context)) return
    let last: unknown
    for (const { block, start, end, words } of statementsOf(factsOf(context.document), 'fashion')) {
      if (block === last || !areNear(block, 'fashion', 'choosing', 120)) continue
      last = block
      yield {
        start,
        end,
        reason: `Unexpected \`${words}\` as a reason, expected the requirement that the choice serves: it will be there long after the fashion`,
      }
    }
  },
})
