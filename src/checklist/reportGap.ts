/** Reports where a document falls short of a checklist item. */

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
 * Reports where a document falls short of a checklist item: at the heading of the weak section. Reports nothing that
 * another rule does: `required-section` reports missing sections that the template requires, `empty-section` those
 * without content. Documents that follow no template have their own way to write sections; `checklist-gaps` reports
 * what they lack as a whole.
 *
 * @param weak the reason for a section with this title
 * @param absent the reason for a document without such a section, if it designs a whole system by a template that is
 *   divided by these topics; not for items that have a red flag
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

/** Whether `required-section` reports a missing section about a topic. */
const isDemanded = ({ document, type }: Subject, topic: Topic): boolean =>
  outlineOf(document, type).missing.some(({ spec }) => topic.test(spec.keys[0] ?? ''))

/** Whether a template has sections on checklist topics other than goals; one for proposals of any kind has none. */
const hasTopics = ({ sections }: DocumentType): boolean =>
  Object.values(checklistTopics).some(
    ({ topic }) => topic !== topics.requirements && sections.some(({ keys }) => topic?.test(keys[0] ?? '')),
  )
