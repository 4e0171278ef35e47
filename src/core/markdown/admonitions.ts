/** Reads the notes of MkDocs, `!!! note` or `??? note` with indented lines below: Markdown takes these for code. */

import type { Blockquote, Nodes, Paragraph, RootContent } from 'mdast'
import { addAll } from '../data/longLists.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { openBlock } from './cuts.ts'

/** Notes in notes that are read as such. */
const deepest = 6

/** A note's first line, with what stands in quotes behind it; a tab of content has such lines too. */
const opener = /^(?:!!!|\?\?\?\+?|===[+!]?)[ \t]{1,4}(?:[a-z][\w -]{0,60})?(?:"([^"]{0,200})")?$/i

/** Whether a text may have a note. */
export const mayHaveNotes = (text: string): boolean => /(?:^|[\r\n])(?:!!!|\?\?\?|===)[+!]?[ \t]/.test(text)

/**
 * The blocks of a text in which notes are quotes, as they are on GitHub.
 *
 * @param parse of a text without notes; the places count from its start
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
  /** Where the lines below the first begin. */
  readonly body: number
  readonly end: number
}

/** The notes of a text, in order; none in code. */
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

/** The offset behind the last indented line; 0 where there is none. */
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

/** How much of a line is the indent of a note; 0 for a line that is not in one. */
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

/** A text whose lines stand elsewhere in another one. */
interface PlacedLines {
  readonly text: string
  /** How many lines of the other text come before it. */
  readonly line: number
  /** By line the offset here and there, and how many signs there come before it on its line. */
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

/** Nodes of a text with places in the other. A list of its own instead of recursion: hostile nesting is deep. */
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

const countLines = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0
