/** Reads participants and messages of a mermaid sequence diagram as a graph. */

import type { DiagramNodeKind } from '../../../core/diagrams/engine.ts'
import type { Draft, ReadGraph } from '../../source/draft.ts'
import { rangeIn, type Statement, statementsOf } from './statements.ts'

const arrow = /(?:\(\)\s?)?(?:(<<)?--?(?:>>?|x|\)|\|[\\/]|\/\/|\\\\)|(\/\||\\\||\/\/|\\\\)--?)(?:\s?\(\))?/

/** Statements that are not messages. */
const others =
  /^(?:note|loop|alt|else|opt|par|par_over|and|critical|option|break|rect|end|box|activate|deactivate|destroy|autonumber|links?|properties|details)\b/i

export const readSequence: ReadGraph = (text, draft) => {
  for (const statement of statementsOf(text)) {
    const title = /^title(?:\s*:|\s)(.*)/i.exec(statement.text)?.[1]
    if (title) draft.title ??= title.trim()
    else if (/^(?:create\s+)?(?:participant|actor)\s/i.test(statement.text)) readParticipant(statement, draft)
    else if (!others.test(statement.text)) readMessage(statement, draft)
  }
}

const kinds = new Map<string, DiagramNodeKind>([
  ['database', 'store'],
  ['queue', 'queue'],
  ['actor', 'person'],
])

function readParticipant(statement: Statement, draft: Draft): void {
  const [opening = '', word = ''] = /^(?:create\s+)?(participant|actor)\s+/i.exec(statement.text) ?? []
  const rest = statement.text.slice(opening.length)
  const alias = rest.search(/\sas\s/i)
  const [name = '', config = ''] = rest.slice(0, alias < 0 ? undefined : alias).split(/@(?=\{)/)
  const label =
    alias < 0 ? /["']?alias["']?\s{0,9}:\s{0,9}["']([^"']*)/.exec(config)?.[1] : rest.slice(alias + 4).trim()
  const type = /["']?type["']?\s{0,9}:\s{0,9}["']?(\w+)/.exec(config)?.[1] ?? word.toLowerCase()
  draft.node(name.trim(), statement, { label, kind: kinds.get(type), isDefinition: true })
}

function readMessage(statement: Statement, draft: Draft): void {
  const { text } = statement
  const colon = text.indexOf(':')
  const line = colon < 0 ? text : text.slice(0, colon)
  const found = arrow.exec(line)
  if (!found) return
  const sender = line.slice(0, found.index).trim()
  const behind = found.index + found[0].length
  const receiver = line
    .slice(behind)
    .replace(/^\s*(?:\(\))?[+-]?(?:\(\))?/, '')
    .trim()
  if (!sender || !receiver) return
  const label = colon < 0 ? undefined : text.slice(colon + 1).replace(/^\s*(?:no)?wrap:/, '')
  draft.node(sender, rangeIn(statement, sender))
  draft.node(receiver, rangeIn(statement, receiver, behind))
  const [from, to] = found[2] ? [receiver, sender] : [sender, receiver]
  draft.edge({ from, to, start: statement.start, end: statement.end, label, heads: found[1] ? 'both' : undefined })
}
