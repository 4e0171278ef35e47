/** Tells diagrams of the author's from examples of the template. */

import type { Diagram } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'

/** Whether a diagram is still the example that the template came with. */
export const isFromTemplate = ({ source }: Diagram, type: DocumentType): boolean =>
  type.document.diagrams.some((example) => example.source.trim() === source.trim())
