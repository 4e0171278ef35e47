/** Reads the graph of a mermaid flowchart. */

import type { DiagramEdge, DiagramNodeKind } from '../../../core/diagrams/engine.ts'
import type { Draft, Range, ReadGraph } from '../../source/draft.ts'
import { createScanner, type Scanner, takeUntil } from './scanner.ts'

/** The opening brackets of nodes, longest first, with their closing brackets and meanings. */
const shapes: readonly (readonly [string, string | RegExp, DiagramNodeKind?])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['(-', '-)'],
  ['[[', ']]'],
  ['[(', ')]', 'store'],
  ['[/', /[/\\]\]/y],
  ['[\\', /[/\\]\]/y],
  ['{{', '}}'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}', 'decision'],
  ['>', ']'],
]

/** Shape names in `A@{ shape: … }` that determine a node's kind. */
const shapeKinds: readonly (readonly [RegExp, DiagramNodeKind])[] = [
  [/^(?:cyl|cylinder|database|db|disk|lin-cyl|lined-cylinder|datastore|bow-rect|stored-data)$/, 'store'],
  [/^(?:das|h-cyl|horizontal-cylinder)$/, 'queue'],
  [/^(?:diam|diamond|decision|question)$/, 'decision'],
  [/^(?:sm-circ|small-circle|start|fr-circ|framed-circle|stop|f-circ|filled-circle|junction|fork|join)$/, 'point'],
]

export const readFlowchart: ReadGraph = (text, draft) => {
  const scan = createScanner(text)
  const edgeIds = new Set<string>()
  scan.take(/[^\n;]*/y)
  while (!scan.isDone()) {
    if (scan.take(/[\s;]+/y)) continue
    const { at } = scan
    if (scan.take(/subgraph(?=[\s;]|$)[^\S\n]*/y)) readSubgraph(scan, draft, at)
    else if (scan.take(/end(?=[\s;]|$)/y)) draft.leave(scan.at)
    else if (scan.take(/(?:style|linkStyle|classDef|class|click|direction)(?=\s)(?:"[^"\n]*"|[^\n;])*/y)) continue
    else if (!readChain(scan, draft, edgeIds)) scan.take(/[^\n;]+/y)
  }
}

function readSubgraph(scan: Scanner, draft: Draft, start: number): void {
  const name = (scan.take(/"[^"\n]*"|[^\n;["]*/y)?.[0] ?? '').trim()
  const label = scan.take(/\[/y) ? takeUntil(scan, ']') : name
  const id = name.replace(/^"`?(.*?)`?"$/, '$1') || label || `${start}`
  draft.node(id, { start, end: scan.at }, { label: label || ' ', kind: 'group' })
  draft.enter(id, start)
}

/** A node reference and its range. */
interface Named extends Range {
  readonly id: string
}

/** Maximum number of nodes connected on each side of an arrow. */
const mostInList = 50

/** `A --> B & C --> D`; false if there is no node here. */
function readChain(scan: Scanner, draft: Draft, edgeIds: Set<string>): boolean {
  let left = readNodes(scan, draft, edgeIds)
  if (left.length === 0) return false
  for (let link = readLink(scan, edgeIds); link; link = readLink(scan, edgeIds)) {
    const right = readNodes(scan, draft, edgeIds)
    const { isHidden, isReversed, ...rest } = link
    if (!isHidden)
      for (const one of left.slice(0, mostInList))
        for (const other of right.slice(0, mostInList)) {
          const [from, to] = isReversed ? [other, one] : [one, other]
          draft.edge({ from: from.id, to: to.id, start: one.start, end: other.end, ...rest })
        }
    left = right
  }
  return true
}

function readNodes(scan: Scanner, draft: Draft, edgeIds: ReadonlySet<string>): readonly Named[] {
  const found: Named[] = []
  do {
    const node = readNode(scan, draft, edgeIds)
    if (!node) break
    found.push(node)
  } while (scan.take(/\s+&\s+/y))
  return found
}

const nodeId = /(?:[\p{L}\p{N}\uf001\uf002!#$%&'*+.`?\\_/,^]|-(?=[^>\-.])|=(?!=)|:(?!::))+/uy

function readNode(scan: Scanner, draft: Draft, edgeIds: ReadonlySet<string>): Named | undefined {
  const start = scan.at
  const id = scan.take(nodeId)?.[0]
  if (id === undefined) return undefined
  const saying = readShape(scan)
  const end = scan.at
  scan.take(/:::[\w-]+/y)
  if (!edgeIds.has(id)) draft.node(id, { start, end }, saying)
  return { id, start, end }
}

function readShape(scan: Scanner): { label?: string | undefined; kind?: DiagramNodeKind | undefined } {
  if (scan.take(/@\{/y)) {
    const fields = takeUntil(scan, '}')
    const shape = /\bshape\s{0,9}:\s{0,9}"?([\w-]+)/.exec(fields)?.[1] ?? ''
    return {
      label: /\blabel\s{0,9}:\s{0,9}("[^"]*"|'[^']*'|[^,\n]*)/.exec(fields)?.[1]?.replace(/^'(.*)'$/s, '$1'),
      kind: shapeKinds.find(([pattern]) => pattern.test(shape))?.[1],
    }
  }
  const shape = shapes.find(([opener]) => scan.text.startsWith(opener, scan.at))
  if (!shape) return {}
  const [opener, closer, kind] = shape
  scan.at += opener.length
  return { label: takeUntil(scan, closer), kind }
}

interface Link {
  readonly label?: string | undefined
  readonly heads?: DiagramEdge['heads']
  readonly isReversed: boolean
  readonly isHidden: boolean
}

const closers: Readonly<Record<string, RegExp>> = {
  '--': /--+([-xo>])/,
  '==': /==+([=xo>])/,
  '-.': /\.{1,9}-([xo>]?)/,
}

function readLink(scan: Scanner, edgeIds: Set<string>): Link | undefined {
  const { at } = scan
  const edgeId = scan.take(/\s*([\w-]+)@(?=[xo<]?[-=~])/y)
  const link = readWholeLink(scan) ?? readLinkAroundText(scan)
  if (!link) scan.at = at
  else if (edgeId?.[1]) edgeIds.add(edgeId[1])
  return link
}

function readWholeLink(scan: Scanner): Link | undefined {
  const whole = scan.take(/\s*([xo<]?)(?:--+([-xo>])|==+([=xo>])|-?\.+-([xo>]?)|(~~~+))\s*/y)
  if (!whole) return undefined
  const [, left = '', line, thick, dotted, hidden] = whole
  const label = scan.take(/\|("[^"\n]*"|[^|\n]{0,500})\|\s*/y)?.[1]
  return { label, isHidden: hidden !== undefined, ...headsOf(left, line ?? thick ?? dotted ?? '') }
}

/** `-- text -->` and similar links. */
function readLinkAroundText(scan: Scanner): Link | undefined {
  const opener = scan.take(/\s*([xo<]?)(--|==|-\.)\s*/y)
  if (!opener) return undefined
  const rest = /[^\n]{0,500}/.exec(scan.text.slice(scan.at, scan.at + 500))?.[0] ?? ''
  const close = closers[opener[2] ?? '']?.exec(rest)
  if (!close) return undefined
  scan.at += close.index + close[0].length
  scan.take(/\s*/y)
  return { label: rest.slice(0, close.index), isHidden: false, ...headsOf(opener[1] ?? '', close[1] ?? '') }
}

function headsOf(left: string, right: string): Pick<Link, 'heads' | 'isReversed'> {
  const hasRight = /[xo>]/.test(right)
  if (left && hasRight) return { heads: 'both', isReversed: false }
  return hasRight ? { isReversed: false } : left ? { isReversed: true } : { heads: 'none', isReversed: false }
}
