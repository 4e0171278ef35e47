/** Finds the blocks inside the diagrams of a document that may be folded away. */

import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { type DocumentModel, maxDiagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'

/** Stretches of the document, each from the line that stays to the end of the last line that goes. */
export const foldsOf = (document: DocumentModel, syntaxes: readonly DiagramSyntax[]): readonly Range[] =>
  document.diagrams.flatMap((diagram) => {
    const { engine, source } = diagram
    const writing = source.length > maxDiagram ? undefined : syntaxes.find(({ id }) => id === engine)?.writing
    return (writing?.foldsOf(source) ?? []).map((fold) => placeInDocument(document, diagram, fold))
  })
