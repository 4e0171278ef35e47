/** Explains the answer to a checklist item: what was read, and when it is met. */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { type ChecklistId, type ChecklistItem, reviewChecklist } from '../checklist/index.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { passagesFor, type ReadTerm } from '../reading/findings/why.ts'

/** The answer to a checklist item, with its evidence. */
export interface ItemReasons {
  readonly label: string
  readonly item: ChecklistItem
  /** When the item is met, as a sentence. */
  readonly metWhen: string
  /** The best evidence; absent if there is none. */
  readonly evidence?: Passage
  /** Passages with words that its judge uses, in document order; at most one hundred. */
  readonly passages: readonly Passage[]
}

export interface Passage extends Range {
  readonly text: string
  /** The words that its judge uses with their meanings, each once. */
  readonly words: readonly Pick<ReadTerm, 'words' | 'meaning'>[]
}

/** The most passages that are listed. */
const mostPassages = 100

/**
 * Collects what was read for an item.
 * @param type absent for a document without a type
 * @throws Error for an unknown id
 */
export function whyItem(document: DocumentModel, type: DocumentType | undefined, id: ChecklistId): ItemReasons {
  const item = reviewChecklist(document, type).find((each) => each.id === id)
  if (!item) throw new Error(`No checklist item ${id}`)
  const { label, metWhen } = checklistTopics[id]
  const passages = passagesFor(document, id, mostPassages).map(({ start, end, text, terms }) => ({
    start,
    end,
    text: withoutMark(text),
    words: [...new Map(terms.map(({ words, meaning }) => [words.toLowerCase(), { words, meaning }])).values()],
  }))
  const { evidence } = item
  return {
    label,
    item,
    metWhen: `Met when ${metWhen}.`,
    ...(evidence && {
      evidence: { ...evidence, text: firstLine(document.text.slice(evidence.start, evidence.end)), words: [] },
    }),
    passages,
  }
}

const firstLine = (text: string): string => withoutMark(text.trim().split(/\r\n?|\n/, 1)[0] ?? '')

const withoutMark = (text: string): string => text.replace(/^#{1,6}[ \t]+/, '')
