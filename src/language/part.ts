/** Finds the part of the design that is named at a position, and all places that mention it. */

import type { Diagram } from '../core/document/document.ts'
import { offsetInSource, placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'
import { type Occurrence, occurrencesIn, wordsOf } from './occurrences.ts'
import { type Named, partNamesOf } from './partNames.ts'
import { spellingsOf } from './spellings.ts'
import { wholeNames } from './wholeNames.ts'

/** A name at a position in a document. */
export interface NameAt extends Range {
  /** As the author wrote it in a diagram or list of components. */
  readonly name: string
  /** The diagram that contains the position, if the name is the id of a node with another label. */
  readonly idIn?: Diagram
}

/**
 * The name of a part at a position, including the one just after its last letter.
 *
 * @param offset UTF-16 offset in the document
 * @returns undefined if no part is named there
 */
export function nameAt(named: Named, offset: number): NameAt | undefined {
  const { document } = named
  const diagram = document.diagrams.find(({ start, end }) => start <= offset && offset <= end)
  if (diagram) return nameInDiagram(named, diagram, offset)
  const isAt = ({ start, end }: Range) => start <= offset && offset <= end
  const words = wordsOf(document).filter(isAt)
  const names = partNamesOf(named)
  for (const name of words.length > 0 ? names : []) {
    const found = occurrencesIn(document, words, name, names).find(isAt)
    if (found) return { start: found.start, end: found.end, name }
  }
  return undefined
}

function nameInDiagram(named: Named, diagram: Diagram, offset: number): NameAt | undefined {
  const at = offsetInSource(named.document, diagram, offset)
  const { graph, source } = diagram
  if (at === undefined || !graph) return undefined
  const find = (name: string) =>
    Array.from(wholeNames(source, name, { start: 0, end: source.length })).find(
      ({ start, end }) => start <= at && at <= end,
    )
  const names = partNamesOf(named)
  for (const name of names) {
    const found = find(name)
    if (found) return { ...placeInDocument(named.document, diagram, found), name }
  }
  for (const { id } of graph.nodes) {
    const found = find(id)
    if (found) return { ...placeInDocument(named.document, diagram, found), name: id, idIn: diagram }
  }
  return undefined
}

/** All mentions of a part, in order: in prose in any spelling, in diagrams in the exact one. */
export function occurrencesOf(named: Named, name: string): readonly Occurrence[] {
  const { document } = named
  const names = partNamesOf(named)
  const [spelling] = spellingsOf(name)
  const inDiagrams = document.diagrams.flatMap((diagram) =>
    spelling === undefined
      ? []
      : namesInSource(diagram, name, names).map((place) => ({
          ...placeInDocument(document, diagram, place),
          spelling,
          isCertain: true,
        })),
  )
  return [...occurrencesIn(document, wordsOf(document), name, names), ...inDiagrams].sort((a, b) => a.start - b.start)
}

/** The ranges of a name in the source of a diagram, relative to it, except inside a longer name. */
export function namesInSource({ source }: Diagram, name: string, names: readonly string[]): readonly Range[] {
  const whole = { start: 0, end: source.length }
  const longer = names
    .filter((other) => other.length > name.length && other.includes(name))
    .flatMap((other) => [...wholeNames(source, other, whole)])
  return [...wholeNames(source, name, whole)].filter(
    ({ start, end }) => !longer.some((other) => other.start <= start && other.end >= end),
  )
}

/** The ranges of a node's id in its diagram, as offsets of the document. */
export const occurrencesOfId = ({ document }: Named, diagram: Diagram, id: string): readonly Range[] =>
  [...wholeNames(diagram.source, id, { start: 0, end: diagram.source.length })].map((place) =>
    placeInDocument(document, diagram, place),
  )
