/**
 * Disallow a large plan without phases or a first step.
 *
 * ## Why
 *
 * If everything is built at once, you learn whether it works only at the end. The flag is raised if the document says
 * that everything comes at once and the paragraph names no step, and if it draws many parts that are still to be built
 * and nothing in the whole document mentions a phase, a first version, a pilot or anything that comes later.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The new shop is not released as a big bang. In the first phase the order service takes the orders of one country, and the
 * old program keeps the others; each following month another country moves.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The old program is replaced by a complete rewrite. All countries move in one go at the end of the year, and the old
 * program is switched off on the same day.
 * ```
 *
 * ```text messages
 * 3:34-3:50: `complete rewrite` without phases: you learn whether it works only once everything is built
 * ```
 *
 * ````md bad type=system-design
 * # System Design: Orders
 *
 * We will deploy a new shop to the cluster, behind a load balancer. Orders will be taken by the order service. Prices will be kept by the price service.
 *
 * Stock will be kept by the stock service, and parcels will be sent by the parcel service. Each runs as two instances.
 *
 * Invoices will be written by the invoice service.
 *
 * ```mermaid
 * flowchart LR
 *   a[Shop] --> b[Orders] & c[Prices] & d[Stock] & e[Parcels]
 *   b --> f[Invoices] --> g[Mail] --> h[Archive]
 * ```
 * ````
 *
 * ```text messages
 * 1:1-1:24: No phases: say which of the 8 components comes first, and what you will learn from it
 * ```
 */

import { largest } from '../core/data/longLists.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { drawnComponents } from '../reading/drawings/drawing.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { hedged, withOpinion } from '../reading/findings/secondOpinion.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { isSaidWith, mentionsOf, statementsOf } from '../reading/prose/mentions.ts'
import { natureOf } from '../reading/prose/nature.ts'

/** The least number of statements of intent that make a large plan. */
const leastIntent = 5

/** Words for everything at once, before anything else or at the end. */
const ofTheWhole =
  /\b(?:all|everything|everyone|everybody|every|each|whole|entire(?:ly|ty)?|complete(?:ly|d|s)?|completion|full|fully|final|finally|finish(?:ed|es)?|done|ready|at once|one|single|big|before|until|once|after|afterwards|months?|weekend|night|overnight|simultaneous(?:ly)?|freeze|frozen|froze|sign|signed|up ?front|advance|end|waterfall|no|not|without|never|instead)\b|n['’]t\b/i

export default withOpinion({
  kind: 'big-design-up-front',
  words: ofTheWhole,
  like: 'a large plan without a first step: you learn whether it works only once everything is built',
  hedged,
  isAnswered: (_, { block }) => block.scan.concepts.has('step'),
})<{ parts: number }>({
  id: 'no-big-design-up-front',
  category: 'red-flag',
  description: 'Disallow a large plan without phases or a first step',
  severity: 'information',
  options: { parts: { type: 'number', description: 'How many drawn parts are many', default: 8, minimum: 1 } },
  *check(context) {
    const { document, options } = context
    if (isFreeForm(context.type) || !isJudged(context)) return
    const facts = factsOf(document)
    const atOnce = statementsOf(facts, 'bigBang').find(
      (statement) => !statement.block.scan.concepts.has('step') && !isSaidWith(statement, 'overcome'),
    )
    if (atOnce) {
      const { start, end, words } = atOnce
      yield {
        start,
        end,
        reason: `\`${words}\` without phases: you learn whether it works only once everything is built`,
      }
      return
    }
    if (!natureOf(document).isOperated || facts.blocks.some(({ scan }) => scan.concepts.has('step'))) return
    const parts = largest(
      document.diagrams.map((diagram) => drawnComponents(diagram).length),
      0,
    )
    if (parts < options.parts || mentionsOf(facts.blocks, 'intent').length < leastIntent) return
    yield absence(
      document,
      'phases',
      `say which of the ${parts} components comes first, and what you will learn from it`,
    )
  },
})
