/** Reports where a document falls short of an item of the checklist. */

import { outlineOf } from '../core/document/sections.ts'
import type { Problem } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'
import { isWritten } from '../reading/prose/written.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'
import { type Subject, sectionsAbout, type Topic, topics, writtenAbout } from '../reading/sections/topics.ts'
import { checklistTopics } from './checklistTopics.ts'
import type { ChecklistId } from './judgement.ts'
import { judgementOf } from './judgementOf.ts'

/**
 * Report where a document falls short of an item of the checklist: at the heading of the section that is too weak. Nothing where
 * somebody else says so: a section that the template demands and that is not there is for `required-section`, one without
 * content for `empty-section`. A document that follows no template has its own way to write a section: what it misses as a
 * whole is for `checklist-gaps`.
 *
 * @param weak the reason for a section with this title
 * @param absent the reason for a document without such a section, if it designs a whole system by a template that is divided
 *   by these topics; not for items that have a red flag
 */
export function* reportGap(
  context: Subject,
  id: ChecklistId,
  topic: Topic,
  weak: (title: string) => string,
  absent?: string,
): Generator<Problem> {
  const { document, type } = context
  const item = judgementOf(context, id)
  if (item.status === 'met' || isFreeForm(type)) return
  const [section] = writtenAbout(context, topic)
  if (section) yield { ...document.rangeOf(section.heading), reason: weak(section.title) }
  else if (
    absent &&
    type.coversSystem &&
    isWritten(document) &&
    findPlaceholders(document, type).length === 0 &&
    sectionsAbout(document, type, topic).length === 0 &&
    hasTopics(type) &&
    !isDemanded(context, topic)
  )
    yield { ...(item.evidence ?? titlePlace(document)), reason: absent }
}

/** Whether `required-section` says that a section about a topic is missing. */
const isDemanded = ({ document, type }: Subject, topic: Topic): boolean =>
  outlineOf(document, type).missing.some(({ spec }) => topic.test(spec.keys[0] ?? ''))

/** Whether a template has sections on what the checklist asks for, beside goals: one for proposals of any kind has none. */
const hasTopics = ({ sections }: DocumentType): boolean =>
  Object.values(checklistTopics).some(
    ({ topic }) => topic !== topics.requirements && sections.some(({ keys }) => topic?.test(keys[0] ?? '')),
  )
