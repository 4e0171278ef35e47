/** Offers what may be written at a place of a diagram: its nodes, the document's other parts, and the words of its notation. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import { type Keyword, type KeywordTables, keywordsAt } from './keywords.ts'
import { newParts, nodeFor } from './newParts.ts'
import type { Named } from './partNames.ts'
import { type PlaceInFence, placeInFence } from './placeInFence.ts'

/** Something that may be written. */
export interface Suggestion {
  readonly is: 'node' | 'part' | 'keyword'
  /** What it goes by in the list. */
  readonly label: string
  /** What it is, in a few words; absent where the label says all. */
  readonly meaning?: string
  readonly text: string
  /** Whether the text is in VS Code's snippet syntax. */
  readonly isSnippet: boolean
}

/** What may be written at a place of a document, and where it goes. */
export interface Suggestions extends Range {
  /** In the order in which they are shown. */
  readonly all: readonly Suggestion[]
}

/**
 * What may be written at an offset of a document; undefined where that is no place in a diagram.
 *
 * @param typeOf asked only where parts of the document may be new nodes
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

/** More are no list that somebody reads. */
const mostNodes = 300

function nodesAt({ diagram: { graph, kind }, place, syntax }: PlaceInFence): readonly Suggestion[] {
  if (!place.node) return []
  // What is being typed may be a node by itself.
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
