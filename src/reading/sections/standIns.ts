/**
 * Finds texts that stand for one still to be written, such as `Folgt noch.` and `待补充`: where they are a whole
 * paragraph, item or cell, or all that follows a label. Within a sentence, the same words say that something is open.
 */

import type { Table } from 'mdast'
import { type DocumentModel, titleKey } from '../../core/document/document.ts'
import { findInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import type { Range } from '../../core/text/range.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { createTitles } from '../vocabulary/titles.ts'
import { cellPlace, cellText } from './cells.ts'
import { isAnswer, isState } from './states.ts'

const standIns = createTitles('standIns')
const openValues = createTitles('openValues')

/** Whether a text can contain any of them at all: a cheap test, since most texts contain none. */
const hint =
  /[后待占尚敬暂未稍编请补撰]|to follow|(?:to|will) be |not |\bt\. ?b\.|noch|zufüllen|zufügen|zutragen|folg(?:t|en)|später|bitte|hier|ergänzt|nachge|demnächst|in kürze|aussteh|steh(?:t|en) noch/i

/** The texts in paragraphs, items and tables. */
export const standInsIn = findInSlices(function* ({ text, nodes }: Slice, document: DocumentModel): Generator<Range> {
  if (!hint.test(text)) return
  const inItems = new Set(nodes('listItem').flatMap(({ children }) => children))
  for (const node of nodes('paragraph')) yield* inLines(document, document.rangeOf(node), inItems.has(node))
  for (const table of nodes('table')) yield* inTable(document, table)
})

/** The texts that are values in front matter. */
export function* standInsInFrontmatter(document: DocumentModel): Generator<Range> {
  const { range } = document.frontmatter
  if (range && hint.test(document.text.slice(range.start, range.end))) yield* inLines(document, range, true)
}

function* inLines({ prose }: DocumentModel, { start, end }: Range, isItem: boolean): Generator<Range> {
  const lines = prose.slice(start, end).split('\n')
  let at = start
  for (const line of lines) {
    const value = line.length <= longestLine ? valueIn(line, lines.length === 1, isItem) : undefined
    if (value) yield { start: at + value.start, end: at + value.end }
    at += line.length + 1
  }
}

const longestLine = 120

/**
 * @param isOnly whether the line is all of its paragraph, so that it needs no label
 * @param isItem whether the paragraph is an item of a list, which may be one value of several
 */
function valueIn(line: string, isOnly: boolean, isItem: boolean): Range | undefined {
  const colon = line.search(/[:：]/)
  const label = line.slice(0, Math.max(0, colon))
  // A line in bold is a heading.
  if (colon < 0 ? !isOnly || /^ *(?:\*\*|__)/.test(line) : !isLabel(label)) return undefined
  const start = colon + 1 + (/^[\s*_"']*/.exec(line.slice(colon + 1))?.[0].length ?? 0)
  const said = withoutEnd(line.slice(start), /[\s*_"'\\]/)
  const key = titleKey(said)
  const is = standIns.test(key) || ((colon >= 0 ? !isAnswer(label) : !isItem) && openValues.test(key))
  return is ? { start, end: start + said.length } : undefined
}

/** Whether a text before a colon names a value that is not the state of something. */
const isLabel = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  text.trim().split(/\s+/).length <= 5 &&
  !/[.,;!?，。；？]|^\W*(?:TODO|TBD)\b/i.test(text) &&
  !isState(text)

function* inTable(document: DocumentModel, { children: [head, ...rows] }: Table): Generator<Range> {
  const titles = head?.children.map(cellText) ?? []
  for (const { children: cells } of rows)
    for (const [index, cell] of cells.entries()) {
      // The first cell names the row.
      const said = index === 0 ? '' : cellText(cell)
      if (said === '' || said.length > longestLine || !standIns.test(titleKey(said))) continue
      // In a table of labels and values, the first cell says what the second is.
      const label = cells.length === 2 ? cellText(cells[0]) : ''
      if (![titles[index] ?? '', label].some(isState)) yield cellPlace(document, cell)
    }
}
