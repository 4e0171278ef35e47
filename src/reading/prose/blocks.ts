/** Divides a document into the blocks that the judges read: paragraphs, headings, rows, code, HTML. */

import type { ListItem, Nodes } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, proseOfNode, type Range } from '../../core/document/document.ts'
import { type Scan, scanText } from './scan.ts'

export type BlockKind = 'heading' | 'text' | 'row' | 'code' | 'html'

/** A piece of text that is read as one: a paragraph, heading, table row, code block or piece of HTML. */
export interface Block extends Range {
  readonly kind: BlockKind
  readonly node: Nodes
  /** As written, link targets blanked; offsets in it count from `start`. */
  readonly text: string
  /** Made once for the text: what is found in that may be remembered by it. */
  readonly scan: Scan
}

/** What makes a block and of which kind. */
const kinds = { heading: 'heading', paragraph: 'text', tableRow: 'row', code: 'code', html: 'html' } as const

type BlockNode = Extract<Nodes, { type: keyof typeof kinds }>

/** A block without its place. */
const readNode = remember((node: BlockNode, document: DocumentModel): Pick<Block, 'kind' | 'text' | 'scan'> => {
  const text = blankTargets(proseOfNode(document, node))
  return { kind: isBoldLine(node) ? 'heading' : kinds[node.type], text, scan: scanText(text) }
})

/** All blocks of a document in its order. */
export const readBlocks = remember((document: DocumentModel): readonly Block[] => {
  const nodes: readonly BlockNode[] = [
    ...document.nodes('heading'),
    ...document.nodes('paragraph'),
    ...document.nodes('tableRow'),
    ...document.nodes('code'),
    ...document.nodes('html').filter((node) => !document.text.startsWith('<!--', document.rangeOf(node).start)),
  ]
  return nodes
    .map((node) => {
      const { kind, text, scan } = readNode(node, document)
      return { kind, node, text, scan, ...document.rangeOf(node) }
    })
    .sort((a, b) => a.start - b.start)
})

/** A paragraph that is nothing but bold text serves as a heading. */
const isBoldLine = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'

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
