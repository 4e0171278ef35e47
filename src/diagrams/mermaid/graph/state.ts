/** Reads the graph of a mermaid state diagram. */

import type { Draft, ReadGraph } from '../../source/draft.ts'
import { createScanner } from './scanner.ts'
import { rangeIn, type Statement, statementsOf } from './statements.ts'

const name = /\[\*\]|(?:[^\s:{}"-]|-(?!->?))+/y

export const readState: ReadGraph = (text, draft) => {
  const groups: string[] = []
  const described = new Set<string>()
  let isInNote = false
  for (const statement of statementsOf(text)) {
    const { text: line } = statement
    if (isInNote) isInNote = !/^end\s+note$/i.test(line)
    else if (/^note\b/i.test(line)) {
      const about = /^note\s+(?:left|right)\s+of\s+([^\s:]+)/i.exec(line)?.[1]
      if (about) draft.node(about, rangeIn(statement, about))
      isInNote = !line.includes(':') && !/\sas\s/.test(line)
    } else if (/^}/.test(line)) {
      groups.pop()
      draft.leave(statement.end)
    } else if (/^state\s/.test(line)) readDeclaration(statement, draft, groups, described)
    else if (!/^(?:direction\s|style\s|classDef\s|class\s|click\s|hide\s|scale\s|--$|title\s)/.test(line))
      readTransition(statement, draft, groups.at(-1) ?? 'root', described)
  }
}

function readDeclaration(statement: Statement, draft: Draft, groups: string[], described: Set<string>): void {
  const { text, start, end } = statement
  const [, label, alias, plain = ''] = /^state\s+(?:"([^"]*)"\s+as\s+([^\s{:]+)|([^\s{:<[]+))/.exec(text) ?? []
  const id = alias ?? plain.replace(/^"(.*)"$/, '$1')
  if (!id) return
  const isPoint = /<<(?:fork|join|choice)>>|\[\[(?:fork|join|choice)\]\]/i.test(text)
  const isGroup = text.endsWith('{')
  if (label) described.add(id)
  draft.node(id, statement, { label, kind: isGroup ? 'group' : isPoint ? 'point' : 'step', isDefinition: true })
  if (!isGroup) return
  groups.push(id)
  draft.enter(id, start)
  if (text.endsWith('}')) draft.leave(end)
}

/** `A --> B : label`, `A : description`, or a single name. */
function readTransition(statement: Statement, draft: Draft, scope: string, described: Set<string>): void {
  const { text, start, end } = statement
  const scan = createScanner(text)
  const first = scan.take(name)?.[0]
  if (first === undefined) return
  scan.take(/:::[\w-]+/y)
  const isArrow = scan.take(/\s*-->\s*/y) !== undefined
  const second = isArrow ? scan.take(name)?.[0] : undefined
  const behind = scan.at
  scan.take(/:::[\w-]+/y)
  const label = scan.take(/\s*:(.*)/y)?.[1]
  const isDescription = !isArrow && label !== undefined && !described.has(first)
  if (isDescription) described.add(first)
  const mention = (written: string, at: { start: number; end: number }, end: 'start' | 'end', says?: string) => {
    const id = written === '[*]' ? `${scope}_${end}` : written
    draft.node(id, at, written === '[*]' ? { label: end, kind: 'point', isDefinition: false } : { label: says })
    return id
  }
  const from = mention(first, rangeIn(statement, first), 'start', isDescription ? label : undefined)
  if (second === undefined) return
  const to = mention(second, rangeIn(statement, second, behind - second.length), 'end')
  draft.edge({ from, to, start, end, label })
}
