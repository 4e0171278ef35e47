/** Finds the diagram that somebody is in, and what its notation knows of the place. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { WritingPlace } from '../core/diagrams/writing.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { maxDiagram } from '../core/document/document.ts'
import { offsetInSource } from '../core/document/places.ts'
import { lineStart } from '../core/text/lineBounds.ts'
import type { Range } from '../core/text/range.ts'

/** A place in a diagram at which words may be written. */
export interface PlaceInFence {
  readonly diagram: Diagram
  readonly syntax: DiagramSyntax
  /** In the source of the diagram. */
  readonly place: WritingPlace
  /** Where a stretch of the line around the place stands in the document. */
  inDocument(range: Range): Range
}

/**
 * The place in a diagram at an offset of the document.
 *
 * @param offset UTF-16
 * @returns undefined outside of diagrams whose notation is known, on the lines of a fence, and in free text
 */
export function placeInFence(
  document: DocumentModel,
  offset: number,
  syntaxes: readonly DiagramSyntax[],
): PlaceInFence | undefined {
  const diagram = document.diagrams.find(({ start, end }) => start <= offset && offset <= end)
  const syntax = diagram?.engine === undefined ? undefined : syntaxes.find(({ id }) => id === diagram.engine)
  if (!diagram || !syntax?.writing || diagram.source.length > maxDiagram) return undefined
  const at = sourceOffset(document, diagram, offset)
  const place = at === undefined ? undefined : syntax.writing.placeAt(diagram.source, at)
  if (at === undefined || !place) return undefined
  return {
    diagram,
    syntax,
    place,
    inDocument: ({ start, end }) => ({ start: offset + start - at, end: offset + end - at }),
  }
}

/** On an empty last line the source ends with a line break, behind which the offset is. */
function sourceOffset(document: DocumentModel, diagram: Diagram, offset: number): number | undefined {
  const at = offsetInSource(document, diagram, offset)
  const { source } = diagram
  const isLast = at === source.length - 1 && source.endsWith('\n')
  return isLast && /^[ \t>]*$/.test(document.text.slice(lineStart(document.text, offset), offset)) ? source.length : at
}
