/** Tells which documents red flags are raised in, and raises those for what is missing. */

import type { DocumentModel } from '../../core/document/document.ts'
import type { Problem, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Mention } from '../prose/mentions.ts'
import { isWritten } from '../prose/written.ts'
import { isAwaited, type Topic, writtenAbout } from '../sections/topics.ts'
import { titlePlace } from './titlePlace.ts'

/**
 * Whether red flags are looked for: in a design of a whole system that its author has begun to write. Of a template that
 * still waits to be filled in `required-section` and `no-placeholder` say all there is to say.
 *
 * @param topic what the flag is about: where a section is, its rule of the checklist says what it lacks
 */
export function isJudged(context: RuleContext, topic?: Topic): boolean {
  if (!context.type.coversSystem) return false
  // What is nowhere in a free document, `checklist-gaps` says once.
  if (topic && isFreeForm(context.type)) return false
  // That its section is not written yet is said there.
  if (isWritten(context.document) && !(topic && isAwaited(context, topic)))
    return topic === undefined || writtenAbout(context, topic).length === 0
  context.abstain()
  return false
}

/**
 * A flag for what is nowhere in a document, or only mentioned.
 *
 * @param gap what nothing in the document says, as a clause
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
