/** Knows how mermaid is written: what may be written where, and how each kind of diagram names and declares a node. */

import type { DiagramNode } from '../../core/diagrams/engine.ts'
import type { DiagramWriting, NewNode, WritingPlace } from '../../core/diagrams/writing.ts'
import { wordAt } from '../source/word.ts'
import { foldsIn, readBlocks } from './blocks.ts'
import { cleanUp } from './inside/cleanUp.ts'
import { isC4, kindOfBody } from './inside/kinds.ts'
import { hasMentions, namesNode } from './nodePlaces.ts'

export const writing: DiagramWriting = {
  placeAt(source, offset) {
    const { line, ...word } = wordAt(source, offset)
    if (/^\s*%%/.test(line.text) || isInFrontMatter(source, offset)) return undefined
    if (isBlankBefore(source, line.start)) return placeInHead(source, word)
    const kind = kindOf(source)
    if (kind === undefined) return undefined
    const body = bodyAt(source, line.start, kind)
    if (body === 'text') return undefined
    if (body === 'fields') return { ...word, kinds: [`${kind} body`] }
    const { before } = word
    // In a gantt chart, tasks are only named as predecessors.
    const node = before === '' && kind !== 'gantt' ? 'statement' : namesNode(before, kind) ? 'mention' : undefined
    return { ...word, kinds: kindsOf(kind), ...(node && { node }) }
  },
  foldsOf: (source) => foldsIn(source, kindOf(source)),
  mention,
  declare,
}

const kindOf = (source: string): string | undefined => kindOfBody(cleanUp(source).body.text)

/** Kinds in which `accTitle` and `accDescr` would become nodes. */
const withoutAccessible = new Set(['mindmap', 'kanban', 'block', 'sankey', 'timeline', 'treeView', 'packet'])

const kindsOf = (kind: string): readonly string[] => (withoutAccessible.has(kind) ? [kind] : [kind, '*'])

function isInFrontMatter(source: string, offset: number): boolean {
  const end = cleanUp(source).frontMatter?.origins.at(-1)
  return end !== undefined && offset <= end
}

/** Whether nothing of the diagram itself is above a line. */
const isBlankBefore = (source: string, lineStart: number): boolean =>
  cleanUp(source.slice(0, lineStart)).body.text.trim() === ''

function placeInHead(source: string, word: Omit<WritingPlace, 'kinds'>): WritingPlace {
  const kind = word.before === '' ? undefined : kindOf(source)
  return { ...word, kinds: kind === undefined ? ['head'] : [kind] }
}

/**
 * What the innermost block around a line contains: fields of a declaration, or free text. Undefined if it is the same
 * as outside.
 */
function bodyAt(source: string, lineStart: number, kind: string): 'fields' | 'text' | undefined {
  let opener = ''
  let innermost = -1
  for (const { start, end, closedAt = source.length, closer } of readBlocks(source, kind)) {
    if (lineStart <= end || lineStart >= closedAt + 1 || start < innermost) continue
    innermost = start
    opener = closer === 'end note' ? 'note' : source.slice(start, end)
  }
  if (/^(?:note|accDescr)\b/.test(opener)) return 'text'
  if (innermost < 0) return undefined
  const hasFields =
    kind === 'erDiagram' || kind === 'requirementDiagram' || (kind === 'classDiagram' && /^class\b/.test(opener))
  return hasFields ? 'fields' : undefined
}

const isPlain = (id: string): boolean => /^[\p{L}\p{N}_]+$/u.test(id)

function mention({ id, kind: nature }: Pick<DiagramNode, 'id' | 'kind'>, kind = ''): string | undefined {
  if (/["`\r\n]/.test(id) || nature === 'point' || !hasMentions(kind)) return undefined
  if (kind === 'erDiagram' || kind === 'requirementDiagram') return isPlain(id) ? id : `"${id}"`
  // A namespace cannot be the end of an arrow.
  if (kind === 'classDiagram' && nature === 'group') return undefined
  if (kind === 'classDiagram') return isPlain(id) ? id : `\`${id}\``
  if (kind === 'sequenceDiagram') return id
  // Ids that the graph reader generates for tasks without one.
  if (kind === 'gantt' && /^task\d+$/.test(id)) return undefined
  return /\s/.test(id) ? undefined : id
}

const boxed = ({ id, label }: NewNode): string => (id === label ? id : `${id}["${label}"]`)

/** Statements that declare a node, by kind. */
const declarations: Readonly<Record<string, (node: NewNode) => string>> = {
  flowchart: boxed,
  swimlane: boxed,
  erDiagram: boxed,
  mindmap: boxed,
  kanban: boxed,
  sequenceDiagram: ({ id, label }) => `participant ${id === label ? id : `${id} as ${label}`}`,
  classDiagram: (node) => `class ${boxed(node)}`,
  stateDiagram: ({ id, label }) => (id === label ? `state ${id}` : `state "${label}" as ${id}`),
  architecture: ({ id, label }) => `service ${id.charAt(0).toLowerCase() + id.slice(1)}(server)[${label}]`,
}

/** What a part of the design is in each kind of C4 diagram. */
const c4Words: Readonly<Record<string, string>> = { C4Context: 'System', C4Component: 'Component' }

/** Kinds in which a node may be declared where it is first mentioned. */
const inline = new Set(['flowchart', 'swimlane'])

function declare(node: NewNode, kind = '', at: 'mention' | 'statement'): string | undefined {
  if (isC4(kind)) return at === 'statement' ? `${c4Words[kind] ?? 'Container'}(${node.id}, "${node.label}")` : undefined
  if (kind === 'architecture' && !/^[\w ]+$/.test(node.label)) return undefined
  if (at === 'statement' || inline.has(kind)) return declarations[kind]?.(node)
  if (kind === 'erDiagram') return node.id === node.label ? node.id : `"${node.label}"`
  // A participant needs no declaration.
  if (kind === 'sequenceDiagram') return isPlain(node.label.replaceAll(' ', '')) ? node.label : undefined
  return /^(?:class|state)Diagram$/.test(kind) && node.id === node.label ? node.id : undefined
}
