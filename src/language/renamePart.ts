/** Renames a part of the design wherever the document names it: in headings, tables and prose, and in every diagram. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { Diagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { renamedAnchors } from './anchors.ts'
import { occurrencesIn, wordsOf } from './occurrences.ts'
import { type NameAt, namesInSource } from './part.ts'
import { type Named, partNamesOf } from './partNames.ts'
import { renameInDiagram } from './renameInDiagram.ts'
import type { Renaming } from './wholeNames.ts'

/** An edit of the document, with UTF-16 offsets relative to it. */
export interface RenameEdit extends TextEdit {
  /** Whether the place can only mean the part; otherwise, the author has to confirm it. */
  readonly isCertain: boolean
}

/** The result of a renaming. */
export interface PartRenaming {
  /** In document order. */
  readonly edits: readonly RenameEdit[]
  /** Diagrams that show the part but in which the new name could not be written. */
  readonly left: readonly Diagram[]
}

/** The notations of diagrams. */
export interface Notations {
  readonly syntaxes: readonly DiagramSyntax[]
  /** Whether the engine finds no mistake in a source. */
  accepts(engine: string, source: string): Promise<boolean>
}

/** The longest new name, in UTF-16 units. */
const longest = 80

/** Why a new name for a part is not allowed, as one sentence; undefined if it is. */
export function objectionTo(named: Named, { name }: NameAt, to: string): string | undefined {
  if (to.trim() === '') return 'A part needs a name.'
  if (/[\r\n]/.test(to)) return 'A name is one line.'
  if (to.length > longest) return `A name has at most ${longest} characters.`
  if (to !== name && partNamesOf(named).includes(to)) return `There is a part called “${to}” already.`
  return undefined
}

/**
 * Renames the part at a position. Each diagram shows the same as before except for the name, and stays valid if it was.
 *
 * @param to the new name, which must be allowed
 */
export async function rename(named: Named, at: NameAt, to: string, notations: Notations): Promise<PartRenaming> {
  const renaming = { from: at.name, to: to.trim() }
  const { document } = named
  const { edits, left } = await inDiagrams(named, at.idIn ? [at.idIn] : document.diagrams, renaming, notations)
  const inText = at.idIn ? [] : inProse(named, renaming)
  return { edits: [...inText, ...edits].sort((a, b) => a.start - b.start), left }
}

function inProse(named: Named, { from, to }: Renaming): readonly RenameEdit[] {
  const { document } = named
  const edits = occurrencesIn(document, wordsOf(document), from, partNamesOf(named)).map(
    ({ start, end, spelling, isCertain }) => ({ start, end, newText: spelling.of(to), isCertain }),
  )
  return [
    ...edits,
    ...renamedAnchors(
      document,
      edits.filter(({ isCertain }) => isCertain),
    ),
  ]
}

async function inDiagrams(
  named: Named,
  diagrams: readonly Diagram[],
  renaming: Renaming,
  { syntaxes, accepts }: Notations,
): Promise<PartRenaming> {
  const names = partNamesOf(named)
  const edits: RenameEdit[] = []
  const left: Diagram[] = []
  for (const diagram of diagrams) {
    const { source, graph, engine, isForgiving } = diagram
    const syntax = syntaxes.find(({ id }) => id === engine)
    const places = namesInSource(diagram, renaming.from, names)
    if (!graph || !syntax?.graphOf || places.length === 0) continue
    const isShown = graph.nodes.some(({ id, label }) => label === renaming.from || id === renaming.from)
    const wasRight = await accepts(syntax.id, source)
    const before = {
      source,
      graph,
      places,
      graphOf: (text: string) => syntax.graphOf?.(text),
      accepts: async (text: string) => !wasRight || accepts(syntax.id, text),
      isArt: isForgiving === true,
    }
    const found = await renameInDiagram(before, renaming)
    for (const { newText, ...place } of found ?? [])
      edits.push({ ...placeInDocument(named.document, diagram, place), newText, isCertain: isShown })
    if (!found && isShown) left.push(diagram)
  }
  return { edits, left }
}
