/**
 * Require diagrams and text to speak of the same parts.
 *
 * ## Why
 *
 * A box that no sentence explains leaves the reader to guess what it does, and a component without a box has no
 * arrows: nobody sees what it depends on. Mostly one of them was renamed, added or dropped, and the other forgotten.
 * Spelling does not matter: `OrderSvc` is `Order Service`. Where too few names agree to tell that picture and text are
 * about the same, or a picture cannot be read, the rule says nothing.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Orders
 *
 * ## Components
 *
 * - **Order Service**: takes orders and keeps them in PostgreSQL.
 * - **Billing**: charges cards.
 *
 * ```mermaid
 * flowchart LR
 *   user([User]) --> OrderSvc --> db[(Postgres)]
 *   OrderSvc --> billing[Billing Worker]
 * ```
 * ````
 *
 * What stands for names to come, or for any, is no part:
 *
 * ````md ok type=note
 * # Note: Plugins
 *
 * ## Components
 *
 * - **Registry**: loads plugins.
 * - **Publisher**: takes blocks.
 *
 * ```mermaid
 * flowchart LR
 *   Registry --> Publisher
 *   PRIV[yyy/xxx] --> Registry
 *   more[TODO] --> Registry
 *   rest[...] --> Registry
 *   own["{your plugin}"] --> Registry
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Orders
 *
 * ## Components
 *
 * ### Order Service
 *
 * Takes orders.
 *
 * ### Billing
 *
 * Charges cards.
 *
 * ### Recommender
 *
 * Suggests what else to buy.
 *
 * ## Architecture
 *
 * ```mermaid
 * flowchart LR
 *   OrderSvc --> billing[Billing Worker]
 *   OrderSvc --> kafka[[Kafka]]
 *   kafka --> fraud[Fraud Detector]
 * ```
 * ````
 *
 * ```text messages
 * 13:1-13:16: No diagram shows the component `Recommender`
 * 22:16-22:30: This diagram shows `Kafka` and `Fraud Detector`, which the text does not describe
 * ```
 */

import { groupBy } from '../core/data/groupBy.ts'
import { listWords } from '../core/diagrams/sentences.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { defineRule, type Problem } from '../core/lint/rule.ts'
import { componentNamesOf, type NamedComponent } from '../reading/components/componentNames.ts'
import { readName, unpaired } from '../reading/components/names.ts'
import {
  hasUnreadable,
  type Shown,
  shownComponents,
  undescribedComponents,
} from '../reading/components/shownComponents.ts'
import { isFromTemplate } from '../reading/drawings/templateDiagrams.ts'

export default defineRule({
  id: 'diagram-components',
  category: 'agreement',
  description: 'Require diagrams and text to speak of the same parts',
  severity: 'warning',
  *check(context) {
    const { document, type } = context
    if (document.diagrams.some((diagram) => isFromTemplate(document, diagram, type))) return
    const components = componentNamesOf(context)
    const shown = shownComponents(document)
    if (components.length > most || shown.length > 4 * most) return
    yield* neverDrawn(document, components, shown)
    const undescribed = undescribedComponents(document, components, shown)
    for (const [diagram, parts] of groupBy(undescribed, (part) => part.diagram))
      yield tellUndescribed(document, diagram, parts, components[0])
  },
})

/** More parts than that are no list that somebody compares with a picture. */
const most = 60

/** Components that no diagram shows, where nearly all of them are shown. */
function* neverDrawn(
  document: DocumentModel,
  components: readonly NamedComponent[],
  shown: readonly Shown[],
): Generator<Problem> {
  const overview = shown.find(({ isOverview }) => isOverview)?.diagram
  if (!overview || hasUnreadable(document)) return
  const nodes = document.diagrams.flatMap(({ graph }) => graph?.nodes ?? []).slice(0, 10 * most)
  const drawn = nodes.map(({ label }) => readName(label))
  const absent = unpaired(components, drawn).some.filter(
    ({ telling, name }) => telling.length > 0 && !isActivity.test(name),
  )
  if (components.length - absent.length < 2 || absent.length * 3 > components.length) return
  const head = overview.graph?.head && placeInDocument(document, overview, overview.graph.head)
  for (const { name, place, scope } of absent) {
    if (isLeftOut.test(document.prose.slice(scope.start, scope.end))) continue
    yield {
      ...place,
      reason: `No diagram shows the component \`${name}\``,
      ...(head && { related: [{ ...head, reason: 'The diagram of the components' }] }),
    }
  }
}

/** Says what is done and not by whom: `Volume Provisioning`. */
const isActivity = /\s\S*(?:ing|ment|tion|access)$/i

/** The author knows. */
const isLeftOut = /\b(?:not (?:shown|drawn|in the (?:diagram|picture))|omitted)\b/i

function tellUndescribed(
  document: DocumentModel,
  diagram: Diagram,
  parts: readonly Shown[],
  list: NamedComponent | undefined,
): Problem {
  const nodes = [...new Set(parts.map(({ node }) => node))]
  const places = nodes.map((node) => placeInDocument(document, diagram, node))
  const labels = [...new Set(nodes.map(({ label }) => `\`${label}\``))]
  return {
    ...(places[0] ?? { start: diagram.start, end: diagram.start }),
    reason: `This diagram shows ${listWords(labels, 4)}, which the text does not describe`,
    related: [
      ...places.slice(1).map((place, index) => ({ ...place, reason: `\`${nodes[index + 1]?.label}\` is here` })),
      ...(list ? [{ ...list.place, reason: 'The components are described from here' }] : []),
    ],
  }
}
