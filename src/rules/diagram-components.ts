/**
 * Require diagrams and text to name the same parts.
 *
 * ## Why
 *
 * If no sentence explains a box, readers must guess what it does, and a component without a box has no arrows: nobody
 * sees what it depends on. Usually one of the two was renamed, added or dropped, and the other forgotten. Spelling does
 * not matter: `OrderSvc` is `Order Service`. If too few names match to tell that diagram and text are about the same
 * parts, or if a diagram cannot be read, nothing is reported.
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
 * The fields of a record, with their sizes, are not parts:
 *
 * ```md ok type=note
 * # Note: Samples
 *
 * ## Components
 *
 * - **Order Service**: takes orders.
 * - **Billing**: charges cards.
 *
 * ## Architecture
 *
 * ~~~mermaid
 * flowchart LR
 *   OrderSvc["Order Service <varint>"] --> billing["Billing <8b>"]
 *   OrderSvc --> marker["Marker <1b>"]
 * ~~~
 * ```
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
 *
 * A part that several diagrams show is reported at the first:
 *
 * ```mermaid
 * flowchart LR
 *   OrderSvc --> billing[Billing Worker] --> kafka[[Kafka]]
 * ```
 * ````
 *
 * ```text messages
 * 13:1-13:16: No diagram shows the component `Recommender`
 * 22:16-22:30: This diagram shows `Kafka` and `Fraud Detector`, which the text does not describe
 * ```
 */

import { groupBy } from '../core/data/groupBy.ts'
import type { DiagramNode } from '../core/diagrams/engine.ts'
import { listWords } from '../core/diagrams/sentences.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { afterEdits } from '../core/lint/mend.ts'
import { defineRule, type Fix, type MendContext, type Problem } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { likeName } from '../language/likeName.ts'
import { addToDiagram, describeParts, renameEverywhere } from '../language/mending.ts'
import { componentNamesOf, type NamedComponent } from '../reading/components/componentNames.ts'
import { unpaired } from '../reading/components/names.ts'
import {
  hasUnreadable,
  nameOf,
  type Shown,
  shownComponents,
  undescribedComponents,
} from '../reading/components/shownComponents.ts'
import { isFromTemplate } from '../reading/drawings/templateDiagrams.ts'

export default defineRule({
  id: 'diagram-components',
  category: 'agreement',
  description: 'Require diagrams and text to name the same parts',
  severity: 'warning',
  *check({ document, type }) {
    for (const { problem } of find(document, type)) yield problem
  },
  async mend({ start, reason }, context) {
    const found = [...find(context.document, context.type)]
    const finding = found.find(({ problem }) => problem.start === start && problem.reason === reason)
    if (!finding) return []
    const fixes: Fix[] = []
    const known = found.flatMap(keysOf)
    for (const { fix, names } of await (finding.diagram ? waysToDescribe : waysToDraw)(finding, context)) {
      const left = fix ? [...find(afterEdits(context, fix.edits, filling), context.type)].flatMap(keysOf) : known
      const mended = keysOf({ ...finding, names })
      if (fix && left.every((key) => known.includes(key) && !mended.includes(key))) fixes.push(fix)
    }
    return fixes
  },
})

/** A problem and the parts that it is about. */
interface Finding {
  readonly problem: Problem
  readonly names: readonly string[]
  /** The diagram that shows them; absent if none does. */
  readonly diagram?: Diagram
}

const keysOf = ({ names, diagram }: Pick<Finding, 'names' | 'diagram'>): readonly string[] =>
  names.map((name) => `${diagram ? 'shown' : 'listed'} ${name}`)

/** Stands for what an author may write at a tab stop of a fix. */
const filling = 'What it does for the others.'

function* find(document: DocumentModel, type: DocumentType): Generator<Finding> {
  if (document.diagrams.some((diagram) => isFromTemplate(document, diagram, type))) return
  const components = componentNamesOf({ document, type })
  const shown = shownComponents(document)
  if (components.length > most || shown.length > 4 * most) return
  yield* neverDrawn(document, components, shown)
  const undescribed = undescribedComponents(document, components, shown)
  // Several diagrams may show the same part; the first is enough to find it.
  const firsts = [...groupBy(undescribed, ({ node }) => node.label).values()].flatMap((same) =>
    same.filter(({ diagram }) => diagram === same[0]?.diagram),
  )
  for (const [diagram, parts] of groupBy(firsts, (part) => part.diagram))
    yield tellUndescribed(document, diagram, parts, components[0])
}

/** Longer lists of parts are not compared with a picture. */
const most = 60

/** Components that no diagram shows, if nearly all others are shown. */
function* neverDrawn(
  document: DocumentModel,
  components: readonly NamedComponent[],
  shown: readonly Shown[],
): Generator<Finding> {
  const overview = shown.find(({ isOverview }) => isOverview)?.diagram
  if (!overview || hasUnreadable(document)) return
  const drawn = drawnNodes(document).map((node) => nameOf(node))
  const absent = unpaired(components, drawn).some.filter(
    ({ telling, name }) => telling.length > 0 && !isActivity.test(name),
  )
  if (components.length - absent.length < 2 || absent.length * 3 > components.length) return
  const head = overview.graph?.head && placeInDocument(document, overview, overview.graph.head)
  for (const { name, place, scope } of absent) {
    if (isLeftOut.test(document.prose.slice(scope.start, scope.end))) continue
    const problem = {
      ...place,
      reason: `No diagram shows the component \`${name}\``,
      ...(head && { related: [{ ...head, reason: 'The diagram of the components' }] }),
    }
    yield { problem, names: [name] }
  }
}

const drawnNodes = ({ diagrams }: DocumentModel): readonly DiagramNode[] =>
  diagrams.flatMap(({ graph }) => graph?.nodes ?? []).slice(0, 10 * most)

/** Names of activities rather than parts: `Volume Provisioning`. */
const isActivity = /\s\S*(?:ing|ment|tion|access)$/i

/** The author says so. */
const isLeftOut = /\b(?:not (?:shown|drawn|in the (?:diagram|picture))|omitted)\b/i

function tellUndescribed(
  document: DocumentModel,
  diagram: Diagram,
  parts: readonly Shown[],
  list: NamedComponent | undefined,
): Finding {
  const nodes = [...new Set(parts.map(({ node }) => node))]
  const places = nodes.map((node) => placeInDocument(document, diagram, node))
  const names = [...new Set(nodes.map(({ label }) => label))]
  const labels = names.map((name) => `\`${name}\``)
  const problem = {
    ...(places[0] ?? { start: diagram.start, end: diagram.start }),
    reason: `This diagram shows ${listWords(labels, 4)}, which the text does not describe`,
    related: [
      ...places.slice(1).map((place, index) => ({ ...place, reason: `\`${nodes[index + 1]?.label}\` is here` })),
      ...(list ? [{ ...list.place, reason: 'The component descriptions start here' }] : []),
    ],
  }
  return { problem, names, diagram }
}

/** A fix, if there is one, and the parts whose problem it solves. */
interface Way {
  readonly fix: Fix | undefined
  readonly names: readonly string[]
}

/** The part has another name in the diagram, or is missing there. */
async function waysToDraw({ names: [name = ''] }: Finding, context: MendContext): Promise<readonly Way[]> {
  const drawn = likeName(
    name,
    drawnNodes(context.document).map(({ label }) => label),
  )
  const fixes = [
    ...(drawn === undefined ? [] : await waysToRename(context, name, drawn)),
    await addToDiagram(context, name),
  ]
  return fixes.map((fix) => ({ fix, names: [name] }))
}

/** Up to this many parts of a diagram, each is offered on its own. */
const mostAlone = 4

async function waysToDescribe({ names, diagram }: Finding, context: MendContext): Promise<readonly Way[]> {
  const listed = componentNamesOf(context).map(({ name }) => name)
  const ways: Way[] = []
  for (const name of names.slice(0, mostAlone)) {
    const like = likeName(name, listed)
    const renamings = like === undefined ? [] : await waysToRename(context, like, name)
    for (const fix of renamings) ways.push({ fix, names: [name] })
  }
  const alone = names.slice(0, mostAlone).map((name) => [name])
  for (const some of names.length > 1 ? [names, ...alone] : alone)
    ways.push({ fix: describeParts(context, some, diagram), names: some })
  return ways
}

/** Renames either to the other's spelling; that of the text comes first. */
async function waysToRename(
  context: MendContext,
  listed: string,
  drawn: string,
): Promise<readonly (Fix | undefined)[]> {
  const asListed = `Rename "${drawn}" in the diagram to "${listed}", as in the text`
  const asDrawn = `Rename "${listed}" in the text to "${drawn}", as in the diagram`
  const inDiagram = await renameEverywhere(context, drawn, listed, asListed)
  return [inDiagram && { ...inDiagram, isPreferred: true }, await renameEverywhere(context, listed, drawn, asDrawn)]
}
