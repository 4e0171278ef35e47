/** Divides a document into passages, which are read as a unit: paragraphs, cells, lines of code. */

import type { Code, Nodes, Table } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { looksLikeBoxArt } from '../../core/diagrams/boxArt/looksLike.ts'
import { type DocumentModel, proseOfNode, sourceOf } from '../../core/document/document.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import { linesWithBreaks, withoutBreak } from '../../core/text/lineBounds.ts'

/**
 * A piece of text that is read as a unit: a paragraph, a table cell, a line of a plain code block. It is created once
 * and shared by all versions of a document, so it can be the key of a cache; `startOf` returns its position.
 */
export interface Passage {
  /** As written, with markup replaced by spaces. */
  readonly text: string
  readonly node: Nodes
  /** UTF-16 offset of the text in its node. */
  readonly from: number
}

/** The UTF-16 offset in a document at which the text of a passage begins. */
export const startOf = ({ rangeOf }: DocumentModel, { node, from }: Passage): number => rangeOf(node).start + from

/** A table as passages; the first row is the header. */
export interface TablePassages {
  readonly node: Table
  readonly rows: readonly (readonly Passage[])[]
}

/** The paragraphs of a slice, including those in lists and quotes. */
export const paragraphsIn = ({ nodes }: Slice, document: DocumentModel): readonly Passage[] =>
  nodes('paragraph').map((node) => passageOf(node, document))

/** The text of a node without its markup. */
export const passageOf = remember(
  (node: Nodes, document: DocumentModel): Passage => ({
    text: blankMarkup(proseOfNode(document, node)),
    node,
    from: 0,
  }),
)

/**
 * Part of a passage.
 * @param from UTF-16 offset in the passage's text at which it begins
 */
export const excerptOf = (whole: Passage, from: number, text: string): Passage => ({
  text,
  node: whole.node,
  from: whole.from + from,
})

/** The lines of a passage. */
export const linesOf = remember((passage: Passage): readonly Passage[] => {
  let at = 0
  return linesWithBreaks(passage.text).map((line) => {
    const from = at
    at += line.length
    return excerptOf(passage, from, withoutBreak(line))
  })
})

/** The tables of a slice, cell by cell. */
export const tablesIn = ({ nodes }: Slice, document: DocumentModel): readonly TablePassages[] =>
  nodes('table').map((node) => tableOf(node, document))

const tableOf = remember(
  (node: Table, document: DocumentModel): TablePassages => ({
    node,
    rows: node.children.map((row) => row.children.map((cell) => passageOf(cell, document))),
  }),
)

/** The lines of the code blocks in a slice that hold notes rather than code, one list per block. */
export const codeLinesIn = ({ nodes }: Slice, document: DocumentModel): readonly (readonly Passage[])[] =>
  nodes('code').map((node) => linesOfNotes(node, document))

/** The lines of a code block without its fences; empty if it holds code or a drawing. */
const linesOfNotes = remember((node: Code, document: DocumentModel): readonly Passage[] => {
  const { lang, value } = node
  if ((lang && !plainLanguages.has(lang.toLowerCase())) || looksLikeBoxArt(value)) return []
  return linesOf({ text: sourceOf(document, node), node, from: 0 }).filter(
    ({ text }) => !/^[ \t>]*(?:`{3}|~{3})/.test(text),
  )
})

const plainLanguages = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'markdown', 'md'])

/** Signs that Markdown, HTML or TeX write in another way. */
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

/** Replaces emphasis, code marks, link targets, footnotes and cell borders by spaces. Keeps all offsets. */
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
