/** Removes offered sections from a template, so that new documents start without them. */

import { type DocumentModel, sectionAt } from '../document/document.ts'
import { isSectionMark, readMark } from './sectionMark.ts'
import type { Snippet } from './snippet.ts'

/**
 * The source of a template without its offered sections, including their subsections.
 *
 * @param document `marked.text`, parsed
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
    // Inside a section that has already been removed.
    if (start < at) continue
    left += source.slice(at, start)
    at = sourceOffset(section.end)
  }
  return left + source.slice(at)
}
