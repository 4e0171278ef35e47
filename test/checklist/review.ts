import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ChecklistId,
  type ChecklistItem,
  type ChecklistStatus,
  checklistIds,
  reviewChecklist,
} from '../../src/checklist/index.ts'
import { createDocument, type DocumentModel } from '../../src/core/document/document.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'

/** A document made of lines. */
export const documentOf = (...lines: readonly string[]): DocumentModel =>
  createDocument(createParser().parse(lines.join('\n')), syntaxes)

/** One item of the review of a document made of lines. */
export function review(id: ChecklistId, ...lines: readonly string[]): ChecklistItem {
  const item = reviewChecklist(documentOf(...lines))[checklistIds.indexOf(id)]
  if (!item) throw new Error(`The review has no item ${id}.`)
  return item
}

/** Fence lines as a block of code. */
export const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``

/** Item, what it shall be judged, the shape that is tried, and the blocks of the document. */
export type Case = readonly [ChecklistId, ChecklistStatus, string, readonly string[]]

/** One test for each case. Lines of tables and lists follow each other, all else is set apart by blank lines. */
export function testCases(cases: readonly Case[]): void {
  for (const [id, status, shape, lines] of cases) {
    test(`${id} is ${status}: ${shape}`, () => {
      const item = review(id, ...lines.flatMap((line) => (/^(?:[|*-] ?[^*]|\d)/.test(line) ? [line] : ['', line, ''])))
      assert.equal(item.status, status, item.reason)
    })
  }
}
