/** Tells a document that is still to be written from one with a text of its own. */

import type { DocumentModel } from './document.ts'

/** Whether a document holds nothing but front matter, comments and a title. */
export function isBlank({ prose, frontmatter, title, rangeOf }: DocumentModel): boolean {
  const heading = title && rangeOf(title.heading)
  const before = prose.slice(frontmatter.range?.end ?? 0, heading?.start)
  return before.trim() === '' && (!heading || prose.slice(heading.end).trim() === '')
}
