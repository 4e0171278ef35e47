/** Finds the foldable blocks inside the diagrams of a document. */

import type { Code } from 'mdast'
import { remember } from '../core/data/remember.ts'
import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { type DocumentModel, maxDiagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'

/** Foldable ranges of the document, each from its first line, which stays visible, to the end of its last line. */
export const foldsOf = (document: DocumentModel, syntaxes: readonly DiagramSyntax[]): readonly Range[] =>
  document.diagrams.flatMap((diagram) => {
    const syntax = syntaxes.find(({ id }) => id === diagram.engine)
    return (syntax ? foldsIn(diagram.node, syntax) : []).map((fold) => placeInDocument(document, diagram, fold))
  })

/** Offsets relative to the source, so that they stay valid as long as it does not change. */
const foldsIn = remember(
  ({ value }: Code, { writing }: DiagramSyntax): readonly Range[] =>
    (value.length > maxDiagram ? undefined : writing?.foldsOf(value)) ?? [],
)
