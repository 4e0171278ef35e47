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

/** The document with these lines. */
export const documentOf = (...lines: readonly string[]): DocumentModel =>
  createDocument(createParser().parse(lines.join('\n')), syntaxes)

/** One checklist item of the document with these lines. */
export function review(id: ChecklistId, ...lines: readonly string[]): ChecklistItem {
  const item = reviewChecklist(documentOf(...lines))[checklistIds.indexOf(id)]
  if (!item) throw new Error(`The review has no item ${id}.`)
  return item
}

/** A fenced code block with these lines. */
export const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``

/** The item, its expected status, a description of the document, and the document's blocks. */
export type Case = readonly [ChecklistId, ChecklistStatus, string, readonly string[]]

/** Defines one test per case. Blocks are separated by blank lines, except for the lines of tables and lists. */
export function testCases(cases: readonly Case[]): void {
  for (const [id, status, shape, lines] of cases) {
    test(`${id} is ${status}: ${shape}`, () => {
      const item = review(id, ...lines.flatMap((line) => (/^(?:[|*-] ?[^*]|\d)/.test(line) ? [line] : ['', line, ''])))
      assert.equal(item.status, status, item.reason)
    })
  }
}
