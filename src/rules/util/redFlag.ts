import type { ChecklistId, ChecklistItem } from '../../checklist/index.ts'
import { reviewChecklist } from '../../checklist/index.ts'
import type { Mention } from '../../checklist/util/mentions.ts'
import { isWritten } from '../../checklist/util/written.ts'
import type { DocumentModel } from '../../core/document.ts'
import type { Problem, RuleContext } from '../../core/rule.ts'
import { titlePlace } from './titlePlace.ts'

/**
 * Whether red flags are looked for: in a design of a whole system that its author has begun to write. Of a template that
 * still waits to be filled in `required-section` and `no-placeholder` say all there is to say.
 */
export const isJudged = ({ document, type }: RuleContext): boolean => type.coversSystem && isWritten(document)

/** The judgement of one item of the review checklist. */
export function judgementOf(document: DocumentModel, id: ChecklistId): ChecklistItem {
  const item = reviewChecklist(document).find((each) => each.id === id)
  if (!item) throw new Error(`No checklist item ${id}`)
  return item
}

/** A flag for what is nowhere in a document, or only mentioned. */
export function absence(document: DocumentModel, subject: string, risk: string, mention?: Mention): Problem {
  const place = titlePlace(document)
  if (!mention) return { ...place, reason: `Missing ${subject} in the whole document: ${risk}` }
  return {
    ...place,
    reason: `Missing ${subject} beyond the mention \`${mention.clause}\`: ${risk}`,
    related: [{ start: mention.start, end: mention.end, reason: 'Only mentioned here' }],
  }
}

/** Names as a list for a sentence: `a`, `b` and `c`. */
export function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.at(-1) ?? ''
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last
}
