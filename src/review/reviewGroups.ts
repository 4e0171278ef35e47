/** Sorts the results for a document into the groups of the Design Review. */

import { isDecisionType } from '../core/decisions/record.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { componentsOf } from '../reading/components/components.ts'
import { checklistItems } from './checklistItems.ts'
import { decisionGroups } from './decisionGroups.ts'
import { type OpenQuestion, openQuestionsOf } from './openQuestions.ts'
import type { ReviewGroup, ReviewItem } from './reviewGroup.ts'

/** The results for a document, group by group; no group is empty. */
export function reviewGroups(
  document: DocumentModel,
  type: DocumentType,
  messages: readonly LintMessage[],
): readonly ReviewGroup[] {
  const isDecision = isDecisionType(type)
  const shown = shownMessages(messages)
  const groups: readonly ReviewGroup[] = [
    ...(isDecision ? decisionGroups(document) : []),
    {
      id: 'checklist',
      label: 'Checklist',
      isOpen: true,
      items: hasChecklist(type) ? checklistItems(document, type) : [],
    },
    { id: 'redFlags', label: 'Red Flags', isOpen: true, items: shown.filter(isRedFlag).map(toFinding) },
    {
      id: 'findings',
      label: 'Findings',
      isOpen: false,
      items: shown.filter((message) => !isRedFlag(message)).map(toFinding),
    },
    {
      id: 'questions',
      label: 'Open Questions',
      isOpen: true,
      items: openQuestionsOf(document, type).map(toQuestion),
    },
    {
      id: 'diagrams',
      label: 'Diagrams',
      isOpen: false,
      items: toDiagrams(document.diagrams, messages),
    },
    {
      id: 'components',
      label: 'Components',
      isOpen: false,
      items: componentsOf({ document, type })
        .flatMap(({ items }) => items)
        .map(({ name, place }) => ({ label: name, icon: 'component', place })),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** Messages that the Problems panel also shows, which has no hints. */
export const shownMessages = (messages: readonly LintMessage[]): readonly LintMessage[] =>
  messages.filter(({ severity }) => severity !== 'hint')

export const isRedFlag = ({ category }: LintMessage): boolean => category === 'red-flag'

const toFinding = ({ reason, ruleId, severity, start, end }: LintMessage): ReviewItem => ({
  label: reason,
  description: ruleId,
  icon: severity === 'hint' ? 'information' : severity,
  state: severity,
  place: { start, end },
  ruleId,
})

/** The longest label, in UTF-16 units; the rest of a longer question becomes the description. */
const maxLabelLength = 120

function toQuestion({ text, start, end, box }: OpenQuestion): ReviewItem {
  const cut = text.length > maxLabelLength ? text.lastIndexOf(' ', maxLabelLength) : text.length
  const at = cut > 0 ? cut : maxLabelLength
  const rest = text.slice(at).trim()
  const label = rest ? `${text.slice(0, at)} …` : text
  return {
    label,
    icon: 'question',
    place: { start, end },
    ...(rest && { description: `… ${rest}` }),
    ...(box && { box }),
  }
}

/** Each diagram with its first syntax error; both lists are in document order. */
function toDiagrams(diagrams: readonly Diagram[], messages: readonly LintMessage[]): readonly ReviewItem[] {
  const mistakes = messages.filter(({ ruleId }) => ruleId === 'diagram-syntax')
  let at = 0
  return diagrams.map((diagram) => {
    while ((mistakes[at]?.start ?? diagram.start) < diagram.start) at++
    const mistake = mistakes[at]
    return toDiagram(diagram, mistake && mistake.start <= diagram.end ? mistake : undefined)
  })
}

function toDiagram(diagram: Diagram, mistake: LintMessage | undefined): ReviewItem {
  const { start, engine, language, kind, section } = diagram
  const where = section && { description: section.title }
  return {
    label: kindLabel({ engine: engine ?? language, ...(kind && { kind }) }),
    place: { start, end: start },
    ...(mistake ? { icon: 'error', state: 'error', description: mistake.reason } : { icon: 'diagram', ...where }),
  }
}
