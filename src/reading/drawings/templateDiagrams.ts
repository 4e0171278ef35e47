/** Distinguishes the author's diagrams from the template's examples. */

import type { Diagram, DocumentModel } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isExample } from '../../core/template/examples.ts'

/** Whether a diagram is still the example that the template came with. */
export const isFromTemplate = (document: DocumentModel, { node, source }: Diagram, type: DocumentType): boolean =>
  isExample(document, node, type) || type.document.diagrams.some((example) => example.source.trim() === source.trim())
