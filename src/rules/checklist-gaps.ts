/**
 * Require a free-form design to cover what reviewers ask for.
 *
 * ## Why
 *
 * A design without a template, or whose type is not specified, may have any sections in any order. Reviewers will ask
 * the same questions anyway: how it scales, what it costs, who may do what, how it is monitored. All topics that the
 * document does not cover are listed once, at its title; a quick fix adds a section for each. Topics that are only
 * mentioned are not listed here, but in the Design Review.
 *
 * ## Examples
 *
 * ```md ok type=design
 * # Parcel design
 *
 * Parcels are weighed twice.
 * ```
 *
 * ````md bad type=design
 * # Parcel design
 *
 * ## How it works
 *
 * ```mermaid
 * flowchart LR
 *   accTitle: Parcels
 *   accDescr: The scale tells the sorter, which keeps the weights.
 *   scale[Scale] --> sorter[Sorter]
 *   sorter --> store[(Weight Store)]
 * ```
 *
 * The scale is a small service in Go that weighs each parcel on the belt. The sorter is another service, written in Go as well,
 * and the weight store is a PostgreSQL database with a table of weights.
 *
 * 1. The scale sends the weight and the number of the parcel to the sorter.
 * 2. The sorter looks up the parcel and stores the weight in the weight store.
 * 3. The sorter answers with the lane, and the belt moves on.
 * ````
 *
 * ```text messages
 * 1:1-1:16: Not covered yet: requirements, data model, API contracts, failure modes and security
 * ```
 */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { type ChecklistId, reviewChecklist } from '../checklist/index.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { insertionOf, placeOfSection } from '../core/document/sections.ts'
import { defineRule, type Fix } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { listed } from '../core/text/listed.ts'
import { isFromTemplate } from '../reading/drawings/templateDiagrams.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'
import { isEnglish } from '../reading/prose/isEnglish.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { isWritten } from '../reading/prose/written.ts'
import { isAwaited, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'checklist-gaps',
  category: 'checklist',
  description: 'Require a free-form design to cover what reviewers ask for',
  severity: 'information',
  *check({ document, type, types, abstain }) {
    if (!type.coversSystem || !isFreeForm(type)) return
    if (!isWritten(document)) return abstain()
    if (!isEnglish(document.prose)) return
    const gaps = reviewChecklist(document, type).filter(
      ({ id, status }) => status === 'missing' && isAsked(document, id) && !isTreated(document, type, id),
    )
    if (gaps.length === 0) return
    const labels = gaps.map(({ id }) => labelOf(id))
    yield {
      ...titlePlace(document),
      reason: `Not covered yet: ${listed(labels)}`,
      fixes: gaps.flatMap(({ id }) => fixOf(document, types, id)),
    }
  },
})

const labelOf = (id: ChecklistId): string => {
  const { label } = checklistTopics[id]
  return label.startsWith('API') ? label : label.toLowerCase()
}

/** Whether an item applies to a document: something that nobody operates, such as a language, needs no alerts. */
function isAsked(document: DocumentModel, id: ChecklistId): boolean {
  const { isRunning, isDeployed, isOperated } = natureOf(document)
  if (id === 'scaling' || id === 'cost-estimate') return isDeployed
  if (id === 'monitoring') return isOperated
  return id === 'requirements' || isRunning
}

/** Whether a section is about an item; one that exists, however thin or unfinished, is not missing. */
function isTreated(document: DocumentModel, type: DocumentType, id: ChecklistId): boolean {
  const { topic } = checklistTopics[id]
  if (topic === undefined) return document.diagrams.some((diagram) => isFromTemplate(document, diagram, type))
  return writtenAbout({ document, type }, topic).length > 0 || isAwaited({ document, type }, topic)
}

/** Fixes that add the free-form template's section for an item. */
function fixOf(document: DocumentModel, types: readonly DocumentType[], id: ChecklistId): readonly Fix[] {
  const { topic } = checklistTopics[id]
  const source = types.find(({ id }) => id === 'design')
  const spec = source?.sections.find(({ keys, needsDiagram }) => (topic ? topic.test(keys[0] ?? '') : needsDiagram))
  if (!source || !spec) return []
  const edits = [insertionOf(document, source, placeOfSection(document, source, spec))]
  return [{ title: `Add section "${spec.title}"`, edits }]
}
