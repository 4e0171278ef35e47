/** Reads the blocks of mermaid source line by line, including unclosed ones. */

import { lineEnd } from '../../core/text/lineBounds.ts'
import type { Range } from '../source/draft.ts'

/** How the blocks of a kind open and close. Patterns are matched against trimmed lines. */
interface BlockStyle {
  readonly opens: RegExp
  readonly closes: RegExp
  readonly closer: string
  /** Begins another branch of the same block. */
  readonly branches?: RegExp
}

/** A block. Its range is the line that opens it, without indentation. */
export interface Block extends Range {
  /** What closes it, such as `end` or `}`. */
  readonly closer: string
  /** The start of the line that closes it; absent if there is none. */
  readonly closedAt?: number
  /** The starts of lines that begin another branch, such as `else`. */
  readonly branches: readonly number[]
}

const braces: BlockStyle = { opens: /\{$/, closes: /^\}/, closer: '}' }
const ends = (opens: RegExp): BlockStyle => ({ opens, closes: /^end\b(?!\s*note)/i, closer: 'end' })

const styles: Readonly<Record<string, readonly BlockStyle[]>> = {
  flowchart: [ends(/^subgraph\b/)],
  swimlane: [ends(/^subgraph\b/)],
  sequenceDiagram: [
    { ...ends(/^(?:loop|alt|opt|par|par_over|critical|break|rect|box)\b/i), branches: /^(?:else|and|option)\b/i },
  ],
  block: [ends(/^(?:\w+\s*:\s*)?block(?:\s*:|$)/)],
  stateDiagram: [
    braces,
    { opens: /^note\s+(?:left|right)\s+of\s[^:]*$/i, closes: /^end\s*note\b/i, closer: 'end note' },
  ],
  mindmap: [],
  kanban: [],
}

/** Maximum number of open blocks among which an end looks for its match. */
const nearest = 100

const indentOf = (line: string): number => line.length - line.trimStart().length

/**
 * The blocks of a text, in the order in which they end. If one of several ends is missing, indentation decides: an end
 * belongs to the block with the same indentation.
 */
export function* readBlocks(text: string, kind: string | undefined): Generator<Block> {
  const lines = text.split('\n')
  for (const style of styles[kind ?? ''] ?? [braces]) {
    const open: (Block & { readonly indent: number; readonly branches: number[] })[] = []
    let offset = 0
    for (const [index, line] of lines.entries()) {
      const start = offset
      offset += line.length + 1
      const statement = line.trim()
      if (style.closes.test(statement)) {
        const near = Math.max(0, open.length - nearest)
        const mate = open.slice(near).findLastIndex((block) => block.indent === indentOf(line))
        const [closed, ...left] = open.splice(mate < 0 ? open.length - 1 : near + mate)
        yield* left
        if (closed) yield { ...closed, closedAt: start }
      }
      if (style.branches?.test(statement)) open.at(-1)?.branches.push(start)
      // The first line is the header: `block-beta` does not open a block.
      if (index > 0 && style.opens.test(statement)) {
        const end = start + line.trimEnd().length
        open.push({ start: start + indentOf(line), end, closer: style.closer, branches: [], indent: indentOf(line) })
      }
    }
    yield* open
  }
}

/** Kinds in which a line belongs to the nearest line above it with less indentation. */
const byIndent = new Set(['mindmap', 'kanban', 'treemap', 'treeView', 'ishikawa'])

/** Kinds that are divided into sections. */
const bySection = new Set(['gantt', 'journey', 'timeline'])

/** The ranges that can be folded, in order: from the first line, which stays visible, to the end of the last line. */
export function foldsIn(text: string, kind: string | undefined): readonly Range[] {
  if (byIndent.has(kind ?? '')) return indentFolds(text)
  if (bySection.has(kind ?? '')) return sectionFolds(text)
  const folds: Range[] = []
  for (const { start, closedAt, branches } of readBlocks(text, kind)) {
    if (closedAt === undefined) continue
    folds.push({ start, end: closedAt - 1 })
    for (const [index, branch] of branches.entries())
      folds.push({ start: branch, end: (branches[index + 1] ?? closedAt) - 1 })
  }
  return folds.sort((a, b) => a.start - b.start)
}

interface Line extends Range {
  readonly indent: number
  readonly text: string
}

/** The lines that are not blank, after the first one. */
function* linesIn(text: string): Generator<Line> {
  for (let start = lineEnd(text, 0) + 1; start < text.length; ) {
    const end = lineEnd(text, start)
    const line = text.slice(start, end)
    if (line.trim() !== '') yield { start, end, indent: indentOf(line), text: line.trim() }
    start = end + 1
  }
}

function indentFolds(text: string): readonly Range[] {
  const folds: Range[] = []
  const open: Line[] = []
  let last: Line | undefined
  const close = (indent: number) => {
    while ((open.at(-1)?.indent ?? -1) >= indent) {
      const top = open.pop()
      if (top && last && last !== top) folds.push({ start: top.start, end: last.end })
    }
  }
  for (const line of linesIn(text)) {
    close(line.indent)
    open.push(line)
    last = line
  }
  close(0)
  return folds.sort((a, b) => a.start - b.start)
}

function sectionFolds(text: string): readonly Range[] {
  const folds: Range[] = []
  let section: Line | undefined
  let last: Line | undefined
  const close = () => {
    if (section && last && last !== section) folds.push({ start: section.start, end: last.end })
  }
  for (const line of linesIn(text)) {
    if (/^section\b/.test(line.text)) {
      close()
      section = line
    }
    last = line
  }
  close()
  return folds
}
