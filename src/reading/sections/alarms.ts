/** Finds whether a section on monitoring says when somebody is alerted, in any words. */
import type { DocumentModel } from '../../core/document/document.ts'
import type { Block } from '../prose/blocks.ts'
import { blocksOf, factsOf, sectionFactsAbout } from '../prose/facts.ts'

/** Whether a section on monitoring says when somebody is alerted. */
export function saysWhenToCall(document: DocumentModel): boolean {
  const facts = factsOf(document)
  return sectionFactsAbout(facts, 'monitoringHeading', 4).some((section) => blocksOf(facts, section).some(isAlarm))
}

/** A threshold and what happens beyond it, in words that mean an alert only under such a heading. */
export const isAlarm = ({ kind, text, scan: { concepts, quantities } }: Block): boolean =>
  kind !== 'heading' &&
  (concepts.has('alert') ||
    ((concepts.has('threshold') || /[<>≤≥] ?\d/.test(text)) && (quantities.length > 0 || concepts.has('alerting'))))
