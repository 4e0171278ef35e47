/** Reads and judges a document in steps, before rules ask for it: the first that asks would read all at once. */

import { reviewAhead } from '../checklist/index.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { readBlocksAhead } from '../reading/prose/blocks.ts'

/** A step is a slice, or an item of the checklist. What has been read already costs nothing. */
export function* readAhead(document: DocumentModel, type: DocumentType): Generator<void> {
  yield* readBlocksAhead(document)
  if (hasChecklist(type)) yield* reviewAhead(document, type)
}
