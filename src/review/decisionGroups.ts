/** Lists the metadata of a decision record and its options. */

import { findDate } from '../core/decisions/date.ts'
import { readOptions } from '../core/decisions/options.ts'
import { readReferences } from '../core/decisions/references.ts'
import { findStatus, statusOf } from '../core/decisions/status.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'
import type { ReviewGroup, ReviewItem } from './reviewGroup.ts'

/** The metadata of a decision record, and its options. */
export function decisionGroups(document: DocumentModel): readonly ReviewGroup[] {
  const { options, holdsChoice } = readOptions(document)
  return [
    { id: 'decision', label: 'Decision', isOpen: true, items: metadataOf(document) },
    {
      id: 'options',
      label: holdsChoice ? 'Options' : 'Alternatives',
      isOpen: true,
      items: options
        .filter(({ name, place }) => !isUnnamed(document, name, place))
        .map(({ name, place, isDescribed }) => ({
          label: name,
          icon: 'option',
          place,
          ...(!isDescribed && { description: 'only named' }),
        })),
    },
  ]
}

/** Whether an option is still to be named, as `[First alternative]` is: a placeholder is all of its name. */
const isUnnamed = (document: DocumentModel, name: string, place: Range): boolean =>
  findPlaceholders(document).some(
    ({ start, end }) => start >= place.start && end <= place.end && document.text.slice(start, end) === name,
  )

function metadataOf(document: DocumentModel): readonly ReviewItem[] {
  const status = statusOf(document)
  const place = findStatus(document)
  const date = findDate(document)
  const { supersedes, supersededBy } = readReferences(document)
  return [
    {
      label: 'Status',
      description: status ?? 'not said',
      icon: status === undefined ? 'missing' : 'status',
      ...(place && { place: { start: place.start, end: place.end } }),
    },
    ...(date?.text ? [{ label: 'Date', description: date.text, icon: 'date' as const, place: date }] : []),
    ...supersedes.map(({ text, start, end }) => toLink('Supersedes', text, { start, end })),
    ...supersededBy.map(({ text, start, end }) => toLink('Superseded by', text, { start, end })),
  ]
}

const toLink = (label: string, description: string, place: ReviewItem['place'] & object): ReviewItem => ({
  label,
  description,
  icon: 'link',
  place,
})
