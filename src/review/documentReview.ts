/** Summarises a document for the Design Review, the status bar and the code lens. */

import { statusOf } from '../core/decisions/status.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { count } from '../core/text/count.ts'
import type { Range } from '../core/text/range.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'
import type { ReviewGroup, ReviewItem } from './reviewGroup.ts'
import { isRedFlag, reviewGroups, shownMessages } from './reviewGroups.ts'

/** The review of a document as it is shown. Plain JSON, so that it can outlive the model. */
export interface DocumentReview {
  /** The title of its type. */
  readonly type: string
  /** Whether progress is measured by the checklist; otherwise only the status is shown. */
  readonly isScored: boolean
  /** As written in the document; absent if there is none. */
  readonly status?: string
  /** The range of the title line, as UTF-16 offsets. */
  readonly place: Range
  /** Empty if the document is not scored. */
  readonly checklist: readonly ReviewItem[]
  readonly redFlags: number
  /** Without red flags and hints. */
  readonly findings: number
  readonly groups: readonly ReviewGroup[]
}

/** Summarises the findings of the linter and of the checklist's judges. */
export function reviewDocument(
  document: DocumentModel,
  type: DocumentType,
  messages: readonly LintMessage[],
): DocumentReview {
  const groups = reviewGroups(document, type, messages)
  const shown = shownMessages(messages)
  const redFlags = shown.filter(isRedFlag).length
  const status = statusOf(document)
  return {
    type: type.title,
    isScored: hasChecklist(type),
    ...(status !== undefined && { status }),
    place: titlePlace(document),
    checklist: groups.find(({ id }) => id === 'checklist')?.items ?? [],
    redFlags,
    findings: shown.length - redFlags,
    groups,
  }
}

/** A summary such as `9/11 · 2 red flags`; the status for decisions and other documents that are not scored. */
export function summaryOf(review: DocumentReview): string {
  const { isScored, status, redFlags } = review
  if (!isScored) return status ?? 'No status'
  return [scoreOf(review), ...(redFlags > 0 ? [count(redFlags, 'red flag')] : [])].join(' · ')
}

/** A headline such as `System design · 9/11 · 2 red flags · 4 findings`. */
export function headlineOf(review: DocumentReview): string {
  const { type, isScored, redFlags, findings } = review
  return [
    type,
    isScored ? scoreOf(review) : summaryOf(review),
    ...(redFlags > 0 ? [count(redFlags, 'red flag')] : []),
    findings > 0 ? count(findings, 'finding') : 'no findings',
  ].join(' · ')
}

/** The number of met checklist items, such as `9/11`. */
const scoreOf = ({ checklist }: DocumentReview): string =>
  `${checklist.filter(({ icon }) => icon === 'met').length}/${checklist.length}`
