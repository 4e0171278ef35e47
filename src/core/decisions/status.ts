import type { Nodes, RootContent } from 'mdast'
import { remember } from '../data/remember.ts'
import { type DocumentModel, type Range, type Section, textOf } from '../document/document.ts'

/**
 * The document's own word for how far it has come, as it is written: front matter `status`, a line, list item or table row
 * `**Status:** Accepted` before the first section, or what a section *Status* says first. Undefined when nothing says it.
 */
export function statusOf(document: DocumentModel): string | undefined {
  const words = placesOf(document).map(({ start, end }) => statusWord(document.prose.slice(start, end)))
  return words.find((word) => word !== undefined)
}

/** Where a document says its status: the range of all it says, such as `Superseded by [ADR-4](4.md)`; empty when it says nothing yet. */
export interface StatusPlace extends Range {
  readonly kind: 'frontmatter' | 'line' | 'cell' | 'section'
  /** The block that holds it; absent in front matter and in a section without text. */
  readonly node?: RootContent
}

/** Find the place that `statusOf` reads, or the first that is still open. Undefined when the document has none. */
export function findStatus(document: DocumentModel): StatusPlace | undefined {
  const places = placesOf(document)
  return places.find(({ start, end }) => statusWord(document.prose.slice(start, end)) !== undefined) ?? places[0]
}

const labels = 'status|状态|状態|ステータス|statut|stato'
/** `- **Status:** `, `> Status: `, `## Status: `, `*Status*: **`; groups: emphasis around the word, and around the value. */
const statusLine = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+|#{1,6}[ \\t]+)?([*_]{0,3})(?:${labels})([*_]{0,3})[ \\t]*[:：]([*_]{0,3})[ \\t]*`,
  'i',
)
const isLabel = (text: string): boolean => new RegExp(`^(?:${labels})\\s*[:：]?$`, 'i').test(text.trim())

/** In the order of their weight. */
const placesOf = remember((document: DocumentModel): readonly StatusPlace[] => {
  const { frontmatter, sections } = document
  const key = Object.keys(frontmatter.data).find((key) => key.toLowerCase() === 'status')
  const declared = key === undefined ? undefined : frontmatter.places[key]
  // What is neither a word nor empty is left alone.
  const isWord = key !== undefined && (typeof frontmatter.data[key] === 'string' || frontmatter.data[key] === null)
  const lead = leadOf(document).flatMap((node) => placesIn(document, node))
  const section = sections.find((section) => isStatus(document, section))
  const heading = sections.find((section) => placesIn(document, section.heading).length > 0)?.heading
  return [
    ...(declared && isWord ? [{ ...declared, kind: 'frontmatter' as const }] : []),
    ...lead,
    ...(heading ? placesIn(document, heading) : []),
    ...(section ? [placeInSection(document, section)] : []),
  ]
})

/** What stands before the first section; some documents put their data under a heading of its own. */
export function leadOf({ blocks, sections, title }: DocumentModel): readonly RootContent[] {
  const first = sections.find((section) => section !== title)
  const until = first ? blocks.indexOf(first.heading) : blocks.length
  const lead = blocks.slice(0, until).filter(({ type }) => type !== 'heading')
  return first && metadataKeys.includes(first.key) ? [...lead, ...first.content] : lead
}

const metadataKeys = ['metadata', 'meta data', 'meta', 'document information', 'document info', 'document control']
const sectionKeys = [...labels.split('|'), 'decision status']

/** Whether a section is the one that says the status. */
export const isStatus = ({ title }: DocumentModel, { key, depth }: Section): boolean =>
  sectionKeys.includes(key) && depth <= (title ? title.depth + 1 : 2)

function placeInSection(document: DocumentModel, { content, heading }: Section): StatusPlace {
  const { prose: text, rangeOf } = document
  const node = content.find(({ type }) => type === 'paragraph' || type === 'list' || type === 'blockquote')
  if (!node) return { start: rangeOf(heading).end, end: rangeOf(heading).end, kind: 'section' }
  const labelled = placesIn(document, node)[0]
  if (labelled) return labelled
  const [line = { start: rangeOf(node).start, end: rangeOf(node).start }] = linesOf(document, node)
  const mark = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/.exec(text.slice(line.start, line.end))?.[0].length ?? 0
  return { ...trimmed(text, line.start + mark, line.end), kind: 'section', node }
}

/** The places in a block of lines, list items and rows. */
function placesIn(document: DocumentModel, node: RootContent): readonly StatusPlace[] {
  const { prose: text } = document
  if (node.type === 'table') return cellsIn(document, node)
  if (!['paragraph', 'heading', 'list', 'blockquote'].includes(node.type)) return []
  return linesOf(document, node).flatMap((line) => {
    const match = statusLine.exec(text.slice(line.start, line.end))
    if (!match) return []
    const [whole, before = '', after = '', behind = ''] = match
    const { start, end } = trimmed(text, line.start + whole.length, line.end)
    // `*Status: Draft*`: the emphasis that opens before the label closes behind the value.
    const isOpen = before !== '' && after === '' && behind === '' && text.slice(start, end).endsWith(before)
    return [{ start, end: isOpen ? Math.max(start, end - before.length) : end, kind: 'line' as const, node }]
  })
}

function cellsIn(
  { prose: text, rangeOf }: DocumentModel,
  node: Extract<RootContent, { type: 'table' }>,
): readonly StatusPlace[] {
  const rows = node.children
  const [head] = rows
  const toPlace = (cell: Nodes | undefined): readonly StatusPlace[] => {
    if (!cell) return []
    const { start, end } = rangeOf(cell)
    const inside = /^\|?[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0
    const last = text.slice(start, end).endsWith('|') && end - start > inside ? end - 1 : end
    return [{ ...trimmed(text, start + inside, last), kind: 'cell', node }]
  }
  const column = head?.children.findIndex((cell) => isLabel(textOf(cell))) ?? -1
  const isHead = rows.length === 2 && column >= 0 && (column > 0 || isOtherLabel(textOf(head?.children[1] ?? node)))
  if (isHead) return toPlace(rows[1]?.children[column])
  return rows.flatMap(({ children: [label, value] }) => (label && isLabel(textOf(label)) ? toPlace(value) : []))
}

const isOtherLabel = (text: string): boolean =>
  /^\s*(?:dates?|authors?|owners?|deciders|decision[- ]makers)\s*$/i.test(text)

/** The lines of a block as they are written, marks included. */
function linesOf(document: DocumentModel, node: Nodes): readonly Range[] {
  if (node.type !== 'paragraph' && node.type !== 'heading')
    return 'children' in node ? node.children.flatMap((child) => linesOf(document, child)) : []
  const { start, end } = document.rangeOf(node)
  return Array.from(document.prose.slice(start, end).matchAll(/[^\r\n]+/g), ({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }))
}

/** Without the space at the end, and without the mark of a hard break. */
function trimmed(text: string, start: number, end: number): Range {
  return { start, end: start + text.slice(start, end).replace(/\\$/, '').trimEnd().length }
}

/**
 * `✅ Accepted` and `Superseded by [ADR-0004](…)` say `Accepted` and `Superseded`; a sentence or a choice still open says
 * nothing.
 */
export function statusWord(written: string): string | undefined {
  const value = withoutMarkup(written.slice(0, 500))
  // `Proposed / Accepted / Rejected` is the list to choose from.
  if (/[|{}<>]|\/[^/]*\//.test(value)) return undefined
  const [words = ''] = value.split(/[,;:：.()–—\d]|\s-|\s(?:by|with|as|on|since|in|from|at|through|until)\s/, 1)
  if (/[[\]]/.test(words)) return undefined
  const word = /\p{L}(?:.*\p{L})?/su.exec(words)?.[0]
  return word && word.split(/\s+/).length <= 3 ? word : undefined
}

const withoutMarkup = (text: string): string =>
  text.replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1').replace(/[*`~"]/g, '')
