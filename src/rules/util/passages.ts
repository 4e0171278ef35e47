import type { Nodes, Table } from 'mdast'
import { looksLikeBoxArt } from '../../core/boxArt/looksLike.ts'
import { type DocumentModel, type Range, rangeOf, sourceOf } from '../../core/document.ts'

/** A piece of text that is read as one: a paragraph, a cell of a table, a line of a plain code block. */
export interface Passage extends Range {
  /** As written, but blanks in place of markup. Offsets in it count from `start`. */
  readonly text: string
}

/** A table as passages; the first row is its head. */
export interface TablePassages {
  readonly node: Table
  readonly rows: readonly (readonly Passage[])[]
}

const readings = new WeakMap<Nodes, string>()

/** The paragraphs of a document, those of lists and quotes included. */
export const paragraphsOf = (document: DocumentModel): readonly Passage[] =>
  document.nodes('paragraph').map((node) => passageOf(document, node))

/** A node's text without its markup. */
export function passageOf(document: DocumentModel, node: Nodes): Passage {
  let text = readings.get(node)
  if (text === undefined) {
    text = blankMarkup(sourceOf(document, node))
    readings.set(node, text)
  }
  return { ...rangeOf(node), text }
}

/** The lines of a passage. */
export function linesOf({ text, start }: Passage): readonly Passage[] {
  let at = start
  return text.split(/(?<=\n)|(?<=\r)(?!\n)/).map((line) => {
    const from = at
    at += line.length
    const written = line.replace(/\r?\n?$/, '')
    return { start: from, end: from + written.length, text: written }
  })
}

/** The tables of a document, cell by cell. */
export const tablesOf = (document: DocumentModel): readonly TablePassages[] =>
  document.nodes('table').map((node) => ({
    node,
    rows: node.children.map((row) => row.children.map((cell) => passageOf(document, cell))),
  }))

/** The lines of code blocks that hold notes rather than code, a list a block. */
export function codeLinesOf(document: DocumentModel): readonly (readonly Passage[])[] {
  return document
    .nodes('code')
    .filter(({ lang, value }) => (!lang || plainLanguages.has(lang.toLowerCase())) && !looksLikeBoxArt(value))
    .map((node) => {
      const written = { ...rangeOf(node), text: sourceOf(document, node) }
      return linesOf(written).filter(({ text }) => !/^[ \t>]*(?:`{3}|~{3})/.test(text))
    })
}

const plainLanguages = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'markdown', 'md'])

/** What is written otherwise in Markdown, HTML or TeX. */
const otherSpellings: Readonly<Record<string, string>> = {
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
}

/** Put blanks in place of emphasis, code marks, link targets, footnotes and the bars of cells. Keeps all offsets. */
function blankMarkup(source: string): string {
  if (!/[`*_[\\&<|]/.test(source)) return source
  return source
    .replace(/&[a-z]{2,8};|\\[a-z]{3,6}(?![a-z])/g, (word) => (otherSpellings[word] ?? word).padEnd(word.length))
    .replace(/\\(?=[*~$_|[\]<>])/g, ' ')
    .replace(/`+|\*\*|__|^\||\|$/g, (marks) => ' '.repeat(marks.length))
    .replace(/\]\([^()\n]{0,500}\)|\[\^[^\]\n]{1,60}\]/g, (target) => ' '.repeat(target.length))
    .replace(/<br\b[^>\n]{0,20}>/gi, (tag) => ';'.padEnd(tag.length))
    .replace(/<\/?[a-z][^<>\n]{0,200}>/gi, (tag) => ' '.repeat(tag.length))
}
