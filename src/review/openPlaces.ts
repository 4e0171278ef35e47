/** Finds the next place of a document that is still to be filled in. */
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'

/**
 * The next place after an offset, or the first one of the document if none follows.
 *
 * @param type if absent, only what counts in documents of any type
 * @returns what typing should replace; empty, at the end of the place, if it is a label or a heading with nothing behind
 * it. Undefined if there is no such place.
 */
export function nextPlace(document: DocumentModel, type: DocumentType | undefined, offset: number): Range | undefined {
  const places = findPlaceholders(document, type).map(({ kind, start, end }) =>
    kind === 'template' || kind === 'words' || kind === 'example' ? { start, end } : { start: end, end },
  )
  return places.find(({ start }) => start > offset) ?? places[0]
}
