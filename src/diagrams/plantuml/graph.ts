/** Reads the graph of a PlantUML diagram without PlantUML. */

import type { DiagramGraph, DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { createDraft } from '../source/draft.ts'
import { readMacro } from './macros.ts'
import { enter, type Page } from './page.ts'
import { prepare } from './source.ts'
import { texts, withBody } from './texts.ts'

/** Words that declare an element, and the kind of each. */
const words = new Map<string, DiagramNodeKind | undefined>(
  Object.entries({
    ...{ actor: 'person', person: 'person', database: 'store', storage: 'store', folder: 'store', queue: 'queue' },
    ...{
      class: 'type',
      interface: 'type',
      enum: 'type',
      annotation: 'type',
      struct: 'type',
      entity: 'type',
      map: 'type',
    },
    ...{ state: 'step', participant: undefined, boundary: undefined, control: undefined, collections: undefined },
    ...{ component: undefined, node: undefined, cloud: undefined, artifact: undefined, package: undefined },
    ...{
      rectangle: undefined,
      frame: undefined,
      card: undefined,
      agent: undefined,
      usecase: undefined,
      object: undefined,
    },
    ...{
      namespace: undefined,
      together: undefined,
      system: undefined,
      hexagon: undefined,
      stack: undefined,
      file: undefined,
    },
  }),
)

/** The name of an element: in quotes, brackets, parentheses or colons, or plain. */
const name = String.raw`"[^"]{1,300}"|\[[^\]]{1,300}\]|\([^)]{1,300}\)|:[^:]{1,300}:|[\w\u0080-\uffff][\w.\u0080-\uffff]{0,200}`
const declaration = new RegExp(String.raw`^(?:abstract\s+)?(?:([a-z]{3,12})\s+)?(${name})(?:\s+as\s+(${name}))?`, 'd')
const ends = String.raw`(?:[<>|*+#{}^\\/]|[ox](?=[\s"{]|[-.=]))`
/** Shorthand for activating, deactivating, creating or destroying the receiver of a message. */
const lifeline = String.raw`(?:\s*(?:\+\+|--|\*\*|!!)(?:\s*#\w{1,30})?){0,2}`
const relation = new RegExp(
  String.raw`^(${name})\s*(?:"[^"]{0,100}"\s*)?(${ends}{0,3}[-.=~]{1,9}(?:\[[^\]]{0,80}\])?(?:left|right|up|down|le|ri|do|[lrud])?[-.=~]{0,9}${ends}{0,3})\s*(?:"[^"]{0,100}"\s*)?(${name})${lifeline}(?:\s*:(.{0,500}))?`,
  'd',
)

/** Nodes and edges of a PlantUML diagram; undefined for kinds that have none, such as a mind map. */
export function graphOf(source: string): DiagramGraph | undefined {
  const { type, first } = prepare(source)
  if (type !== 'uml') return undefined
  const draft = createDraft()
  let offset = 0
  let end: RegExp | undefined
  const page: Page = { draft, open: [] }
  for (const [index, line] of source.split('\n').entries()) {
    const start = offset + line.length - line.trimStart().length
    offset += line.length + 1
    // Skips text before the start, and very long lines.
    if (index <= first || line.length > 1000) continue
    const text = line.trim()
    if (/^@end/i.test(text)) break
    if (end) {
      if (end.test(text)) end = undefined
    } else {
      end = texts.find(([opens]) => opens.test(text))?.[1]
      if (!end) end = readLine(text, start, page)
    }
  }
  const graph = draft.finish(source.length)
  return graph.nodes.length > 0 ? graph : undefined
}

/** Returns the end of the body that the line opens, if any. */
function readLine(text: string, start: number, page: Page): RegExp | undefined {
  if (text === '' || text.startsWith("'") || text.startsWith('!')) return undefined
  if (text.startsWith('}')) {
    if (page.open.pop() !== undefined) page.draft.leave(start + 1)
    return undefined
  }
  const title = /^title\s+(.+)/i.exec(text)?.[1]
  if (title !== undefined) page.draft.title = title
  else if (!readMacro(text, start, page) && !readRelation(text, start, page)) return readDeclaration(text, start, page)
  return undefined
}

function readRelation(text: string, start: number, page: Page): boolean {
  const match = relation.exec(text)
  const [, left = '', arrow = '', right = '', label] = match ?? []
  const [, leftAt, , rightAt] = match?.indices ?? []
  if (!leftAt || !rightAt) return false
  const backwards = /^[^-.=~]*</.test(arrow)
  const forwards = />[^-.=~>]*$/.test(arrow)
  const isSwapped = backwards && !forwards
  const place = ([from, to]: readonly [number, number]) => ({ start: start + from, end: start + to })
  const first = mention(left, place(leftAt), page, isSwapped ? 'end' : 'start')
  const second = mention(right, place(rightAt), page, isSwapped ? 'start' : 'end')
  page.draft.edge({
    ...(isSwapped ? { from: second, to: first } : { from: first, to: second }),
    start: start + leftAt[0],
    end: start + rightAt[1],
    // Removes icons and emoji.
    label: label?.replace(/<[&:][^<>]{1,60}>/g, '').trim(),
    heads: backwards && forwards ? 'both' : backwards || forwards ? undefined : 'none',
  })
  return true
}

function readDeclaration(text: string, start: number, page: Page): RegExp | undefined {
  const match = declaration.exec(text)
  const [, word, first = '', second] = match ?? []
  const [, , firstAt, secondAt] = match?.indices ?? []
  const opens = /\{\s*$/.test(text)
  const isBare = word === undefined && /^[[(:]/.test(first) && !opens
  if (!firstAt || !(isBare || (word !== undefined && words.has(word)))) {
    // A frame without a name also has a closing brace.
    if (opens) page.open.push(undefined)
    return undefined
  }
  // `"Label" as id`, or `id as "Label"`.
  const isSwapped = second?.startsWith('"') && !first.startsWith('"')
  const [written, at] = second !== undefined && !isSwapped && secondAt ? [second, secondAt] : [first, firstAt]
  const label = isSwapped && second !== undefined ? second : first
  const id = idOf(written)
  const isGroup = opens && !withBody.test(word ?? '')
  const kind = isGroup ? 'group' : written.startsWith(':') ? 'person' : words.get(word ?? '')
  page.draft.node(
    id,
    { start: start + at[0], end: start + at[1] },
    { label: idOf(label), ...(kind && { kind }), isDefinition: true },
  )
  if (isGroup) enter(page, id, start)
  return opens && !isGroup ? /^\}/ : undefined
}

/** @param way which end of an arrow the name is at */
function mention(
  written: string,
  at: { start: number; end: number },
  { draft, open }: Page,
  way: 'start' | 'end',
): string {
  if (written === '[*]') {
    // Each group has a start and an end of its own.
    const id = `${open.findLast((group) => group !== undefined) ?? ''}[*] ${way}`
    draft.node(id, at, { label: way, kind: 'point', isDefinition: false })
    return id
  }
  const id = idOf(written)
  draft.node(id, at, written.startsWith(':') ? { kind: 'person' } : {})
  return id
}

const idOf = (written: string): string => withoutEnd(written.replace(/^["[(:]+/, ''), /["\]):]/).trim() || written
