/** Formats a review for people: the checklist, or the facts of a decision, then the findings. */

import { largest } from '../../core/data/longLists.ts'
import { printable } from '../../core/text/printable.ts'
import type { Paint } from '../colors.ts'
import { type DocumentReport, type Report, type ReportedFact, type ReportedItem, tally } from '../report.ts'
import { listedOf, messageLines, summaryWords } from './messageLines.ts'
import type { Style } from './style.ts'

/** A review for people: the checklist or the facts of a decision, then the messages. */
export function text(report: Report, style: Style): string {
  const { paint } = style
  const parts = [
    ...report.teamFiles.map((file) => [
      `${paint('underline', printable(file.path))}`,
      ...messageLines(file.messages, paint),
    ]),
    ...report.documents.flatMap((document) => reviewParts(document, style)),
    [summaryWords(tally(report), style)],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function reviewParts(document: DocumentReport, style: Style): readonly (readonly string[])[] {
  const { paint } = style
  const { path, documentType, status, checklist, facts } = document
  const messages = listedOf(document.messages, style)
  const about = [documentType ?? 'no known document type', ...(status === null ? [] : [status])].map(printable)
  const heading = `${paint('underline', printable(path))}  ${paint('dim', about.join(' · '))}`
  if (facts) return [[heading], factLines(facts, paint), messageLines(messages, paint)]
  if (checklist.length === 0)
    return [documentType === null ? [heading] : [heading, paint('dim', noChecklist)], messageLines(messages, paint)]
  const states = (['met', 'partial', 'missing'] as const).map(
    (state) => `${checklist.filter((item) => item.status === state).length} ${state}`,
  )
  return [[heading], [...itemLines(checklist, paint), '', `  ${states.join(', ')}`], messageLines(messages, paint)]
}

/** Without it, the review of a runbook would look as if it had not been read. */
const noChecklist = '  The checklist is for designs, so it does not apply to this type.'

function factLines(facts: readonly ReportedFact[], paint: Paint): readonly string[] {
  const width = largest(
    facts.map(({ label }) => label.length),
    0,
  )
  const { places, placeWidth } = placesOf(facts)
  return facts.map(({ label, value }, index) => {
    const place = paint('dim', (places[index] ?? '').padEnd(placeWidth))
    return `  ${label.padEnd(width)}  ${place}  ${printable(value)}`
  })
}

function placesOf(rows: readonly { readonly line?: number }[]) {
  const places = rows.map(({ line }) => (line === undefined ? '' : `line ${line}`))
  const placeWidth = largest(
    places.map(({ length }) => length),
    0,
  )
  return { places, placeWidth }
}

function itemLines(checklist: readonly ReportedItem[], paint: Paint): readonly string[] {
  const width = largest(
    checklist.map(({ id }) => id.length),
    0,
  )
  const { places, placeWidth } = placesOf(checklist)
  return checklist.map(({ id, status, reason = '' }, index) => {
    const place = paint('dim', (places[index] ?? '').padEnd(placeWidth))
    return `  ${paint(colors[status], marks[status])} ${id.padEnd(width)}  ${place}  ${printable(reason)}`.trimEnd()
  })
}

const marks = { met: '✓', partial: '~', missing: '✗' } as const
const colors = { met: 'green', partial: 'yellow', missing: 'red' } as const
