/** Leaves out of a template what it has for those who ask for it, so that new documents begin without it. */

import { type DocumentModel, sectionAt } from '../document/document.ts'
import { isSectionMark, readMark } from './sectionMark.ts'
import type { Snippet } from './snippet.ts'

/**
 * The source of a template without the sections that are only on offer, those within them included.
 *
 * @param document the text of `marked`, read
 */
export function withoutOffered(
  { source, sourceOffset }: Snippet,
  { comments, sections }: Pick<DocumentModel, 'comments' | 'sections'>,
): string {
  const marks = comments.filter(({ text }) => isSectionMark(text) && readMark(text).isOffered)
  let left = ''
  let at = 0
  for (const section of marks.flatMap(({ start }) => sectionAt(sections, start) ?? [])) {
    const start = sourceOffset(section.start)
    // Within one that is left out already.
    if (start < at) continue
    left += source.slice(at, start)
    at = sourceOffset(section.end)
  }
  return left + source.slice(at)
}
