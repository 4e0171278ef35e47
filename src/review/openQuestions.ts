/** Finds the open questions of a document. */

import type { List, ListItem, Nodes, Paragraph, Table } from 'mdast'
import { type DocumentModel, type Range, type Section, textOf } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasPlaceholder } from '../reading/sections/findPlaceholders.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'

/** A question that nobody has answered yet. */
export interface OpenQuestion extends Range {
  /** As it reads, on one line. */
  readonly text: string
  /** The blank in its task box, as UTF-16 offsets: an `x` there answers it. Absent where it has none. */
  readonly box?: Range
}

/** What the sections on open questions ask, without boxes that are ticked, what is struck through, and what waits to be filled in. */
export function openQuestionsOf(document: DocumentModel, type: DocumentType): readonly OpenQuestion[] {
  return sectionsAbout(document, type, topics.openQuestions)
    .flatMap((section) => questionsIn(document, section))
    .filter((question) => !denial.test(question.text) && !hasPlaceholder(document, type, question))
}

/** A heading below may be a question, or a group of them. */
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

/** What asks, and the item of a list whose first words it is. */
interface Asking {
  readonly node: Nodes
  readonly item?: ListItem
}

/** What asks in a block: items, rows, or the paragraph itself. */
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

/** The box stands between the sign of the item and its first words. */
function boxOf(document: DocumentModel, item: ListItem, first: Nodes): Range | undefined {
  if (item.checked !== false) return undefined
  const { start } = document.rangeOf(item)
  const open = document.text.slice(start, document.rangeOf(first).start).indexOf('[')
  return open < 0 ? undefined : { start: start + open + 1, end: start + open + 2 }
}

const isStruck = (node: Nodes): boolean => node.type === 'paragraph' && firstOf(node)?.type === 'delete'

const firstOf = ({ children }: Paragraph) => children.find((child) => child.type !== 'text' || child.value.trim())

/** The column that asks; a row whose status says that it is answered is none. */
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

const denial = /^(?:none|nothing|no open (?:questions|issues|points)|n\/a|keine)\b.{0,30}$/i
const settled = /^(?:resolved|answered|closed|settled|decided|erledigt)\b/
const answered = /^(?:resolved|answered|closed|settled|decided|done|yes|✅|☑|✔)/i
