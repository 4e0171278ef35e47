/** Finds where a section on observation says when somebody is called, in whatever words. */
import type { DocumentModel } from '../../core/document/document.ts'
import type { Block } from '../prose/blocks.ts'
import { blocksOf, factsOf, sectionFactsAbout } from '../prose/facts.ts'

/** Whether a section on observation says when somebody is called. */
export function saysWhenToCall(document: DocumentModel): boolean {
  const facts = factsOf(document)
  return sectionFactsAbout(facts, 'monitoringHeading', 4).some((section) => blocksOf(facts, section).some(isAlarm))
}

/** A limit with what happens beyond it, in words that only under such a heading mean that. */
export const isAlarm = ({ kind, text, scan: { concepts, quantities } }: Block): boolean =>
  kind !== 'heading' &&
  (concepts.has('alert') ||
    ((concepts.has('threshold') || /[<>≤≥] ?\d/.test(text)) && (quantities.length > 0 || concepts.has('summons'))))
