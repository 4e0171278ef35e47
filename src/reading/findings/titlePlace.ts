/** Finds where to report what concerns the whole document. */

import type { DocumentModel, Range } from '../../core/document/document.ts'

/** Where a problem of the whole document stands: at its title, or else at its first heading or line. */
export function titlePlace({ title, sections, text, rangeOf }: DocumentModel): Range {
  const heading = title ?? sections[0]
  return heading ? rangeOf(heading.heading) : { start: 0, end: text.search(/[\r\n]|$/) }
}
