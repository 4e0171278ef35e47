/** Finds the values that a document picked from the lists that its template offers. */

import type { Table } from 'mdast'
import { type DocumentModel, type Section, textOf, titleKey } from '../../core/document/document.ts'
import { outlineOf } from '../../core/document/sections.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import type { TabStop } from '../../core/template/snippet.ts'
import type { Range } from '../../core/text/range.ts'
import { cellPlace } from './cells.ts'

/** A list of values in a template, and what the document picked from it. */
export interface Question {
  /** The words before the list, such as `Status`; a column's name; or the section's title if there are neither. */
  readonly label: string
  /** Without the `…` that stands for other values. */
  readonly choices: readonly string[]
  /** Whether other values are allowed too. */
  readonly isOpen: boolean
  readonly answers: readonly Range[]
  /** Whether the answers are the cells of a column. */
  readonly isColumn?: true
}

/** The template's lists of values, with the document's answers. */
export function* questionsOf(document: DocumentModel, type: DocumentType): Generator<Question> {
  const { found } = outlineOf(document, type)
  const columns = new Map<string, { label: string; choices: Set<string>; scope: Range }>()
  for (const tabStop of type.tabStops) {
    const { choices = [], offset } = tabStop
    if (choices.length === 0) continue
    const spec = type.sections.findLast(({ tabStops }) => tabStops.includes(tabStop))
    const section = spec && found.get(spec)
    if (spec && !section) continue
    const scope = section ?? {
      start: 0,
      end: document.sections.find((other) => other !== document.title)?.start ?? document.text.length,
    }
    const column = columnAt(type, offset)
    if (column !== undefined) {
      const key = `${scope.start} ${titleKey(column)}`
      const known = columns.get(key) ?? { label: column, choices: new Set(), scope }
      for (const choice of choices) known.choices.add(choice)
      columns.set(key, known)
      continue
    }
    const label = labelOf(type, tabStop)
    const answers =
      label || !section
        ? [...answersBehind(document, label || (spec?.title ?? ''), scope)]
        : [...answersBehind(document, section.title, scope), ...answerIn(document, section, choices)]
    yield { label: label || (spec?.title ?? ''), ...readChoices(choices), answers }
  }
  for (const { label, choices, scope } of columns.values())
    yield { label, ...readChoices([...choices]), answers: answersInColumn(document, label, scope), isColumn: true }
}

const readChoices = (choices: readonly string[]) => ({
  choices: choices.filter((choice) => choice !== '…'),
  isOpen: choices.includes('…'),
})

function labelOf({ document: { text } }: DocumentType, { offset }: TabStop): string {
  return text
    .slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    .replace(/^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?/, '')
    .replace(/[*_:|"'\s]+/g, ' ')
    .trim()
}

/** The values after a label, on its line. */
function* answersBehind(document: DocumentModel, label: string, scope: Range): Generator<Range> {
  if (!label) return
  const text = document.prose.slice(scope.start, scope.end)
  const words = label.split(' ').filter((word) => word !== '')
  for (const { 0: mark, index } of text.matchAll(/^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)?/gm)) {
    const behind = afterWords(text, index + mark.length, words)
    const start = behind === undefined ? undefined : endOf(colon, text, behind)
    if (start === undefined) continue
    const written = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? ''
    const end = start + written.trimEnd().replace(/["']$/, '').length
    if (end > start) yield { start: scope.start + start, end: scope.start + end }
  }
}

/** What separates a label from its value. */
const colon = /(?:\*\*|__)?[ \t]*:[ \t]*(?:(?:\*\*|__)[ \t]*)?["']?/y
const gap = /[ \t]+/y

/**
 * The end of the given words if they are at an offset, ignoring case; undefined otherwise. The words are compared
 * directly, never compiled to a regular expression.
 */
function afterWords(text: string, at: number, words: readonly string[]): number | undefined {
  let end = at
  for (const [index, word] of words.entries()) {
    const start = index === 0 ? at : endOf(gap, text, end)
    if (start === undefined) return undefined
    end = start + word.length
    if (text.slice(start, end).toLowerCase() !== word.toLowerCase()) return undefined
  }
  return end
}

/** The offset at which a match of a sticky expression ends; undefined if it does not match at `at`. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : undefined
}

/** The words that make up a section; empty if it is running text, in which a choice may occur anywhere. */
function answerIn(
  { prose, rangeOf }: DocumentModel,
  { content }: Section,
  choices: readonly string[],
): readonly Range[] {
  const node = content.find(({ type }) => type !== 'html')
  if (node?.type !== 'paragraph') return []
  const { start, end } = rangeOf(node)
  const line = /^[^\r\n]*/.exec(prose.slice(start, end))?.[0].trimEnd() ?? ''
  const isWord = line.split(/\s+/).length <= 3 && !/[<![\]():]/.test(line)
  const isList = /\||\//.test(line) && choices.every((choice) => choice === '…' || line.includes(choice))
  return isWord || isList ? [{ start, end: start + line.length }] : []
}

/** The column of a tab stop; undefined outside of tables and in rows with a label of their own. */
function columnAt({ document, tabStops }: DocumentType, offset: number): string | undefined {
  const within = (range: Range, at: number) => at >= range.start && at < range.end
  const table = document.nodes('table').find((node) => within(document.rangeOf(node), offset))
  const row = table?.children.slice(1).find((node) => within(document.rangeOf(node), offset))
  const column = row?.children.findIndex((node) => within(document.rangeOf(node), offset)) ?? -1
  const [first] = row?.children ?? []
  if (!table || !row || column < 0 || !first) return undefined
  // `| Status | Draft |` in a table of names and values is a labelled value.
  const isNamed =
    row.children.length === 2 && column === 1 && !tabStops.some((stop) => within(document.rangeOf(first), stop.offset))
  return isNamed ? undefined : textOf(table.children[0]?.children[column] ?? first).trim()
}

const answersInColumn = (document: DocumentModel, name: string, scope: Range): readonly Range[] =>
  document
    .nodes('table')
    .filter((table) => document.rangeOf(table).start >= scope.start && document.rangeOf(table).start < scope.end)
    .flatMap((table) => cellsOf(document, table, titleKey(name)))

function cellsOf(document: DocumentModel, { children: [head, ...rows] }: Table, key: string): readonly Range[] {
  const column = head?.children.findIndex((cell) => titleKey(textOf(cell)) === key) ?? -1
  return rows.flatMap(({ children }) => {
    const cell = children[column]
    if (!cell || textOf(cell).trim() === '') return []
    return [cellPlace(document, cell)]
  })
}
