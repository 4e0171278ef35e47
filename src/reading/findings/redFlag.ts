/** Decides in which documents red flags are raised, and raises those for missing topics. */

import type { DocumentModel } from '../../core/document/document.ts'
import type { Problem, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Mention } from '../prose/mentions.ts'
import { isWritten } from '../prose/written.ts'
import { isAwaited, type Topic, writtenAbout } from '../sections/topics.ts'
import { titlePlace } from './titlePlace.ts'

/**
 * Whether to look for red flags: only in the design of a whole system that its author has begun to write. In an
 * unfilled template, `required-section` and `no-placeholder` report everything there is to report.
 *
 * @param topic what the flag is about: if the document has a section on it, the checklist's rule reports what it lacks
 */
export function isJudged(context: RuleContext, topic?: Topic): boolean {
  if (!context.type.coversSystem) return false
  // Topics missing from a free-form document are reported once, by `checklist-gaps`.
  if (topic && isFreeForm(context.type)) return false
  // An unwritten section on the topic is reported by another rule.
  if (isWritten(context.document) && !(topic && isAwaited(context, topic)))
    return topic === undefined || writtenAbout(context, topic).length === 0
  context.abstain()
  return false
}

/**
 * A red flag for something that a document does not cover, or only mentions.
 *
 * @param gap what the document fails to say, as a clause
 */
export function absence(document: DocumentModel, subject: string, gap: string, mention?: Mention): Problem {
  const place = titlePlace(document)
  if (!mention) return { ...place, reason: `No ${subject}: ${gap}` }
  return {
    ...place,
    reason: `No ${subject} beyond a mention (\`${mention.clause}\`): ${gap}`,
    related: [{ start: mention.start, end: mention.end, reason: 'Only mentioned here' }],
  }
}
