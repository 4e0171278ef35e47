import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { DocumentModel, Section } from './document.ts'

/**
 * The document's own word for how far it has come, as it is written: front matter `status`, a line, list item or table row
 * `**Status:** Accepted` before the first section, or what a section *Status* says first. Undefined when nothing says it.
 */
export function statusOf(document: DocumentModel): string | undefined {
  const declared = Object.entries(document.frontmatter.data).find(([key]) => key.toLowerCase() === 'status')?.[1]
  if (typeof declared === 'string') return toWord(declared)
  const stated = leadOf(document)
    .flatMap(linesOf)
    .map((line) => statusLine.exec(line)?.[1])
    .find((value) => value !== undefined)
  return toWord(stated ?? '') ?? toWord(firstLine(document.sections.find((section) => isStatus(document, section))))
}

const statusLine = /^\s*status\s*[:|]\s*(.+)$/i

/** What stands before the first section; some documents put their data under a heading of its own. */
function leadOf({ root, sections, title }: DocumentModel): readonly RootContent[] {
  const first = sections.find((section) => section !== title)
  const end = first?.start ?? Number.POSITIVE_INFINITY
  const lead = root.children.filter((node) => (node.position?.start.offset ?? 0) < end)
  return first && metadataKeys.includes(first.key) ? [...lead, ...first.content] : lead
}

const metadataKeys = ['metadata', 'meta data', 'meta', 'document information', 'document info', 'document control']

const isStatus = ({ title }: DocumentModel, { key, depth }: Section): boolean =>
  key === 'status' && depth <= (title ? title.depth + 1 : 2)

const firstLine = (section: Section | undefined): string => section?.content.flatMap(linesOf)[0] ?? ''

/** The lines of prose in a block, each without markup; the cells of a row with a bar between them. */
function linesOf(node: Nodes): readonly string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return lineText(node.children).split(/\r\n?|\n/)
  if (node.type === 'tableRow') return [node.children.map((cell) => textOf(cell).trim()).join('|')]
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'table' || node.type === 'blockquote')
    return node.children.flatMap(linesOf)
  return []
}

/** As `textOf`, but a hard break stays a line break. */
const lineText = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => (node.type === 'break' ? '\n' : textOf(node))).join('')

/** `✅ Accepted` and `Superseded by [ADR-0004](…)` say `Accepted` and `Superseded`; a sentence or a choice still open says nothing. */
function toWord(value: string): string | undefined {
  if (/[|{}<>[\]]/.test(value)) return undefined
  const [words = ''] = value.split(/[,;:.()–—\d]|\s-|\s(?:by|with|as|on|since|in|from|at|through|until)\s/, 1)
  const word = words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return word && word.split(/\s+/).length <= 3 ? word : undefined
}
