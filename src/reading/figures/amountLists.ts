/** Finds lists and columns of amounts that may be added up. */

import type { List, ListItem, Nodes, RootContent } from 'mdast'
import type { DocumentModel } from '../../core/document/document.ts'
import { collectInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import { currencyWord } from '../prose/currencies.ts'
import { codeLinesIn, excerptOf, linesOf, type Passage, passageOf, tablesIn } from '../prose/passages.ts'
import { moneyIn } from './amounts.ts'
import { columnsOf, type Entry, readLine } from './totals.ts'

/**
 * Everything in a document that may be added up because it is listed in a column: lists, table columns, lines of text.
 */
export function* amountLists(document: DocumentModel): Generator<readonly Entry[]> {
  const words = wordsIn(document)
  if (!words.includes('total') || !words.includes('money')) return
  yield topEntries(document)
  yield* innerLists(document)
}

/** Which of the words this needs occur in each slice. */
const wordsIn = collectInSlices(({ text }: Slice, { prose }: DocumentModel, start): readonly ('total' | 'money')[] => {
  const own = prose.slice(start, start + text.length)
  return [
    ...(/total|sum|gesamt|合计|总计|合計/i.test(own) ? (['total'] as const) : []),
    ...(currencyWord.test(own) ? (['money'] as const) : []),
  ]
})

/** Entries at the top level of a document. */
const topEntries = collectInSlices(({ children }: Slice, document: DocumentModel) => entriesOf(document, children))

/** Entries inside block quotes, tables and code. */
const innerLists = collectInSlices((slice: Slice, document: DocumentModel): readonly (readonly Entry[])[] => [
  ...slice.nodes('blockquote').map(({ children }) => entriesOf(document, children)),
  ...tablesIn(slice, document).flatMap((table) => [...columnsOf(table)]),
  ...codeLinesIn(slice, document).map((lines) => lines.map(readLine)),
])

const barrier: Entry = { kind: 'barrier', statement: 'nothing', origin: undefined, isGrand: false }

const entriesOf = (document: DocumentModel, nodes: readonly RootContent[]): readonly Entry[] =>
  nodes.flatMap((node) => entriesOfBlock(node, document))

function entriesOfBlock(node: RootContent, document: DocumentModel): readonly Entry[] {
  if (node.type === 'list') return entriesOfList(document, node)
  if (node.type === 'paragraph') return entriesOfParagraph(passageOf(node, document))
  return node.type === 'thematicBreak' || node.type === 'html' ? [] : [barrier]
}

/** Amounts in running text end a list; lines of the form `Storage: $50` make one. */
function entriesOfParagraph(passage: Passage): readonly Entry[] {
  const lines = linesOf(passage)
  const entries = lines.map(readLine)
  if (entries.some(({ kind }) => kind === 'total')) return entries
  if (moneyIn(passage.text).length === 0) return []
  return lines.every(({ text }) => namedAmount.test(text)) ? entries : [barrier]
}

const namedAmount = /^[^.,;$€£¥₹\d]{2,60}[:–—=-]\s{0,4}[~≈]?\s?(?:[$€£¥₹]\s?)?\d[^.;]{0,60}$/

const entriesOfList = (document: DocumentModel, list: List): readonly Entry[] =>
  list.children.flatMap((item) => entriesOfItem(document, item))

/** An item with its own amount, or with the amounts of its nested list. */
function entriesOfItem(document: DocumentModel, { children }: ListItem): readonly Entry[] {
  const isText = (node: Nodes) => node.type === 'paragraph'
  const own = children.filter(isText).flatMap((node) => entriesOfText(passageOf(node, document)))
  const below = children.flatMap((node) => (node.type === 'list' ? entriesOfList(document, node) : []))
  const hasAmount = (entries: readonly Entry[]) => entries.some(({ statement }) => statement !== 'nothing')
  if (!hasAmount(below)) return own
  if (!hasAmount(own)) return below
  // An amount with a nested list may be the sum of it, or come on top of it.
  return own.map((entry) => ({ ...entry, statement: 'unknown' }))
}

/** One entry for the lines of an item, and one for each total that follows without a blank line. */
function entriesOfText(passage: Passage): readonly Entry[] {
  const lines = linesOf(passage)
  const first = lines.findIndex((line) => readLine(line).kind === 'total')
  if (first < 0) return [readLine(passage)]
  const rest = lines.slice(first).map(readLine)
  const length = lines[first] ? lines[first].from - passage.from : passage.text.length
  return first === 0 ? rest : [readLine(excerptOf(passage, 0, passage.text.slice(0, length))), ...rest]
}
