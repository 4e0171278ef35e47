/** Reads the graph of a mermaid C4 diagram. */

import type { DiagramNodeKind } from '../../../core/diagrams/engine.ts'
import type { Draft, ReadGraph } from '../../source/draft.ts'
import { createScanner } from './scanner.ts'
import { linesOf, type Statement } from './statements.ts'

const groups = /^(?:\w*Boundary|Deployment_Node|Node|Node_[LR])$/
const shapes = /^(?:Person|System|Container|Component)(Db|Queue)?(_Ext)?$/

export const readC4: ReadGraph = (text, draft) => {
  for (const line of linesOf(text)) {
    const title = /^title\s+(.+)/.exec(line.text)?.[1]
    if (title) draft.title ??= title
    else if (line.text.startsWith('}')) draft.leave(line.end)
    else readMacro(line, draft)
  }
}

function readMacro(line: Statement, draft: Draft): void {
  const { text, start, end } = line
  const macro = /^(\w+)\s*\(/.exec(text)
  if (!macro) return
  const [opening, name = ''] = macro
  const given = readArguments(text, opening.length)
  const [first, second, third] = given
  if (!first) return
  if (groups.test(name)) {
    draft.node(first, { start, end }, { label: second, kind: 'group', isDefinition: true })
    if (text.endsWith('{')) draft.enter(first, start)
  } else if (shapes.test(name)) {
    draft.node(first, { start, end }, { label: second, kind: kindOf(name), isDefinition: true })
  } else if (/^(?:Bi)?Rel(?:_\w+)?$|^RelIndex$/.test(name)) {
    const [from, to, label] = name === 'RelIndex' ? given.slice(1) : [first, second, third]
    if (!from || !to) return
    draft.edge({ from, to, start, end, label, heads: name.startsWith('Bi') ? 'both' : undefined })
  }
}

function kindOf(name: string): DiagramNodeKind | undefined {
  const [, storage, external] = shapes.exec(name) ?? []
  if (name.startsWith('Person')) return 'person'
  if (external) return 'external'
  return storage === 'Db' ? 'store' : storage === 'Queue' ? 'queue' : undefined
}

/** The arguments by position, without named ones such as `$link="…"`. */
function readArguments(text: string, at: number): readonly string[] {
  const scan = createScanner(text, at)
  const found: string[] = []
  while (!scan.isDone() && !scan.take(/\s*\)/y)) {
    const isNamed = scan.take(/\s*\$\w+\s*=/y) !== undefined
    const value = scan.take(/\s*("[^"\n]*"|[^,)"\s][^,)"\n]*)?/y)?.[1] ?? ''
    if (!isNamed) found.push(value.trim().replace(/^"(.*)"$/, '$1'))
    if (!scan.take(/\s*,/y) && !scan.take(/(?=\s*\))/y)) break
  }
  return found
}
