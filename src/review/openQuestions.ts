/** Finds the open questions of a document. */

import type { List, ListItem, Nodes, Paragraph, Table } from 'mdast'
import { type DocumentModel, type Section, textOf } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { hasPlaceholder } from '../reading/sections/findPlaceholders.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'

/** A question without an answer. */
export interface OpenQuestion extends Range {
  /** The text as displayed, on one line. */
  readonly text: string
  /**
   * The space in its checkbox, as UTF-16 offsets: an `x` there marks it as answered. Absent if there is no checkbox.
   */
  readonly box?: Range
}

/** The questions in the sections on open questions, except those ticked, struck through or still to be filled in. */
export function openQuestionsOf(document: DocumentModel, type: DocumentType): readonly OpenQuestion[] {
  return sectionsAbout(document, type, topics.openQuestions)
    .flatMap((section) => questionsIn(document, section))
    .filter((question) => !isDenial(question.text) && !hasPlaceholder(document, type, question))
}

/** The questions in a section; a heading below may be a question, or a group of them. */
function questionsIn(document: DocumentModel, { key, content, children }: Section): readonly OpenQuestion[] {
  if (settled.test(key)) return []
  return [
    ...content
      .flatMap((node) => questionNodes(node))
      .flatMap(({ node, item }) => question(document, node, item && boxOf(document, item, node))),
    ...children.flatMap((child) =>
      /[?？]$/.test(child.title) ? question(document, child.heading) : questionsIn(document, child),
    ),
  ]
}

/** A node with a question, and the list item that begins with it. */
interface Asking {
  readonly node: Nodes
  readonly item?: ListItem
}

/** The questions in a block: list items, table rows, or the paragraph itself. */
function questionNodes(node: Nodes): readonly Asking[] {
  if (node.type === 'list') return fromList(node)
  if (node.type === 'table') return fromTable(node).map((cell) => ({ node: cell }))
  return node.type === 'paragraph' && /[?？]/.test(textOf(node)) ? [{ node }] : []
}

const fromList = ({ children }: List): readonly Asking[] =>
  children.flatMap((item) => {
    const [first] = item.children
    return item.checked || !first || isStruck(first) ? [] : [{ node: first, item }]
  })

/** The space in an item's checkbox, which is between its marker and its first words. */
function boxOf(document: DocumentModel, item: ListItem, first: Nodes): Range | undefined {
  if (item.checked !== false) return undefined
  const { start } = document.rangeOf(item)
  const open = document.text.slice(start, document.rangeOf(first).start).indexOf('[')
  return open < 0 ? undefined : { start: start + open + 1, end: start + open + 2 }
}

const isStruck = (node: Nodes): boolean => node.type === 'paragraph' && firstOf(node)?.type === 'delete'

const firstOf = ({ children }: Paragraph) => children.find((child) => child.type !== 'text' || child.value.trim())

/** The cells in the column of questions, except in rows whose status says that they are answered. */
function fromTable({ children: [head, ...rows] }: Table): readonly Nodes[] {
  const titles = head?.children.map((cell) => textOf(cell).trim().toLowerCase()) ?? []
  const asks = titles.findIndex((title) => /question|issue|topic|point/.test(title))
  const status = titles.findIndex((title) => /^(?:status|state|answer|resolution|decision)$/.test(title))
  return rows.flatMap(({ children }) => {
    const cell = children[asks] ?? children.find((each) => /\p{L}/u.test(textOf(each)))
    const said = children[status]
    return cell && !(said && answered.test(textOf(said).trim())) ? [cell] : []
  })
}

function question(document: DocumentModel, node: Nodes, box?: Range): readonly OpenQuestion[] {
  const text = textOf(node).trim().replace(/\s+/g, ' ')
  return text ? [{ ...document.rangeOf(node), text, ...(box && { box }) }] : []
}

/** Whether a text begins by saying that there are no questions: `None so far.`, but not `None of us knows.`. */
function isDenial(text: string): boolean {
  const said = text.slice(0, 200).toLowerCase().replace('n/a', 'none')
  const [clause = ''] = said.split(/[.,;:–—(。，；：（]/, 1)
  const words = clause.match(/\p{L}+/gu) ?? []
  const isAsked = /[?？]/.test(text) || /\b(?:but|except|however|aber|außer|jedoch)\b/.test(said)
  return (
    !isAsked && words.some((word) => denials.has(word)) && words.every((word) => denials.has(word) || idle.has(word))
  )
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const denials = wordSet('none nothing no keine nichts 无 暂无 没有 暂时没有 目前没有 没有问题 暂无问题 没有未决问题')
/** Words that may stand beside them: `so far`, `that we know of`, `derzeit`. */
const idle = wordSet(
  `after are as at aware be been before by currently decide decided design document during far for found from further
  have here identified in is issues known left moment more now of on open outstanding point points present questions
  raised release remain remaining remains review right since so stage still that the there this time to today
  unresolved v version we know yet
  aktuell bekannt bekannte bekannten bisher derzeit es fragen gibt im mehr moment momentan offen offene offenen punkte stand weiteren zeit
  zur zurzeit`,
)
const settled = /^(?:resolved|answered|closed|settled|decided|erledigt)\b/
const answered = /^(?:resolved|answered|closed|settled|decided|done|yes|✅|☑|✔)/i
