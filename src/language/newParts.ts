/** Lists the parts of a design that are not yet in one of its diagrams. */

import { freeId, idOfWords, reservedIds } from '../core/diagrams/nodeIds.ts'
import type { NewNode } from '../core/diagrams/writing.ts'
import type { Diagram } from '../core/document/document.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { isSameName, type Name, readName } from '../reading/components/names.ts'
import { shownComponents } from '../reading/components/shownComponents.ts'
import { hasName, type Named } from './partNames.ts'

/** The most parts that are suggested for one diagram. */
const most = 60

/** The most nodes that are compared with the names of parts. */
const mostNodes = 400

/** A label that every notation accepts in quotes, and most without. */
const isPlainLabel = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._/&'+-]*$/u

/**
 * The names of the document's parts that a diagram lacks: first those listed in the text, then those in other diagrams.
 */
export function newParts({ document, type }: Named, diagram: Diagram): readonly string[] {
  const listed = type ? componentNamesOf({ document, type }).map(({ name }) => name.trim()) : []
  const elsewhere = shownComponents(document)
    .filter((shown) => shown.isOverview && shown.diagram !== diagram)
    .map(({ node }) => node.label)
  const known: Name[] = (diagram.graph?.nodes ?? []).slice(0, mostNodes).map(({ label }) => readName(label))
  const found: string[] = []
  for (const label of [...listed, ...elsewhere].slice(0, 4 * most)) {
    const name = readName(label)
    if (!hasName({ label }) || !isPlainLabel.test(label) || known.some((other) => isSameName(name, other))) continue
    known.push(name)
    if (found.push(label) === most) break
  }
  return found
}

/**
 * A node for a part, with an id that the diagram does not use yet.
 *
 * @param reserved words of the notation in lower case, which cannot be ids
 */
export function nodeFor(label: string, { graph }: Diagram, reserved: ReadonlySet<string>): NewNode {
  const taken = new Set([...reservedIds, ...reserved, ...(graph?.nodes ?? []).map(({ id }) => id.toLowerCase())])
  if (/^[A-Za-z]\w*$/.test(label) && !taken.has(label.toLowerCase())) return { label, id: label }
  return { label, id: freeId(idOfWords(label, 'part'), taken) }
}
