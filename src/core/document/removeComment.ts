/** Removes an HTML comment without changing how the rest is parsed. */

import type { Nodes } from 'mdast'
import { lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import type { DocumentModel } from './document.ts'

/**
 * Remove an HTML comment so that everything else keeps its meaning: with its line if it is alone on it, and with one of
 * two surrounding blank lines. Undefined if something else shares its HTML, or if the removal would change other
 * content.
 */
export function removeComment(
  document: DocumentModel,
  { start, end, node }: Range & { readonly node: Nodes },
): TextEdit | undefined {
  const { text } = document
  const from = lineStart(text, start)
  const prefix = text.slice(from, start)
  const [rest = ''] = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(end, end + 1_000)) ?? []
  const isAlone = /^[ \t>]*$/.test(prefix) && (rest !== '' || end === text.length)
  const found = siblingsOf(document, node)
  if (!found) return undefined
  const { parent, siblings } = found
  const isInText = parent === 'paragraph' || parent === 'heading' || parent === 'tableCell'
  if (isAlone === isInText) return undefined
  if (isInText) {
    const spaces = /^(?:[ \t\r\n|]|$)/.test(text.slice(end, end + 1))
      ? prefix.length - withoutEnd(prefix, /[ \t]/).length
      : 0
    return { start: start - spaces, end, newText: '' }
  }
  const own = document.rangeOf(node)
  if (text.slice(own.start, start).trim() !== '' || text.slice(end, own.end).trim() !== '') return undefined
  const at = siblings.indexOf(node)
  if (wouldJoin(siblings[at - 1], siblings[at + 1])) return { start, end, newText: '<!-- -->' }
  if (prefix.includes('>')) return { start, end, newText: '' }
  const next = end + rest.length
  const isBlankBefore =
    from === 0 || /(?:^|[\r\n])[ \t]*(?:\r\n?|\n)$/.test(text.slice(Math.max(0, from - 1_000), from))
  const [blank] = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(next, next + 1_000)) ?? []
  if (isBlankBefore && text.slice(end).trim() === '')
    return { start: text.slice(0, from).trimEnd().length, end, newText: '' }
  if (isBlankBefore) return { start: from, end: next + (blank?.length ?? 0), newText: '' }
  // Without a blank line in between, two paragraphs would merge; what follows a heading or an item is separate anyway.
  const isSeparate =
    blank !== undefined ||
    (siblings[at - 1]?.type ?? 'heading') === 'heading' ||
    (siblings[at + 1] === undefined && /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(next, next + 100)))
  return { start: from, end: isSeparate ? next : end, newText: '' }
}

/** Whether a comment between two blocks keeps them from being merged. */
const wouldJoin = (before: Nodes | undefined, after: Nodes | undefined): boolean =>
  /^(?:list|footnoteDefinition|code)$/.test(before?.type ?? '') && /^(?:list|code)$/.test(after?.type ?? '')

/** The siblings of a node, itself included, and the type of their parent. Undefined for a node of another text. */
function siblingsOf(
  { blocks, rangeOf }: DocumentModel,
  node: Nodes,
): { parent: Nodes['type']; siblings: readonly Nodes[] } | undefined {
  const { start } = rangeOf(node)
  let parent: Nodes['type'] = 'root'
  let siblings: readonly Nodes[] = blocks
  while (!siblings.includes(node)) {
    const inner = siblings.findLast((child) => rangeOf(child).start <= start)
    if (!inner || !('children' in inner)) return undefined
    parent = inner.type
    siblings = inner.children
  }
  return { parent, siblings }
}
