/** Writes a review for people: the checklist, then the findings. */

import { largest } from '../../core/data/longLists.ts'
import { printable } from '../../core/text/printable.ts'
import type { Paint } from '../colors.ts'
import { type DocumentReport, type Report, type ReportedItem, tally } from '../report.ts'
import { messageLines, tallyWords } from './messageLines.ts'
import type { Style } from './style.ts'

/** A review for people: the checklist, then the messages. */
export function text(report: Report, { paint }: Style): string {
  const parts = [
    ...report.teamFiles.map((file) => [
      `${paint('underline', printable(file.path))}`,
      ...messageLines(file.messages, paint),
    ]),
    ...report.documents.flatMap((document) => reviewParts(document, paint)),
    [tallyWords(tally(report), paint)],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function reviewParts(document: DocumentReport, paint: Paint): readonly (readonly string[])[] {
  const { path, documentType, status, checklist, messages } = document
  const about = [documentType ?? 'no known document type', ...(status === null ? [] : [status])].map(printable)
  const states = (['met', 'partial', 'missing'] as const).map(
    (state) => `${checklist.filter((item) => item.status === state).length} ${state}`,
  )
  return [
    [`${paint('underline', printable(path))}  ${paint('dim', about.join(' · '))}`],
    [...itemLines(checklist, paint), '', `  ${states.join(', ')}`],
    messageLines(messages, paint),
  ]
}

function itemLines(checklist: readonly ReportedItem[], paint: Paint): readonly string[] {
  const width = largest(
    checklist.map(({ id }) => id.length),
    0,
  )
  const places = checklist.map(({ line }) => (line === undefined ? '' : `line ${line}`))
  const placeWidth = largest(
    places.map(({ length }) => length),
    0,
  )
  return checklist.map(({ id, status, reason = '' }, index) => {
    const place = paint('dim', (places[index] ?? '').padEnd(placeWidth))
    return `  ${paint(colors[status], marks[status])} ${id.padEnd(width)}  ${place}  ${printable(reason)}`.trimEnd()
  })
}

const marks = { met: '✓', partial: '~', missing: '✗' } as const
const colors = { met: 'green', partial: 'yellow', missing: 'red' } as const
