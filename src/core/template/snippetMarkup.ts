/** Finds the markup of a snippet that depends on writing style: headings, bullets, emphasis, indents. */

import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import { lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { parseSnippet } from './snippet.ts'

/** Places in a snippet where writing styles differ. All offsets are into its source. */
export interface SnippetMarkup {
  readonly headings: readonly SnippetHeading[]
  /** Offsets of list bullets. */
  readonly bullets: readonly number[]
  /** Offsets of the `.` or `)` after list numbers. */
  readonly delimiters: readonly number[]
  readonly marks: readonly SnippetMark[]
  /** Indents of lines inside list items. */
  readonly indents: readonly SnippetIndent[]
}

export interface SnippetHeading extends Range {
  readonly depth: number
  /** Where the title begins, after number signs and number. */
  readonly titleStart: number
  readonly isNumbered: boolean
  /** Folded title, like `Section.key`; empty if the author words it. */
  readonly key: string
  /** Length of the title when inserted, in UTF-16 units. */
  readonly length: number
}

/** Emphasis, enclosed on both sides by the same number of the same character. */
export interface SnippetMark {
  readonly kind: 'emphasis' | 'strong'
  readonly open: number
  readonly close: number
  /** Whether it is inside a word, where `_` would be plain text. */
  readonly isInWord: boolean
}

export interface SnippetIndent extends Range {
  /** Number of list items that contain the line. */
  readonly level: number
  /** Columns beyond the indentation that the list requires. */
  readonly extra: number
}

/** Caches markup by source: the same snippets recur in every review of a document that lacks their sections. */
const known = new Map<string, SnippetMarkup>()
const mostKnown = 300

/** Read the markup of a snippet. Never throws. Cached. */
export function readSnippetMarkup(source: string): SnippetMarkup {
  const before = known.get(source)
  if (before) return before
  const markup = analyse(source)
  if (known.size >= mostKnown) known.clear()
  known.set(source, markup)
  return markup
}

function analyse(source: string): SnippetMarkup {
  const snippet = parseSnippet(source)
  const { text } = snippet
  const document = createDocument(createParser().parse(text), [])
  /** The source offset, if source and text agree there: a placeholder may contain what looks like Markdown. */
  const place = (offset: number): readonly number[] => {
    const at = snippet.sourceOffset(offset)
    return source[at] === text[offset] ? [at] : []
  }
  const items = document.nodes('listItem').map(document.rangeOf)

  return {
    headings: document.sections.flatMap(({ heading, depth, key, number }) => {
      const { start, end } = document.rangeOf(heading)
      const [from] = place(start)
      if (from === undefined) return []
      const line = source.slice(from, source.slice(from).search(/[\r\n]|$/) + from)
      const head = /^#+[ \t]+/.exec(line)?.[0]
      if (head === undefined) return []
      const numeral = number === undefined ? '' : (leadingNumber.exec(line.slice(head.length))?.[0] ?? '')
      const isWorded = snippet.tabStops.some(({ offset }) => offset >= start && offset <= end)
      return [
        {
          start: from,
          end: from + line.length,
          depth,
          titleStart: from + head.length + numeral.length,
          isNumbered: numeral !== '',
          key: isWorded ? '' : key,
          length: end - start - head.length - numeral.length,
        },
      ]
    }),
    bullets: items.filter(({ start }) => '-*+'.includes(text.charAt(start))).flatMap(({ start }) => place(start)),
    delimiters: items.flatMap(({ start }) => {
      const digits = /^\d{1,9}(?=[.)])/.exec(text.slice(start, start + 10))
      return digits ? place(start + digits[0].length) : []
    }),
    marks: (['emphasis', 'strong'] as const).flatMap((kind) =>
      document.nodes(kind).flatMap((node) => {
        const { start, end } = document.rangeOf(node)
        const [open] = place(start)
        const [close] = place(end - (kind === 'strong' ? 2 : 1))
        const isInWord = isWordChar(text.charAt(start - 1)) || isWordChar(text.charAt(end))
        return open === undefined || close === undefined ? [] : [{ kind, open, close, isInWord }]
      }),
    ),
    indents: readIndents(document).flatMap(({ start, end, ...indent }) =>
      place(start).map((from) => ({ ...indent, start: from, end: from + end - start })),
    ),
  }
}

function readIndents({ text, nodes, rangeOf }: DocumentModel): readonly SnippetIndent[] {
  /** By the line's offset; inner list items come later and overwrite outer ones. */
  const found = new Map<number, SnippetIndent>()
  const levels = new Map<number, number>()
  for (const item of nodes('listItem')) {
    const { start, end } = rangeOf(item)
    const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(start, start + 20))?.[0].length ?? 2
    const column = start - lineStart(text, start) + marker
    const lines = /\n([ \t]+)(?=[^\s])/g
    lines.lastIndex = start
    for (let match = lines.exec(text); match && match.index < end; match = lines.exec(text)) {
      const from = match.index + 1
      const width = match[1]?.length ?? 0
      if (width < column) continue
      const level = (levels.get(from) ?? 0) + 1
      levels.set(from, level)
      found.set(from, { start: from, end: from + width, level, extra: width - column })
    }
  }
  return [...found.values()]
}

const leadingNumber = /^(?:(?:section|chapter)[ \t]+)?\d[\d.]*[.):]?[ \t]*/i

const isWordChar = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char)
