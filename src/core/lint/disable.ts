/** Writes the comments that silence a rule at an offset. */

import type { Nodes, Parents } from 'mdast'
import { nextTextLine, readSilence, type SilencingComment } from '../document/comments.ts'
import type { DocumentModel } from '../document/document.ts'
import { isUnclosed } from '../template/insertPlace.ts'
import { lineStart } from '../text/lineBounds.ts'
import { lineBreakOf } from '../text/lineBreak.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Fix } from './rule.ts'

/**
 * Fixes that silence a rule by a comment with no other effect: before the line, or around the block if a comment cannot
 * precede the line; and for the whole file, which is always the last.
 *
 * @param offset where the message begins
 */
export function disableFixes(document: DocumentModel, ruleId: string, offset: number): readonly Fix[] {
  const near = disableNear(document, ruleId, offset)
  return [...(near ? [near] : []), { title: `Disable ${ruleId} in this file`, edits: [disableFile(document, ruleId)] }]
}

function disableFile(document: DocumentModel, ruleId: string): TextEdit {
  const known = readSilence(document).comments.find(({ verb, names }) => verb === 'disable-file' && names.length > 0)
  if (known) return addName(known, ruleId)
  const lineBreak = lineBreakOf(document.text)
  const comment = commentOf('disable-file', ruleId)
  const [first] = document.blocks
  if (first?.type !== 'yaml') return { start: 0, end: 0, newText: comment + lineBreak.repeat(2) }
  const { end } = document.rangeOf(first)
  return { start: end, end, newText: lineBreak.repeat(2) + comment }
}

function disableNear(document: DocumentModel, ruleId: string, offset: number): Fix | undefined {
  const { text } = document
  const path = blocksAt(document, offset)
  const block = path.at(-1)
  if (!block || block.type === 'yaml') return undefined
  const line = lineStart(text, offset)
  const isFirstLine = lineStart(text, document.rangeOf(block).start) === line
  const known = readSilence(document).comments.find(
    ({ verb, end }) => verb === 'disable-next-line' && nextTextLine(text, end).start === line,
  )
  if (isFirstLine) {
    const title = `Disable ${ruleId} for this line`
    if (known) return { title, edits: [addName(known, ruleId)] }
    const edit = commentBefore(document, path, commentOf('disable-next-line', ruleId))
    return edit && { title, edits: [edit] }
  }
  // A later line of a list or quote, outside all of its child blocks.
  if (containers.has(block.type)) return undefined
  const before = commentBefore(document, path, commentOf('disable', ruleId))
  const after = commentAfter(document, block, commentOf('enable', ruleId))
  return before && after && { title: `Disable ${ruleId} in this ${nameOf(block)}`, edits: [before, ...after] }
}

/** The blocks that contain an offset, outermost first. Paragraphs, tables and code have no child blocks. */
function blocksAt({ blocks, rangeOf }: DocumentModel, offset: number): readonly Nodes[] {
  const path: Nodes[] = []
  let siblings: readonly Nodes[] = blocks
  for (;;) {
    const block = siblings.findLast((child) => {
      const { start, end } = rangeOf(child)
      return start <= offset && offset <= end
    })
    if (!block) return path
    path.push(block)
    siblings = 'children' in block && containers.has(block.type) ? block.children : []
  }
}

const containers: ReadonlySet<string> = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition'])

/** Inserts a comment line before the innermost block that allows it. Undefined if none does. */
function commentBefore(document: DocumentModel, path: readonly Nodes[], comment: string) {
  const { text, blocks, comments } = document
  const lineBreak = lineBreakOf(text)
  for (const [index, block] of [...path.entries()].reverse()) {
    const { start } = document.rangeOf(block)
    const at = lineStart(text, start)
    const prefix = text.slice(at, start)
    if (!/^[ \t>]*$/.test(prefix)) continue
    const silencing = comments.findLast(({ end }) => end <= at && nextTextLine(text, end).start === at)
    // An existing `disable-next-line` comment must stay directly above its line.
    if (silencing && /^design-docs-disable-next-line(?=\s|$)/.test(silencing.text)) {
      const above = lineStart(text, silencing.start)
      const indent = text.slice(above, silencing.start)
      return /^[ \t>]*$/.test(indent) ? insert(above, indent + comment + lineBreak) : undefined
    }
    if (block.type !== 'listItem') return insert(at, prefix + comment + lineBreak)
    const siblings: readonly Nodes[] = (path[index - 1] as Parents | undefined)?.children ?? blocks
    const previous = siblings[siblings.indexOf(block) - 1]
    // Before the first item means before the list.
    if (!previous) continue
    // A comment between two items would split the list; at the end of the previous item it changes nothing.
    if (endsUnclosed(document, previous)) return undefined
    const { end } = document.rangeOf(previous)
    return insert(end, lineBreak + prefix + ' '.repeat(contentIndent(document, previous)) + comment)
  }
  return undefined
}

/** Inserts a comment line after a block; no edit if an unclosed block runs to the end. Undefined if none can follow. */
function commentAfter(document: DocumentModel, block: Nodes, comment: string): readonly TextEdit[] | undefined {
  const { text } = document
  const { start, end } = document.rangeOf(block)
  if (endsUnclosed(document, block)) return text.slice(end).trim() === '' ? [] : undefined
  const rest = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
  const indent = text
    .slice(lineStart(text, start), start)
    .replace(/\[[ xX]\]\s/g, '')
    .replace(/(?<!\\)\[\^(?:[^[\]\\]|\\.)*\]:[ \t]*/g, '    ')
    .replace(/[^\t>]/g, ' ')
  return [insert(end + rest, lineBreakOf(text) + indent + comment)]
}

/** The indentation of a list item's content, in characters, relative to its marker. */
const contentIndent = ({ text, rangeOf }: DocumentModel, item: Nodes): number => {
  const { start } = rangeOf(item)
  const marker = /^(?:[-*+]|\d{1,9}[.)])( {0,4}(?=\S))?/.exec(text.slice(start, start + 20))
  const [whole = '- ', space] = marker ?? []
  return space ? whole.length : whole.trimEnd().length + 1
}

function endsUnclosed({ text, rangeOf }: DocumentModel, block: Nodes): boolean {
  let last: Nodes = block
  for (let child = lastChild(last); child; child = lastChild(last)) last = child
  const { start, end } = rangeOf(last)
  return isUnclosed(last, text.slice(start, end))
}

const lastChild = (node: Nodes): Nodes | undefined =>
  'children' in node && containers.has(node.type) ? node.children.at(-1) : undefined

const addName = ({ names, end }: SilencingComment, ruleId: string): TextEdit => {
  const last = names.at(-1)
  return insert(last ? last.end : end, last ? ` ${ruleId}` : '')
}

const insert = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText })

const commentOf = (verb: string, ruleId: string): string => `<!-- design-docs-${verb} ${ruleId} -->`

const nameOf = ({ type }: Nodes): string =>
  type === 'code' ? 'code block' : type === 'table' || type === 'paragraph' ? type : 'block'
