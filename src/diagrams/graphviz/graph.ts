/** Reads the graph of a DOT source without Graphviz. */

import { addAll } from '../../core/data/longLists.ts'
import type { DiagramGraph, DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { createDraft, type Draft } from '../source/draft.ts'
import { readTokens, type Token } from './tokens.ts'

/** What a node's shape says about its kind. */
const kinds = new Map<string, DiagramNodeKind>(
  Object.entries({
    cylinder: 'store',
    folder: 'store',
    diamond: 'decision',
    mdiamond: 'decision',
    point: 'point',
  }),
)

/** Maximum nesting depth. */
const deepest = 50

type Attributes = ReadonlyMap<string, Token>

/** The state of reading: the tokens, the current position and the graph so far. */
interface Reader {
  readonly tokens: readonly Token[]
  /** The index of the next token. */
  at: number
  readonly isDirected: boolean
  readonly draft: Draft
  /** The offset at which the source ends. */
  readonly end: number
}

/** Nodes and edges of a DOT graph; undefined if the source does not begin as one. */
export function graphOf(source: string): DiagramGraph | undefined {
  const tokens = readTokens(source)
  const opening = tokens.findIndex((token) => isMark('{', token))
  const header = tokens.slice(0, Math.max(opening, 0)).map(({ text }) => text.toLowerCase())
  const isDirected = header.includes('digraph')
  if (!isDirected && !header.includes('graph')) return undefined
  const reader = { tokens, at: opening + 1, isDirected, draft: createDraft(), end: source.length }
  readStatements(reader, undefined, 0)
  return reader.draft.finish(source.length)
}

/** Reads statements up to the closing brace. Returns their nodes, since an edge may lead to all of them. */
function readStatements(reader: Reader, group: Token | undefined, depth: number): readonly Token[] {
  const members: Token[] = []
  while (next(reader) && !isNext(reader, '}')) {
    const first = next(reader)
    if (depth > deepest || !first || (first.type === 'mark' && first.text !== '{')) reader.at++
    else if (isWord(first) && isNext(reader, '=', 1)) {
      const value = next(reader, 2)
      if (first.text === 'label' && isWord(value)) entitle(reader, group, value)
      reader.at += 3
    } else if (/^(?:node|edge|graph)$/i.test(first.text) && isNext(reader, '[', 1)) {
      reader.at++
      const label = readAttributes(reader).get('label')
      if (label && first.text.toLowerCase() === 'graph') entitle(reader, group, label)
    } else addAll(members, readChain(reader, depth))
  }
  reader.at++
  return members
}

function entitle(reader: Reader, group: Token | undefined, label: Token): void {
  if (group) reader.draft.node(group.text, group, { label: writtenLabel(label, group.text), kind: 'group' })
  else reader.draft.title = writtenLabel(label, '').replace(/\s+/g, ' ').trim()
}

/** `a -> b -> { c d } [label=x]`, or a single node. */
function readChain(reader: Reader, depth: number): readonly Token[] {
  const ends = [readEnd(reader, depth)]
  const isChain = isNext(reader, '->') || isNext(reader, '--')
  const mention = (node: Token | undefined) => node && reader.draft.node(node.text, node)
  if (isChain) mention(ends[0]?.node)
  while (isNext(reader, '->') || isNext(reader, '--')) {
    reader.at++
    if (isWord(next(reader)) || isNext(reader, '{')) {
      const end = readEnd(reader, depth)
      mention(end.node)
      ends.push(end)
    }
  }
  const attributes = readAttributes(reader)
  const only = isChain ? undefined : ends[0]?.node
  if (only) define(reader, only, attributes)
  for (const [index, end] of ends.entries())
    if (index > 0) connect(reader, ends[index - 1]?.members ?? [], end.members, attributes)
  return ends.flatMap(({ members }) => members)
}

/** A node with its port, or a block. */
function readEnd(reader: Reader, depth: number): { readonly node?: Token; readonly members: readonly Token[] } {
  const first = next(reader)
  if (!first) return { members: [] }
  if (isMark('{', first) || (first.type === 'name' && first.text.toLowerCase() === 'subgraph'))
    return { members: readBlock(reader, first, depth + 1) }
  reader.at++
  while (isNext(reader, ':') && isWord(next(reader, 1))) reader.at += 2
  return { node: first, members: [first] }
}

function readBlock(reader: Reader, { start }: Token, depth: number): readonly Token[] {
  if (!isNext(reader, '{')) reader.at++
  const name = next(reader)
  if (isWord(name)) reader.at++
  if (!isNext(reader, '{')) return []
  reader.at++
  // Only clusters are drawn as a frame around their nodes.
  const group = isWord(name) && name.text.startsWith('cluster') ? name : undefined
  if (group) {
    reader.draft.node(group.text, group, { kind: 'group', isDefinition: true })
    reader.draft.enter(group.text, start)
  }
  const members = readStatements(reader, group, depth)
  if (group) reader.draft.leave(next(reader, -1)?.end ?? reader.end)
  return members
}

function readAttributes(reader: Reader): Attributes {
  const attributes = new Map<string, Token>()
  while (isNext(reader, '[')) {
    for (reader.at++; next(reader) && !isNext(reader, ']') && !isNext(reader, '}'); reader.at++) {
      const [name, equals, value] = reader.tokens.slice(reader.at, reader.at + 3)
      if (!isWord(name) || !isMark('=', equals) || !isWord(value)) continue
      attributes.set(name.text, value)
      reader.at += 2
    }
    if (isNext(reader, ']')) reader.at++
  }
  return attributes
}

function define(reader: Reader, node: Token, attributes: Attributes): void {
  const label = attributes.get('label')
  const kind = kinds.get(attributes.get('shape')?.text.toLowerCase() ?? '')
  reader.draft.node(node.text, node, {
    ...(label && { label: writtenLabel(label, node.text) }),
    ...(kind && { kind }),
    isDefinition: true,
  })
}

function connect(reader: Reader, tails: readonly Token[], heads: readonly Token[], attributes: Attributes): void {
  const way = attributes.get('dir')?.text
  const label = attributes.get('label')
  const ends = way === 'both' ? 'both' : way === 'none' || !reader.isDirected ? 'none' : undefined
  for (const tail of tails.slice(0, 100))
    for (const head of heads.slice(0, 100)) {
      const [from, to] = way === 'back' ? [head, tail] : [tail, head]
      const [start, end] = [Math.min(tail.start, head.start), Math.max(tail.end, head.end)]
      const written = label && writtenLabel(label, '')
      reader.draft.edge({
        from: from.text,
        to: to.text,
        start,
        end,
        ...(written && { label: written }),
        ...(ends && { heads: ends }),
      })
    }
}

const next = ({ tokens, at }: Reader, ahead = 0): Token | undefined => tokens[at + ahead]

const isNext = (reader: Reader, mark: string, ahead = 0): boolean => isMark(mark, next(reader, ahead))

const isMark = (text: string, token: Token | undefined): boolean => token?.type === 'mark' && token.text === text

const isWord = (token: Token | undefined): token is Token => token !== undefined && token.type !== 'mark'

/** A label without DOT's own syntax. @param owner replaces `\N` and `\G` */
function writtenLabel({ type, text }: Token, owner: string): string {
  if (type === 'html') return text.replace(/<[^<>]*>/g, ' ')
  const plain = text
    .replace(/\\[NG]/g, () => owner)
    .replace(/\\[nlr]|\\\n/g, ' ')
    .replace(/\\(.)/g, '$1')
  // A record label lists its fields and their ports.
  return /^\s*\{|[^\\]\|/.test(text) ? plain.replace(/<[^<>]*>|[{}|]/g, ' ') : plain
}
