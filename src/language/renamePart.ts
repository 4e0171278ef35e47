/** Renames a part of the design wherever the document names it: in its heading, in tables and prose, and in every diagram. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { Diagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { TextEdit } from '../core/lint/rule.ts'
import { renamedAnchors } from './anchors.ts'
import { occurrencesIn, wordsOf } from './occurrences.ts'
import { type NameAt, namesInSource } from './part.ts'
import { type Named, partNamesOf } from './partNames.ts'
import { renameInDiagram } from './renameInDiagram.ts'
import type { Renaming } from './wholeNames.ts'

/** An edit of the document, with UTF-16 offsets into it. */
export interface RenameEdit extends TextEdit {
  /** Whether the place can only mean the part. What is not certain is for the author to confirm. */
  readonly isCertain: boolean
}

/** All that a renaming changes. */
export interface PartRenaming {
  /** In order. */
  readonly edits: readonly RenameEdit[]
  /** Diagrams that show the part, and in which no way was found to write the new name. */
  readonly left: readonly Diagram[]
}

/** The notations in which diagrams are written. */
export interface Notations {
  readonly syntaxes: readonly DiagramSyntax[]
  /** Whether a notation finds no mistake in a source. */
  accepts(engine: string, source: string): Promise<boolean>
}

/** Longest new name, in UTF-16 units. */
const longest = 80

/** Why something is no new name for a part, as one sentence; undefined where it is. */
export function objectionTo(named: Named, { name }: NameAt, to: string): string | undefined {
  if (to.trim() === '') return 'A part needs a name.'
  if (/[\r\n]/.test(to)) return 'A name is one line.'
  if (to.length > longest) return `A name has at most ${longest} characters.`
  if (to !== name && partNamesOf(named).includes(to)) return `There is a part called “${to}” already.`
  return undefined
}

/**
 * Rename what stands at a place. Each diagram shows what it showed before but for the name, and is right if it was.
 *
 * @param to the new name, to which there is no objection
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
