/** Reads the graph of a mermaid architecture diagram. */

import type { DiagramNodeKind } from '../../../core/diagrams/engine.ts'
import type { Draft, ReadGraph } from '../../source/draft.ts'
import { linesOf, rangeIn, type Statement } from './statements.ts'

const end = /([\w-]+?)(?:\{group\})?/.source
const edge = new RegExp(`^${end}\\s*:\\s*[LRTB]\\s*(<)?(?:--|-\\s*\\[([^\\]]*)\\]\\s*-)(>)?\\s*[LRTB]\\s*:\\s*${end}$`)

export const readArchitecture: ReadGraph = (text, draft) => {
  for (const line of linesOf(text)) {
    const title = /^title\s+(.+)/.exec(line.text)?.[1]
    if (title) draft.title ??= title
    else if (/^(?:group|service|junction)\s/.test(line.text)) readNode(line, draft)
    else readEdge(line, draft)
  }
}

function readNode({ text, start, end }: Statement, draft: Draft): void {
  const [, word = '', id = '', icon = '', label] =
    /^(\w+)\s+([\w-]+)\s*(\([^)]*\)|"[^"]*")?\s*(?:\[([^\]]*)\])?/.exec(text) ?? []
  const group = /\sin\s+([\w-]+)$/.exec(text)?.[1]
  const kind: DiagramNodeKind | undefined =
    word === 'group' ? 'group' : word === 'junction' ? 'point' : /database|disk/.test(icon) ? 'store' : undefined
  if (group) draft.enter(group, start)
  draft.node(id, { start, end }, { label, kind, isDefinition: true })
  if (group) draft.leave(start)
}

function readEdge(line: Statement, draft: Draft): void {
  const found = edge.exec(line.text)
  if (!found) return
  const [, left = '', atLeft, label, atRight, right = ''] = found
  draft.node(left, rangeIn(line, left))
  draft.node(right, rangeIn(line, right, line.text.lastIndexOf(':')))
  const [from, to] = atLeft && !atRight ? [right, left] : [left, right]
  const heads = atLeft && atRight ? 'both' : atLeft || atRight ? undefined : 'none'
  draft.edge({ from, to, start: line.start, end: line.end, label, heads })
}
