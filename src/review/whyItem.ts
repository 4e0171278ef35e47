/** Tells why an item of the checklist is answered as it is: what was read, and when it is met. */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { type ChecklistId, type ChecklistItem, reviewChecklist } from '../checklist/index.ts'
import type { DocumentModel, Range } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { passagesFor, type ReadTerm } from '../reading/findings/why.ts'

/** An answer of the checklist with what speaks for it. */
export interface ItemReasons {
  readonly label: string
  readonly item: ChecklistItem
  /** When the item is met, as a sentence. */
  readonly metWhen: string
  /** What speaks for it most; absent where nothing does. */
  readonly evidence?: Passage
  /** Where words stand that its judge asks for, in the order of the text; of many the first hundred. */
  readonly passages: readonly Passage[]
}

export interface Passage extends Range {
  readonly text: string
  /** What the words in it mean to the judge, each once. */
  readonly words: readonly Pick<ReadTerm, 'words' | 'meaning'>[]
}

/** More than these nobody reads. */
const mostPassages = 100

/** Say of an item what was read for it. @param type absent for a document without one */
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
