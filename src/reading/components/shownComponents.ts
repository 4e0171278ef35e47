/** Finds the components in diagrams, and those that the text does not describe. */

import { groupBy } from '../../core/data/groupBy.ts'
import { remember } from '../../core/data/remember.ts'
import type { DiagramNode } from '../../core/diagrams/engine.ts'
import type { Diagram, DocumentModel } from '../../core/document/document.ts'
import { picturesOf } from '../drawings/pictures.ts'
import { factsOf } from '../prose/facts.ts'
import { createOutsideReader } from '../prose/outside.ts'
import type { NamedComponent } from './componentNames.ts'
import { isNamedIn, isSameName, type Name, readName, type Stems, stemsOutside, unpaired } from './names.ts'
import { isPlaceholderName } from './placeholderName.ts'

/** A node whose label is a name that a text could use. */
export interface Shown extends Name {
  readonly diagram: Diagram
  readonly node: DiagramNode
  /** Whether the diagram shows how parts are connected, as opposed to what one of them does or holds. */
  readonly isOverview: boolean
}

const namedKinds = new Set(['sequenceDiagram', 'classDiagram', 'erDiagram'])

/** The named nodes of diagrams that show parts, their interactions or their data. */
export function shownComponents(document: DocumentModel): readonly Shown[] {
  const parts = new Set(
    picturesOf(factsOf(document)).flatMap(({ subject, start }) => (subject === 'components' ? [start] : [])),
  )
  return document.diagrams.flatMap((diagram) => {
    const isOverview = parts.has(diagram.start)
    if (!isOverview && !namedKinds.has(diagram.kind ?? '')) return []
    const nodes = diagram.graph?.nodes ?? []
    if (nodes.filter(({ label }) => isField.test(label)).length > 1) return []
    return nodes
      .filter(({ label, kind = '' }) => !unnamedKinds.has(kind) && isOneName.test(label) && !isPlaceholderName(label))
      .map((node) => ({ diagram, node, isOverview, ...nameOf(node) }))
  })
}

/** The name of a node, as its label has it. */
export const nameOf = remember(({ label }: DiagramNode): Name => readName(label))

/** A few words without a number: `Node 1` stands for one of many. */
const isOneName = /^(?!.*(?<!\S)\d+(?!\S))\S+(?: \S+){0,4}$/

/** A field of a record with its size or encoding: `ref <varint>`, `length: 4 bytes`. Such a drawing shows a format. */
const isField = /<(?:u?varint|varbit|u?int\d*|bytes?|string|\d+ ?b(?:ytes?|its?)?)>|\b\d+ (?:bytes?|bits?)\b/i

const unnamedKinds = new Set(['point', 'decision', 'step', 'group', 'person'])

/** Whether a picture of parts cannot be read, so that it might show anything. */
export const hasUnreadable = (document: DocumentModel): boolean => {
  const read = new Set(document.diagrams.flatMap(({ graph, start }) => (graph ? [start] : [])))
  return picturesOf(factsOf(document)).some(
    ({ subject, start }) => (subject === 'components' || subject === 'unknown') && !read.has(start),
  )
}

/** Parts in diagrams that the text does not describe. Empty if too few names match to tell. */
export function undescribedComponents(
  document: DocumentModel,
  components: readonly NamedComponent[],
  shown: readonly Shown[],
): readonly Shown[] {
  if (shown.length === 0) return []
  const left = unlisted(components, shown)
  // Everything but diagrams; code may describe a table or a class.
  const prose = left.length > 0 ? readFolded(document, document.diagrams).join('') : ''
  return [
    ...unspoken(components, shown, stemsOutside(document, document.diagrams)),
    ...left.filter(({ node }) => !prose.includes(fold(node.label))),
  ]
}

/** Nodes with no word in the text, if the text mentions most others of the diagram. */
function unspoken(components: readonly NamedComponent[], shown: readonly Shown[], prose: Stems): readonly Shown[] {
  const parts: readonly Name[] = [...components, ...shown.filter(({ isOverview }) => isOverview)]
  return [...groupBy(shown, ({ diagram }) => diagram)].flatMap(([{ kind = '' }, nodes]) => {
    const named = nodes.filter(({ telling }) => telling.length > 0)
    const unknown = named.filter((node) => !isNamedIn(node, prose))
    // Messages and members contain many other names: the diagram must be about the parts of this design.
    const known = named.filter((node) => parts.some((part) => part !== node && isSameName(part, node)))
    if (/^(?:sequence|class)Diagram$/.test(kind) && known.length < 2) return []
    return named.length - unknown.length >= 2 && unknown.length * 2 <= named.length ? unknown : []
  })
}

/** Nodes in the middle of an overview that are not listed as components, if nearly all others there are. */
function unlisted(components: readonly NamedComponent[], shown: readonly Shown[]): readonly Shown[] {
  const middle = shown.filter(({ isOverview, node, diagram }) => isOverview && isBetween(node, diagram))
  const left = unpaired(components, middle).others.filter(
    ({ telling, node }) => telling.length > 0 && node.kind !== 'external' && !isStorage.test(node.label),
  )
  return components.length >= 3 && middle.length - left.length >= 3 && left.length <= 2 ? left : []
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const readFolded = createOutsideReader(fold)

/** Whether a node has both incoming and outgoing edges, which is rare for systems that belong to others. */
const isBetween = ({ id }: DiagramNode, { graph }: Diagram): boolean =>
  graph?.edges.some(({ from }) => from === id) === true && graph.edges.some(({ to }) => to === id)

const isStorage = /(?:database|db|store|storage|cache|queue|topic|bucket|bus|balancer|cdn)s?$/i
