/** Creates fixes that make text and diagrams of a design agree. Whether one solves a problem is up to the rule. */

import type { Diagram, DocumentModel } from '../core/document/document.ts'
import type { Fix, MendContext } from '../core/lint/rule.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { componentNamesOf, type NamedComponent } from '../reading/components/componentNames.ts'
import { isSameName, readName } from '../reading/components/names.ts'
import { shownComponents } from '../reading/components/shownComponents.ts'
import { descriptionPlace } from './describePart.ts'
import { type Asked, addNode } from './draw/addNode.ts'
import { inDocument } from './draw/inDocument.ts'
import { notationOf } from './draw/notations.ts'
import { plainName } from './partNames.ts'
import { componentCalled, relationsOf } from './relations.ts'
import { rename } from './renamePart.ts'

/** The engines in the form that `addNode` and `rename` need. */
const askedOf = ({ engines, host }: MendContext): Asked => ({
  syntaxes: engines,
  accepts: async (engine, source) => (await host.checkDiagram(engine, source)).length === 0,
})

/**
 * Adds a part to the diagram that shows the most components, with the arrows that the text implies; undefined if
 * impossible.
 */
export async function addToDiagram(context: MendContext, name: string, by?: NamedComponent): Promise<Fix | undefined> {
  const { document, type } = context
  const components = componentNamesOf({ document, type })
  const diagram = overviewOf(document, components)
  if (!diagram) return undefined
  const label = plainName(name)
  const nodeOf = createNodeFinder(diagram)
  const relations = relationsOf(document, components)
  const own = componentCalled(name, components)
  const needs = relations.filter(({ from }) => from === own).map(({ to }) => to)
  const neededBy = [
    ...relations.filter(({ component }) => component !== undefined && component === own).map(({ from }) => from.name),
    ...(by ? [by.name] : []),
  ]
  const idsOf = (names: readonly string[]) => [...new Set(names.flatMap((each) => nodeOf(each)?.id ?? []))]
  const peers = components.flatMap((component) => nodeOf(component.name) ?? [])
  const part = { label, needs: idsOf(needs), neededBy: idsOf(neededBy), peers }
  const edits = await addNode(diagram, part, askedOf(context))
  const written = edits && inDocument(document, diagram, edits)
  return written && { title: `Add "${label}" to the diagram`, edits: written }
}

/** The overview diagram that shows the most of some components and to which nodes can be added. */
function overviewOf(document: DocumentModel, components: readonly NamedComponent[]): Diagram | undefined {
  const counts = new Map<Diagram, number>()
  for (const shown of shownComponents(document)) {
    const { diagram, isOverview } = shown
    if (!isOverview || !notationOf(diagram)) continue
    const isListed = components.some((component) => isSameName(component, shown))
    counts.set(diagram, (counts.get(diagram) ?? 0) + Number(isListed))
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

/**
 * Returns a function that finds the only node of a diagram that shows a part; undefined if there are none or several.
 */
function createNodeFinder({ graph }: Diagram) {
  const nodes = (graph?.nodes ?? [])
    .filter(({ kind }) => kind !== 'group' && kind !== 'point')
    .map((node) => ({ node, name: readName(node.label) }))
  return (name: string) => {
    const exact = nodes.find(({ node }) => node.label === name)
    const own = readName(name)
    const [only, ...more] = exact ? [exact] : nodes.filter((each) => isSameName(own, each.name))
    return more.length === 0 ? only?.node : undefined
  }
}

/** Adds parts to the document's list of components, or else below the diagram that shows them. */
export function describeParts(
  { document, type }: MendContext,
  names: readonly string[],
  diagram?: Diagram,
): Fix | undefined {
  const place = descriptionPlace(document, type, diagram)
  if (!place || names.length === 0) return undefined
  const [name] = names
  const what = names.length === 1 ? `"${name}"` : names.length === 2 ? 'both' : `all ${names.length}`
  const where = place.section ? `under "${place.section.title}"` : 'below the diagram'
  return { title: `Describe ${what} ${where}`, edits: [place.edit(names)] }
}

/**
 * Renames a part wherever the document certainly names it; undefined if that is nowhere or a diagram cannot be changed.
 */
export async function renameEverywhere(
  context: MendContext,
  from: string,
  to: string,
  title: string,
): Promise<Fix | undefined> {
  const { document, type } = context
  const { edits, left } = await rename({ document, type }, { start: 0, end: 0, name: from }, to, askedOf(context))
  const certain = edits
    .filter(({ isCertain }) => isCertain)
    .map(({ start, end, newText }): TextEdit => ({ start, end, newText }))
  return left.length > 0 || certain.length === 0 ? undefined : { title, edits: certain }
}
