/** Distinguishes documents that have yet to be written from those with text. */

import type { DocumentModel } from './document.ts'

/** Whether a document contains only front matter, comments and a title. */
export function isBlank({ prose, frontmatter, title, rangeOf }: DocumentModel): boolean {
  const heading = title && rangeOf(title.heading)
  const before = prose.slice(frontmatter.range?.end ?? 0, heading?.start)
  return before.trim() === '' && (!heading || prose.slice(heading.end).trim() === '')
}
