/** Finds the diagram at a position, and what its notation knows about the position. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import type { WritingPlace } from '../core/diagrams/writing.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { maxDiagram } from '../core/document/document.ts'
import { offsetInSource } from '../core/document/places.ts'
import { lineStart } from '../core/text/lineBounds.ts'
import type { Range } from '../core/text/range.ts'

/** A position in a diagram where something may be written. */
export interface PlaceInFence {
  readonly diagram: Diagram
  readonly syntax: DiagramSyntax
  /** Relative to the source of the diagram. */
  readonly place: WritingPlace
  /** Translates a range of the source on the line of the position into a range of the document. */
  inDocument(range: Range): Range
}

/**
 * The position in a diagram that an offset of the document stands for.
 *
 * @param offset UTF-16 offset in the document
 * @returns undefined outside of diagrams with a known notation, on the lines of the fence, and in free text
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

/** An empty last line is at the end of the source, after its last line break. */
function sourceOffset(document: DocumentModel, diagram: Diagram, offset: number): number | undefined {
  const at = offsetInSource(document, diagram, offset)
  const { source } = diagram
  const isLast = at === source.length - 1 && source.endsWith('\n')
  return isLast && /^[ \t>]*$/.test(document.text.slice(lineStart(document.text, offset), offset)) ? source.length : at
}
