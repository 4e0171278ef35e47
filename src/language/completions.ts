/**
 * Suggests what to write at a position in a diagram: its nodes, the document's other parts, keywords of its notation.
 */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import { type Keyword, type KeywordTables, keywordsAt } from './keywords.ts'
import { newParts, nodeFor } from './newParts.ts'
import type { Named } from './partNames.ts'
import { type PlaceInFence, placeInFence } from './placeInFence.ts'

/** A suggestion for what to write. */
export interface Suggestion {
  readonly is: 'node' | 'part' | 'keyword'
  /** The text shown in the list. */
  readonly label: string
  /** What it is, in a few words; absent if the label says everything. */
  readonly meaning?: string
  readonly text: string
  /** Whether the text is in VS Code's snippet syntax. */
  readonly isSnippet: boolean
}

/** The suggestions at a position, with the range that they replace. */
export interface Suggestions extends Range {
  /** In display order. */
  readonly all: readonly Suggestion[]
}

/**
 * The suggestions at an offset of a document; undefined if nothing can be written in a diagram there.
 *
 * @param typeOf called only if parts of the document may become new nodes
 */
export async function suggestionsAt(
  document: DocumentModel,
  offset: number,
  {
    syntaxes,
    tables,
    typeOf,
  }: { syntaxes: readonly DiagramSyntax[]; tables: KeywordTables; typeOf: () => Promise<Named['type']> },
): Promise<Suggestions | undefined> {
  const found = placeInFence(document, offset, syntaxes)
  if (!found) return undefined
  const { place, syntax, inDocument } = found
  const groups = tables[syntax.id] ?? []
  const keywords = keywordsAt(groups, place).map(fromKeyword)
  const parts = place.node
    ? partsAt(found, { document, type: await typeOf() }, reservedIn(groups.flatMap(({ words }) => words)))
    : []
  return { ...inDocument(place), all: [...nodesAt(found), ...parts, ...keywords] }
}

const fromKeyword = ({ word, meaning, snippet }: Keyword): Suggestion => ({
  is: 'keyword',
  label: word,
  meaning,
  text: snippet ?? word,
  isSnippet: snippet !== undefined,
})

const reservedIn = (words: readonly Keyword[]): ReadonlySet<string> =>
  new Set(words.map(({ word }) => word.toLowerCase()))

/** The most nodes that are suggested; nobody reads a longer list. */
const mostNodes = 300

function nodesAt({ diagram: { graph, kind }, place, syntax }: PlaceInFence): readonly Suggestion[] {
  if (!place.node) return []
  // The word being typed may be a node of its own.
  const isOther = ({ start, end }: Range) => start !== place.start || end !== place.end
  return (graph?.nodes ?? []).slice(0, mostNodes).flatMap((node): Suggestion[] => {
    const text = isOther(node) || node.mentions?.some(isOther) ? syntax.writing?.mention(node, kind) : undefined
    if (text === undefined) return []
    return [
      { is: 'node', label: node.id, text, isSnippet: false, ...(node.label !== node.id && { meaning: node.label }) },
    ]
  })
}

function partsAt(
  { diagram, place, syntax }: PlaceInFence,
  named: Named,
  reserved: ReadonlySet<string>,
): readonly Suggestion[] {
  return newParts(named, diagram).flatMap((label): Suggestion[] => {
    const node = nodeFor(label, diagram, reserved)
    const text = place.node && syntax.writing?.declare(node, diagram.kind, place.node)
    return text === undefined ? [] : [{ is: 'part', label, text, isSnippet: false }]
  })
}
