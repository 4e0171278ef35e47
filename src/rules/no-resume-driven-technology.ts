/**
 * Disallow fashion as the reason for choosing a technology.
 *
 * ## Why
 *
 * That others use a technology, that it is new, or that someone would like to learn it does not show that it serves
 * this system. The flag is raised if such words stand next to a choice, and quotes them. Name the requirement that the
 * technology meets better than its alternatives.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * We use Postgres, because orders and stock must change in one transaction. We do not adopt the state of the art technology
 * for its own sake; everybody in the team knows how to run Postgres and how to restore it. Each order is checked by Postgres, so
 * everyone has to wait for it.
 * ```
 *
 * In a document that follows no template, such words count only in a paragraph that names a technology, and not under
 * *Drawbacks*:
 *
 * ```md ok type=design
 * # Proposal: Plug-ins
 *
 * ## Proposal
 *
 * Each plug-in is built on its own, so that customers are not on the cutting edge with every update of the server. The
 * server checks each call.
 *
 * ## Drawbacks
 *
 * WebAssembly is young, and we will be early adopters.
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
 * 3:53-3:65: `cutting edge` is not a reason: which requirement does this choice meet?
 * ```
 */

import { isFreeForm } from '../core/template/guessedType.ts'
import { isJudged } from '../reading/findings/redFlag.ts'
import { withOpinion } from '../reading/findings/secondOpinion.ts'
import { areNear, factsOf } from '../reading/prose/facts.ts'
import { isElsewhere, isUnder, type Mention, statementsOf } from '../reading/prose/mentions.ts'

/**
 * Marks what is not a choice: a question, advice to the reader or something given up. `I`, `let's` and `would` do not,
 * since choices by taste use them.
 */
const noChoice =
  /[?]|\b(?:let['’]s say|previously|formerly|rejected|alternatives?|e\.g|please|you|your|own sake|not because|notwithstanding|not (?:adopt|choose|introduce|use))\b|^(?:good|bad|neutral),|^(?:al|even )?though\b|:\s*$/i

export default withOpinion({
  isAnywhere: true,
  kind: 'resume-driven',
  like: 'taste or fashion: which requirement does this choice meet?',
  hedged: noChoice,
})({
  id: 'no-resume-driven-technology',
  category: 'red-flag',
  description: 'Disallow fashion as the reason for choosing a technology',
  severity: 'information',
  *check(context) {
    if (!isJudged(context)) return
    let last: unknown
    const facts = factsOf(context.document)
    const fashion = statementsOf(facts, 'fashion').filter(({ block }) => areNear(block, 'fashion', 'choosing', 120))
    const others = (['curiosity', 'imitation', 'vanity'] as const).flatMap((way) => statementsOf(facts, way))
    // A proposal in a form of its own may speak of an audience, a market or a risk: there, the choice has to be named.
    const isNamed = ({ block }: Mention) =>
      block.scan.concepts.has('technology') && !isElsewhere(facts, block) && !isUnder(facts, block, 'drawbackHeading')
    const found = [...fashion, ...others].filter((each) => !isFreeForm(context.type) || isNamed(each))
    for (const { block, start, end, words } of found.toSorted((a, b) => a.start - b.start)) {
      if (block === last) continue
      last = block
      yield {
        start,
        end,
        reason: `\`${words}\` is not a reason: which requirement does this choice meet?`,
      }
    }
  },
})
