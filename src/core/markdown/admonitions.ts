/** Reads MkDocs admonitions, `!!! note` or `??? note` with an indented body, which Markdown parses as code. */

import type { Blockquote, Nodes, Paragraph, RootContent } from 'mdast'
import { addAll } from '../data/longLists.ts'
import { countLines, lineEnd, nextLine } from '../text/lineBounds.ts'
import { openBlock } from './cuts.ts'

/** Maximum nesting of admonitions. */
const deepest = 6

/** The first line of an admonition, with its title in quotes; content tabs have the same form. */
const opener = /^(?:!!!|\?\?\?\+?|===[+!]?)[ \t]{1,4}(?:[a-z][\w -]{0,60})?(?:"([^"]{0,200})")?$/i

/** Whether a text may contain an admonition. */
export const mayHaveNotes = (text: string): boolean => /(?:^|[\r\n])(?:!!!|\?\?\?|===)[+!]?[ \t]/.test(text)

/**
 * Parses a text with admonitions as blockquotes, which is how GitHub represents them.
 *
 * @param parse parses a text without admonitions; its positions are relative to that text
 */
export function readWithNotes(text: string, parse: (text: string) => readonly RootContent[], depth = 0): RootContent[] {
  const blocks: RootContent[] = []
  let from = 0
  let line = 0
  const add = (end: number) => {
    const part = text.slice(from, end)
    if (part.trim()) addAll(blocks, moved(parse(part), linesAsTheyAre(part, from, line)))
    line += countLines(part)
    from = end
  }
  for (const note of depth < deepest ? findNotes(text) : []) {
    add(note.start)
    blocks.push(noteOf(text, note, line, (body) => readWithNotes(body, parse, depth + 1)))
    line += countLines(text.slice(note.start, note.end))
    from = note.end
  }
  add(text.length)
  return blocks
}

interface Note {
  readonly start: number
  /** Where the lines after the first begin. */
  readonly body: number
  readonly end: number
}

/** The admonitions of a text, in order, except in code. */
function findNotes(text: string): readonly Note[] {
  const notes: Note[] = []
  let block: ReturnType<typeof openBlock>
  let isAfterBlank = true
  for (let start = 0, next = 0; start < text.length; start = next) {
    const end = lineEnd(text, start)
    next = nextLine(text, end)
    const line = text.slice(start, Math.min(end, start + 400))
    if (block) {
      if (block.closes(text.slice(start, end))) block = undefined
      continue
    }
    const bodyEnd: number = isAfterBlank && opener.test(line.trimEnd()) ? endOfBody(text, next) : 0
    if (bodyEnd > 0) {
      notes.push({ start, body: next, end: bodyEnd })
      next = bodyEnd
    } else block = openBlock(text, start, end)
    isAfterBlank = bodyEnd > 0 || line.trim() === '' || line.startsWith('#')
  }
  return notes
}

/** The offset after the last indented line; 0 if there is none. */
function endOfBody(text: string, from: number): number {
  let last = 0
  for (let start = from, next = from; start < text.length; start = next) {
    const end = lineEnd(text, start)
    next = nextLine(text, end)
    const isBlank = text.slice(start, end).trim() === ''
    if (!isBlank && indentOf(text, start) === 0) break
    if (!isBlank) last = next
  }
  return last
}

/** The length of the indentation of a body line; 0 for a line that is not part of an admonition. */
const indentOf = (text: string, start: number): number =>
  text.startsWith('    ', start) ? 4 : (/^ {0,3}\t/.exec(text.slice(start, start + 4))?.[0].length ?? 0)

function noteOf(text: string, note: Note, line: number, read: (body: string) => RootContent[]): Blockquote {
  const lines = indentedLines(text, note, line + 1)
  const first = text.slice(note.start, lineEnd(text, note.start))
  const title = opener.exec(first.trimEnd())?.[1]
  const at = title ? first.indexOf('"') + 1 : 0
  const point = (column: number) => ({ line: line + 1, column: column + 1, offset: note.start + column })
  const position = () => ({ start: point(at), end: point(at + (title?.length ?? 0)) })
  const heading: readonly Paragraph[] = title
    ? [{ type: 'paragraph', children: [{ type: 'text', value: title, position: position() }], position: position() }]
    : []
  const children = [...heading, ...moved(read(lines.text), lines)] as Blockquote['children']
  const end = children.at(-1)?.position?.end ?? point(first.length)
  return { type: 'blockquote', children, position: { start: point(0), end } }
}

/** A text whose lines come from different offsets of another text. */
interface PlacedLines {
  readonly text: string
  /** Number of lines before it in the other text. */
  readonly line: number
  /** For each line, its offset here and there, and the number of characters removed at its start. */
  readonly starts: readonly { readonly here: number; readonly there: number; readonly lead: number }[]
}

const linesAsTheyAre = (text: string, offset: number, line: number): PlacedLines => ({
  text,
  line,
  starts: [{ here: 0, there: offset, lead: 0 }],
})

function indentedLines(text: string, { body, end: until }: Note, line: number): PlacedLines {
  let inner = ''
  const starts: { here: number; there: number; lead: number }[] = []
  for (let start = body, next = body; start < until; start = next) {
    const end = lineEnd(text, start)
    next = nextLine(text, end)
    const lead = Math.min(indentOf(text, start), end - start)
    starts.push({ here: inner.length, there: start + lead, lead })
    inner += text.slice(start + lead, next)
  }
  return { text: inner, line, starts }
}

/** Moves nodes to their positions in the other text. Iterative, since malicious input may be deeply nested. */
function moved<T extends Nodes>(nodes: readonly T[], { line, starts }: PlacedLines): readonly T[] {
  const pending: Nodes[] = [...nodes]
  const point = (at: NonNullable<Nodes['position']>['start']) => {
    const { here, there, lead } = starts[Math.min(at.line, starts.length) - 1] ?? { here: 0, there: 0, lead: 0 }
    return { line: at.line + line, column: at.column + lead, offset: (at.offset ?? 0) - here + there }
  }
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.position) node.position = { start: point(node.position.start), end: point(node.position.end) }
    if ('children' in node) for (const child of node.children) pending.push(child)
  }
  return nodes
}
