/** Reads and judges a document in steps, so that no rule has to read everything at once. */

import { reviewAhead } from '../checklist/index.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { readBlocksAhead } from '../reading/prose/blocks.ts'

/** Each step reads a slice or judges a checklist item. Cached results cost nothing. */
export function* readAhead(document: DocumentModel, type: DocumentType): Generator<void> {
  yield* readBlocksAhead(document)
  if (hasChecklist(type)) yield* reviewAhead(document, type)
}
