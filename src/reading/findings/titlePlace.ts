/** Finds where to report problems of the whole document. */

import type { DocumentModel } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'

/** The range for a problem of the whole document: its title, or else its first heading or line. */
export function titlePlace({ title, sections, text, rangeOf }: DocumentModel): Range {
  const heading = title ?? sections[0]
  return heading ? rangeOf(heading.heading) : { start: 0, end: text.search(/[\r\n]|$/) }
}
