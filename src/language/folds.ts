/** Finds the blocks inside the diagrams of a document that may be folded away. */

import type { Code } from 'mdast'
import { remember } from '../core/data/remember.ts'
import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { type DocumentModel, maxDiagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'

/** Stretches of the document, each from the line that stays to the end of the last line that goes. */
export const foldsOf = (document: DocumentModel, syntaxes: readonly DiagramSyntax[]): readonly Range[] =>
  document.diagrams.flatMap((diagram) => {
    const syntax = syntaxes.find(({ id }) => id === diagram.engine)
    return (syntax ? foldsIn(diagram.node, syntax) : []).map((fold) => placeInDocument(document, diagram, fold))
  })

/** As offsets into the source, which are the same as long as that is. */
const foldsIn = remember(
  ({ value }: Code, { writing }: DiagramSyntax): readonly Range[] =>
    (value.length > maxDiagram ? undefined : writing?.foldsOf(value)) ?? [],
)
