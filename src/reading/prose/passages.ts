/** Divides a document into passages that are read as one: paragraphs, cells, lines of code. */

import type { Code, Nodes, Table } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { looksLikeBoxArt } from '../../core/diagrams/boxArt/looksLike.ts'
import { type DocumentModel, proseOfNode, sourceOf } from '../../core/document/document.ts'
import type { Slice } from '../../core/markdown/slices.ts'

/**
 * A piece of text that is read as one: a paragraph, a cell of a table, a line of a plain code block. Made once and the same
 * in all versions of a document, so that what is read from it may be remembered by it; `startOf` says where it stands.
 */
export interface Passage {
  /** As written, but blanks in place of markup. */
  readonly text: string
  readonly node: Nodes
  /** UTF-16 offset of the text in its node. */
  readonly from: number
}

/** The UTF-16 offset in a document that the offsets in a passage's text count from. */
export const startOf = ({ rangeOf }: DocumentModel, { node, from }: Passage): number => rangeOf(node).start + from

/** A table as passages; the first row is its head. */
export interface TablePassages {
  readonly node: Table
  readonly rows: readonly (readonly Passage[])[]
}

/** The paragraphs of a slice of a document, those of lists and quotes included. */
export const paragraphsIn = ({ nodes }: Slice, document: DocumentModel): readonly Passage[] =>
  nodes('paragraph').map((node) => passageOf(node, document))

/** A node's text without its markup. */
export const passageOf = remember(
  (node: Nodes, document: DocumentModel): Passage => ({
    text: blankMarkup(proseOfNode(document, node)),
    node,
    from: 0,
  }),
)

/** A part of a passage. @param from where it begins in the passage's text */
export const excerptOf = (whole: Passage, from: number, text: string): Passage => ({
  text,
  node: whole.node,
  from: whole.from + from,
})

/** The lines of a passage. */
export const linesOf = remember((passage: Passage): readonly Passage[] => {
  let at = 0
  return passage.text.split(/(?<=\n)|(?<=\r)(?!\n)/).map((line) => {
    const from = at
    at += line.length
    return excerptOf(passage, from, line.replace(/\r?\n?$/, ''))
  })
})

/** Its tables, cell by cell. */
export const tablesIn = ({ nodes }: Slice, document: DocumentModel): readonly TablePassages[] =>
  nodes('table').map((node) => tableOf(node, document))

const tableOf = remember(
  (node: Table, document: DocumentModel): TablePassages => ({
    node,
    rows: node.children.map((row) => row.children.map((cell) => passageOf(cell, document))),
  }),
)

/** The lines of its code blocks that hold notes rather than code, a list a block. */
export const codeLinesIn = ({ nodes }: Slice, document: DocumentModel): readonly (readonly Passage[])[] =>
  nodes('code').map((node) => linesOfNotes(node, document))

/** The lines of a code block but its fences; none where it holds code or a drawing. */
const linesOfNotes = remember((node: Code, document: DocumentModel): readonly Passage[] => {
  const { lang, value } = node
  if ((lang && !plainLanguages.has(lang.toLowerCase())) || looksLikeBoxArt(value)) return []
  return linesOf({ text: sourceOf(document, node), node, from: 0 }).filter(
    ({ text }) => !/^[ \t>]*(?:`{3}|~{3})/.test(text),
  )
})

const plainLanguages = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'markdown', 'md'])

/** What is written otherwise in Markdown, HTML or TeX. */
const otherSpellings = new Map<string, string>(
  Object.entries({
    '&times;': '×',
    '&divide;': '÷',
    '&approx;': '≈',
    '&asymp;': '≈',
    '&nbsp;': ' ',
    '&euro;': '€',
    '\\times': '×',
    '\\cdot': '×',
    '\\div': '÷',
    '\\approx': '≈',
  }),
)

/** Put blanks in place of emphasis, code marks, link targets, footnotes and the bars of cells. Keeps all offsets. */
function blankMarkup(source: string): string {
  if (!/[`*_[\\&<|]/.test(source)) return source
  return source
    .replace(/&[a-z]{2,8};|\\[a-z]{3,6}(?![a-z])/g, (word) => (otherSpellings.get(word) ?? word).padEnd(word.length))
    .replace(/\\(?=[*~$_|[\]<>])/g, ' ')
    .replace(/`+|\*\*|__|^\||\|$/g, (marks) => ' '.repeat(marks.length))
    .replace(/\]\([^()\n]{0,500}\)|\[\^[^\]\n]{1,60}\]/g, (target) => ' '.repeat(target.length))
    .replace(/<br\b[^>\n]{0,20}>/gi, (tag) => ';'.padEnd(tag.length))
    .replace(/<\/?[a-z][^<>\n]{0,200}>/gi, (tag) => ' '.repeat(tag.length))
}
