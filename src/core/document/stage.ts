/** Determines how mature a document is. */

import { statusOf } from '../decisions/status.ts'
import { knownStart, stateOf } from '../decisions/vocabulary.ts'
import type { DocumentType } from '../template/documentType.ts'
import type { DocumentModel } from './document.ts'
import { readUntouched } from './untouched.ts'

/** The stage of a document without a status. */
const none = 'none'
const draft = 'draft'

/** Words that a team may tell from *draft*: the work on the design has begun, or not even that. */
const distinct: ReadonlySet<string> = new Set(['in progress', 'idea', 'ideas', 'concept'])

/** Fold a status: ignores case, hyphens and underscores, and maps the words for a draft to one. */
export function stageKey(status: string): string {
  const key = status
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/)
    .join(' ')
  return stateOf(status) === 'draft' && !distinct.has(key) ? draft : key
}

/** The stages of a document and its parts: statuses, folded; `none` for no status. */
export interface Stages {
  readonly ofDocument: string
  at(offset: number): string
  /** All stages that occur. */
  readonly all: readonly string[]
}

/**
 * The stages of a document, according to its status. If it has none, or still that of its template, each untouched
 * section is a draft, so that finished sections are judged as such even while others are still to be written.
 */
export function stagesOf(document: DocumentModel, type: DocumentType): Stages {
  const status = statusOf(document)
  const key = status === undefined ? none : stageKey(status)
  const own = statusOf(type.document)
  const isOpen = status === undefined || (own !== undefined && key === stageKey(own))
  const untouched = isOpen && key !== draft ? readUntouched(document, type) : undefined
  if (!untouched?.some) return { ofDocument: key, at: () => key, all: [key] }
  return {
    ofDocument: untouched.most ? draft : key,
    at: (offset) => (untouched.isUntouched(offset) ? draft : key),
    all: [draft, key],
  }
}

/** Whether documents at a stage are judged as drafts. */
export const isDraft = (stage: string): boolean => stage === draft

/** Whether a status says that a document is still being written or discussed; covers more than drafts. */
export function isUndecided(status: string): boolean {
  const state = stateOf(knownStart(status) ?? '')
  return state === 'draft' || state === 'proposed'
}
