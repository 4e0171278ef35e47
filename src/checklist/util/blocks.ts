import type { ListItem, Nodes } from 'mdast'
import { type DocumentModel, type Range, rangeOf } from '../../core/document.ts'
import { type Scan, scanText } from './scan.ts'

export type BlockKind = 'heading' | 'text' | 'row' | 'code' | 'html'

/** A piece of text that is read as one: a paragraph, heading, table row, code block or piece of HTML. */
export interface Block extends Range {
  readonly kind: BlockKind
  readonly node: Nodes
  /** As written, link targets blanked; offsets in it count from `start`. */
  readonly text: string
  readonly scan: Scan
}

interface Reading {
  readonly text: string
  readonly scan: Scan
}

/** The parser keeps the nodes of what did not change, so on a keystroke only the changed ones are read again. */
const readings = new WeakMap<Nodes, Reading>()

/** All blocks of a document in its order. */
export function readBlocks(document: DocumentModel): readonly Block[] {
  const blocks: Block[] = []
  const add = (nodes: readonly Nodes[], kind: BlockKind) => {
    for (const node of nodes) {
      const { start, end } = rangeOf(node)
      if (kind === 'html' && document.text.startsWith('<!--', start)) continue
      let reading = readings.get(node)
      if (!reading) {
        const text = blankTargets(document.text.slice(start, end))
        reading = { text, scan: scanText(text) }
        readings.set(node, reading)
      }
      blocks.push({ kind: kind === 'text' && isBoldLine(node) ? 'heading' : kind, node, start, end, ...reading })
    }
  }
  add(document.nodes('heading'), 'heading')
  add(document.nodes('paragraph'), 'text')
  add(document.nodes('tableRow'), 'row')
  add(document.nodes('code'), 'code')
  add(document.nodes('html'), 'html')
  return blocks.sort((a, b) => a.start - b.start)
}

/** A paragraph that is nothing but bold text serves as a heading. */
function isBoldLine(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'
}

/** Whether a list item is only a link into the same document, as in a table of contents. */
export function isContentsEntry(item: ListItem): boolean {
  const [first] = item.children
  if (first?.type !== 'paragraph') return false
  const [link, ...others] = first.children
  return link?.type === 'link' && link.url.startsWith('#') && others.length === 0
}

/** Put blanks in place of addresses, for `/security/login` in one says nothing. Keeps all offsets. */
function blankTargets(text: string): string {
  if (!text.includes('](') && !text.includes('://')) return text
  let result = ''
  let at = 0
  let target = text.indexOf('](')
  let address = text.indexOf('://')
  while (at < text.length) {
    if (target >= 0 && target < at) target = text.indexOf('](', at)
    if (address >= 0 && address < at) address = text.indexOf('://', at)
    if (target < 0 && address < 0) break
    const isTarget = target >= 0 && (address < 0 || target < address)
    let from = isTarget ? target + 2 : address
    while (!isTarget && from > at && /[a-z]/i.test(text.charAt(from - 1))) from--
    let to = isTarget ? from : address + 3
    while (to < text.length && !(isTarget ? ')\n' : ' \t\r\n)>]"`').includes(text.charAt(to))) to++
    result += text.slice(at, from) + ' '.repeat(to - from)
    at = to
  }
  return result + text.slice(at)
}
