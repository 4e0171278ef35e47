import { type ChecklistId, type ChecklistItem, checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import { createDocument, type DocumentModel } from '../../src/core/document.ts'
import { createParser } from '../../src/core/slices.ts'
import { syntax as mermaid } from '../../src/diagrams/mermaid.ts'

/** A document made of lines. */
export const documentOf = (...lines: readonly string[]): DocumentModel =>
  createDocument(createParser().parse(lines.join('\n')), [mermaid])

/** One item of the review of a document made of lines. */
export function review(id: ChecklistId, ...lines: readonly string[]): ChecklistItem {
  const item = reviewChecklist(documentOf(...lines))[checklistIds.indexOf(id)]
  if (!item) throw new Error(`The review has no item ${id}.`)
  return item
}

/** Fence lines as a block of code. */
export const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``
