/** Finds the place of the table of decisions in a file that has other content. */

import type { DocumentModel } from '../document/document.ts'
import type { Range } from '../text/range.ts'

/** The comments around the table in a file that has other content. */
export const indexMarks = ['<!-- adr index -->', '<!-- /adr index -->'] as const

/** Whether a file has a mark of the table, so that it lists decisions and is none. */
export const hasIndexMark = ({ comments }: DocumentModel): boolean => comments.some(({ text }) => text === 'adr index')

/** The range between the marks in a file, or why there is none: a phrase without full stop. */
export function findIndex({ comments }: DocumentModel): Range | string {
  const opening = comments.filter(({ text }) => text === 'adr index')
  const closing = comments.filter(({ text }) => text === '/adr index')
  const [first] = opening
  const [last] = closing
  if (!first || !last) return `has no \`${indexMarks.join('` and `')}\` to write the table between`
  if (opening.length > 1 || closing.length > 1)
    return `has more than one place between \`${indexMarks.join('` and `')}\``
  if (last.start < first.end) return `has \`${indexMarks[1]}\` before \`${indexMarks[0]}\``
  return { start: first.end, end: last.start }
}
