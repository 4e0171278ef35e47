import { addAll } from '../../core/data/longLists.ts'
import type { DiagramGraph, DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { createDraft } from '../util/graph/draft.ts'
import { readTokens, type Token } from './tokens.ts'

/** What the shape of a node tells of its nature. */
const kinds = new Map<string, DiagramNodeKind>(
  Object.entries({
    cylinder: 'store',
    folder: 'store',
    diamond: 'decision',
    mdiamond: 'decision',
    point: 'point',
  }),
)

/** Deeper nesting is no diagram any more. */
const deepest = 50

type Attributes = ReadonlyMap<string, Token>

/** Nodes and edges of a graph in DOT; undefined when the source does not begin as one. */
export function graphOf(source: string): DiagramGraph | undefined {
  const tokens = readTokens(source)
  const opening = tokens.findIndex((token) => isMark('{', token))
  const header = tokens.slice(0, Math.max(opening, 0)).map(({ text }) => text.toLowerCase())
  const isDirected = header.includes('digraph')
  if (!isDirected && !header.includes('graph')) return undefined

  const draft = createDraft()
  let at = opening + 1

  /** Statements up to the closing brace. Gives the nodes among them, for an edge may go to all of them. */
  function readStatements(group: Token | undefined, depth: number): readonly Token[] {
    const members: Token[] = []
    while (at < tokens.length && !isMark('}', tokens[at])) {
      const first = tokens[at]
      if (depth > deepest || !first || (first.type === 'mark' && first.text !== '{')) at++
      else if (isWord(first) && isMark('=', tokens[at + 1])) {
        const value = tokens[at + 2]
        if (first.text === 'label' && isWord(value)) entitle(group, value)
        at += 3
      } else if (/^(?:node|edge|graph)$/i.test(first.text) && isMark('[', tokens[at + 1])) {
        at++
        const label = readAttributes().get('label')
        if (label && first.text.toLowerCase() === 'graph') entitle(group, label)
      } else addAll(members, readChain(depth))
    }
    at++
    return members
  }

  function entitle(group: Token | undefined, label: Token): void {
    if (group) draft.node(group.text, group, { label: writtenLabel(label, group.text), kind: 'group' })
    else draft.title = writtenLabel(label, '').replace(/\s+/g, ' ').trim()
  }

  /** `a -> b -> { c d } [label=x]`, or a node alone. */
  function readChain(depth: number): readonly Token[] {
    const ends = [readEnd(depth)]
    const isChain = isMark('->', tokens[at]) || isMark('--', tokens[at])
    const mention = (node: Token | undefined) => node && draft.node(node.text, node)
    if (isChain) mention(ends[0]?.node)
    while (isMark('->', tokens[at]) || isMark('--', tokens[at])) {
      at++
      if (isWord(tokens[at]) || isMark('{', tokens[at])) {
        const end = readEnd(depth)
        mention(end.node)
        ends.push(end)
      }
    }
    const attributes = readAttributes()
    const only = isChain ? undefined : ends[0]?.node
    if (only) define(only, attributes)
    for (const [index, end] of ends.entries())
      if (index > 0) connect(ends[index - 1]?.members ?? [], end.members, attributes)
    return ends.flatMap(({ members }) => members)
  }

  /** A node with its port, or a block. */
  function readEnd(depth: number): { readonly node?: Token; readonly members: readonly Token[] } {
    const first = tokens[at]
    if (!first) return { members: [] }
    if (isMark('{', first) || (first.type === 'name' && first.text.toLowerCase() === 'subgraph'))
      return { members: readBlock(first, depth + 1) }
    at++
    while (isMark(':', tokens[at]) && isWord(tokens[at + 1])) at += 2
    return { node: first, members: [first] }
  }

  function readBlock({ start }: Token, depth: number): readonly Token[] {
    if (!isMark('{', tokens[at])) at++
    const name = tokens[at]
    if (isWord(name)) at++
    if (!isMark('{', tokens[at])) return []
    at++
    // Only these are drawn as a frame around their nodes.
    const group = isWord(name) && name.text.startsWith('cluster') ? name : undefined
    if (group) {
      draft.node(group.text, group, { kind: 'group', isDefinition: true })
      draft.enter(group.text, start)
    }
    const members = readStatements(group, depth)
    if (group) draft.leave(tokens[at - 1]?.end ?? source.length)
    return members
  }

  function readAttributes(): Attributes {
    const attributes = new Map<string, Token>()
    while (isMark('[', tokens[at])) {
      for (at++; at < tokens.length && !isMark(']', tokens[at]) && !isMark('}', tokens[at]); at++) {
        const [name, equals, value] = tokens.slice(at, at + 3)
        if (!isWord(name) || !isMark('=', equals) || !isWord(value)) continue
        attributes.set(name.text, value)
        at += 2
      }
      if (isMark(']', tokens[at])) at++
    }
    return attributes
  }

  function define(node: Token, attributes: Attributes): void {
    const label = attributes.get('label')
    const kind = kinds.get(attributes.get('shape')?.text.toLowerCase() ?? '')
    draft.node(node.text, node, {
      ...(label && { label: writtenLabel(label, node.text) }),
      ...(kind && { kind }),
      isDefinition: true,
    })
  }

  function connect(tails: readonly Token[], heads: readonly Token[], attributes: Attributes): void {
    const way = attributes.get('dir')?.text
    const label = attributes.get('label')
    const ends = way === 'both' ? 'both' : way === 'none' || !isDirected ? 'none' : undefined
    for (const tail of tails.slice(0, 100))
      for (const head of heads.slice(0, 100)) {
        const [from, to] = way === 'back' ? [head, tail] : [tail, head]
        const [start, end] = [Math.min(tail.start, head.start), Math.max(tail.end, head.end)]
        const written = label && writtenLabel(label, '')
        draft.edge({
          from: from.text,
          to: to.text,
          start,
          end,
          ...(written && { label: written }),
          ...(ends && { heads: ends }),
        })
      }
  }

  readStatements(undefined, 0)
  return draft.finish(source.length)
}

const isMark = (text: string, token: Token | undefined): boolean => token?.type === 'mark' && token.text === text

const isWord = (token: Token | undefined): token is Token => token !== undefined && token.type !== 'mark'

/** A label without what only DOT knows. @param owner what `\N` stands for */
function writtenLabel({ type, text }: Token, owner: string): string {
  if (type === 'html') return text.replace(/<[^<>]*>/g, ' ')
  const plain = text
    .replace(/\\[NG]/g, () => owner)
    .replace(/\\[nlr]|\\\n/g, ' ')
    .replace(/\\(.)/g, '$1')
  // A record names its fields and their ports.
  return /^\s*\{|[^\\]\|/.test(text) ? plain.replace(/<[^<>]*>|[{}|]/g, ' ') : plain
}
