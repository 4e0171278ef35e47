/** Keeps links to a heading valid when its title changes. */

import GithubSlugger from 'github-slugger'
import { type DocumentModel, textOf } from '../core/document/document.ts'
import { applyEdits } from '../core/lint/edits.ts'
import type { TextEdit } from '../core/text/textEdit.ts'

/** The edits of links within the document that some edits of headings require; all are certain. */
export function renamedAnchors<Edit extends TextEdit>(
  document: DocumentModel,
  edits: readonly Edit[],
): readonly (TextEdit & { readonly isCertain: true })[] {
  const [before, after] = [new GithubSlugger(), new GithubSlugger()]
  const renamed = new Map<string, string>()
  for (const { heading } of document.sections) {
    const { start, end } = document.rangeOf(heading)
    const inside = edits.filter((edit) => edit.start >= start && edit.end <= end)
    const old = before.slug(textOf(heading))
    const now = after.slug(inside.length === 0 ? textOf(heading) : titleAfter(document, start, end, inside))
    if (old !== now && !renamed.has(old)) renamed.set(old, now)
  }
  if (renamed.size === 0) return []
  return [...document.nodes('link'), ...document.nodes('definition')].flatMap((node) => {
    const now = node.url.startsWith('#') ? renamed.get(node.url.slice(1)) : undefined
    const { start, end } = document.rangeOf(node)
    const at = now === undefined ? -1 : document.text.slice(start, end).lastIndexOf(node.url)
    return at < 0 || now === undefined
      ? []
      : [{ start: start + at + 1, end: start + at + node.url.length, newText: now, isCertain: true as const }]
  })
}

/**
 * The text of a heading after some edits. Without Markdown marks, that is what readers see, since names contain none.
 */
function titleAfter(document: DocumentModel, start: number, end: number, edits: readonly TextEdit[]): string {
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return applyEdits(document.text.slice(start, end), moved)
    .replace(/^#{1,6}[ \t]+/, '')
    .replace(/[ \t]#{1,6}[ \t]*$/, '')
    .replace(/\n(?:=+|-+)[ \t]*$/, '')
    .replaceAll(/[*_`]/g, '')
}
