/** Divides a document into the blocks that the judges read: paragraphs, headings, rows, code, HTML. */

import type { ListItem, Nodes } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, proseOfNode } from '../../core/document/document.ts'
import { readSlices } from '../../core/document/readSlices.ts'
import { withoutLeftOut } from '../../core/document/without.ts'
import type { Range } from '../../core/text/range.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { type Scan, scanText } from './scan.ts'

export type BlockKind = 'heading' | 'text' | 'row' | 'code' | 'html'

/** A piece of text that is read as a unit: a paragraph, heading, table row, code block or piece of HTML. */
export interface Block extends Range {
  readonly kind: BlockKind
  readonly node: Nodes
  /** As written, with link targets blanked out; offsets in it are relative to `start`. */
  readonly text: string
  /** Created once per text, so it can be the key of a cache for what is found in the text. */
  readonly scan: Scan
  /** Whether it is an entry of a table of contents. */
  readonly isContents: boolean
}

/** The node types that make a block, with its kind. */
const kinds = { heading: 'heading', paragraph: 'text', tableRow: 'row', code: 'code', html: 'html' } as const

type BlockNode = Extract<Nodes, { type: keyof typeof kinds }>

/** A block without its position. */
export type PlacelessBlock = Omit<Block, 'start' | 'end'>

function readNode(node: BlockNode, document: DocumentModel): Pick<Block, 'kind' | 'text' | 'scan'> {
  const text = blankTargets(proseOfNode(document, node))
  return { kind: isBoldLine(node) ? 'heading' : kinds[node.type], text, scan: scanText(text) }
}

/** The blocks of one slice, in order. */
export interface BlockGroup {
  readonly blocks: readonly Block[]
  readonly runs: readonly Run[]
  /** Created once per slice and with all its blocks, so it can be the key of a cache. The group has no other blocks. */
  readonly whole: WholeGroup
}

/** Consecutive blocks with no heading except perhaps the first. Entries of a table of contents belong to no run. */
export interface Run {
  /** Index in the group; the run ends before `until`. */
  readonly from: number
  readonly until: number
  readonly hasHeading: boolean
  /** Not counting the heading. */
  readonly words: number
}

export interface WholeGroup {
  readonly blocks: readonly PlacelessBlock[]
  /** All concepts that they mention. */
  readonly concepts: ReadonlySet<Concept>
}

/** All blocks of a document in order, slice by slice. */
export const readBlockGroups = remember((document: DocumentModel): readonly BlockGroup[] => {
  const groups = groupsOf(document)
  const { leftOut } = document
  return leftOut
    ? groups.map((group) => {
        const blocks = withoutLeftOut(leftOut, group.blocks)
        return blocks === group.blocks ? group : { blocks, runs: runsOf(blocks), whole: group.whole }
      })
    : groups
})

function runsOf(blocks: readonly PlacelessBlock[]): readonly Run[] {
  const runs: { from: number; until: number; hasHeading: boolean; words: number }[] = []
  for (const [index, { kind, scan, isContents }] of blocks.entries()) {
    if (isContents) continue
    const last = runs.at(-1)
    const hasHeading = kind === 'heading'
    const words = hasHeading ? 0 : scan.words
    if (hasHeading || last?.until !== index) runs.push({ from: index, until: index + 1, hasHeading, words })
    else {
      last.until++
      last.words += words
    }
  }
  return runs
}

const groupsOf = readSlices<BlockGroup>(
  (slice, document) => {
    const contents = new Set<Nodes>(
      slice
        .nodes('listItem')
        .filter(isContentsEntry)
        .flatMap((item) => item.children),
    )
    const nodes: readonly BlockNode[] = [
      ...slice.nodes('heading'),
      ...slice.nodes('paragraph'),
      ...slice.nodes('tableRow'),
      ...slice.nodes('code'),
      ...slice.nodes('html').filter((node) => !document.text.startsWith('<!--', document.rangeOf(node).start)),
    ]
    const blocks = nodes
      .map((node): Block => {
        const { kind, text, scan } = readNode(node, document)
        return { kind, node, text, scan, isContents: contents.has(node), ...document.rangeOf(node) }
      })
      .sort((a, b) => a.start - b.start)
    const concepts = new Set(blocks.flatMap(({ scan }) => [...scan.concepts]))
    return { blocks, runs: runsOf(blocks), whole: { blocks, concepts } }
  },
  ({ blocks, runs, whole }, by) => ({ blocks: blocks.map((block) => movedBlock(block, by)), runs, whole }),
)

/** Reads the blocks of a document, one slice per step, so that they are cached afterwards. */
export const readBlocksAhead: (document: DocumentModel) => Generator<void> = groupsOf.ahead

/** Written out for speed, since there are many blocks. */
const movedBlock = ({ kind, node, text, scan, isContents, start, end }: Block, by: number): Block => ({
  kind,
  node,
  text,
  scan,
  isContents,
  start: start + by,
  end: end + by,
})

/** All blocks of a document, in order. */
export const readBlocks = remember((document: DocumentModel): readonly Block[] =>
  readBlockGroups(document).flatMap(({ blocks }) => blocks),
)

/** Whether a node serves as a heading: a paragraph that consists of bold text only. */
const isBoldLine = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'

/** Whether a list item is only a link into the same document, as in a table of contents. */
function isContentsEntry(item: ListItem): boolean {
  const [first] = item.children
  if (first?.type !== 'paragraph') return false
  const [link, ...others] = first.children
  return link?.type === 'link' && link.url.startsWith('#') && others.length === 0
}

/** Blanks out link targets and URLs, in which words such as `/security/login` mean nothing. Keeps all offsets. */
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
