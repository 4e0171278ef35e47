/** Knows how PlantUML is written: what may be written where, and how to name and declare an element. */

import type { DiagramNode } from '../../core/diagrams/engine.ts'
import type { DiagramWriting, NewNode } from '../../core/diagrams/writing.ts'
import { wordAt } from '../source/word.ts'
import { foldsOf, readBlocks } from './blocks.ts'
import { kindOf } from './kinds.ts'
import { prepare } from './source.ts'

export const writing: DiagramWriting = {
  placeAt(source, offset) {
    const { line, ...word } = wordAt(source, offset)
    if (/^\s*'/.test(line.text)) return undefined
    const holds = bodyAt(source, line.start)
    if (holds === 'text') return undefined
    const { before } = word
    const isFirst = source
      .slice(0, line.start)
      .split('\n')
      .every((each) => /^\s*(?:'|$)/.test(each))
    const kinds = holds === 'fields' ? ['fields'] : kindsOf(source)
    if (holds === 'fields' || prepare(source).type !== 'uml') return { ...word, kinds }
    const node = before === '' ? 'statement' : namesNode(before) ? 'mention' : undefined
    return { ...word, kinds: isFirst ? ['head', ...kinds] : kinds, ...(node && { node }) }
  },
  foldsOf,
  mention,
  declare,
}

/** The possible kinds of a source that does not tell its kind. */
const all = [
  'sequenceDiagram',
  'classDiagram',
  'componentDiagram',
  'useCaseDiagram',
  'stateDiagram',
  'activityDiagram',
  'erDiagram',
  'timingDiagram',
  'C4',
]

function kindsOf(source: string): readonly string[] {
  const kind = kindOf(source)
  if (prepare(source).type !== 'uml') return kind === undefined ? [] : [kind]
  return [...(kind === undefined ? all : [kind]), '*']
}

/** What the innermost block around a line contains. */
function bodyAt(source: string, lineStart: number): 'text' | 'fields' | undefined {
  let innermost = -1
  let found: 'text' | 'fields' | undefined
  for (const { start, end, isClosed, holds } of readBlocks(source)) {
    if (start >= lineStart || start < innermost || (isClosed && lineStart >= end)) continue
    innermost = start
    found = holds
  }
  return found
}

/** Characters of arrows. */
const isArrowSign = (unit: string): boolean => '-.=<>|*+#\\/^{}[]'.includes(unit)

/** Whether an element may be named after the beginning of a statement. */
function namesNode(before: string): boolean {
  if (/^\w+\([^()":]*$/.test(before)) return /^(?:Bi)?Rel/.test(before) && before.split(',').length <= 2
  const text = before.trimEnd()
  // The text of a message.
  if (/[\w\])" ]:(?:\s|$)/.test(before)) return false
  if (/^(?:activate|deactivate|destroy|create|note (?:left|right|top|bottom) of|note over|ref over)$/i.test(text))
    return true
  let at = text.length
  while (at > 0 && isArrowSign(text.charAt(at - 1))) at--
  const arrow = text.slice(at)
  return at > 0 && /[-.=]/.test(arrow) && !/[[\]]$/.test(arrow)
}

const isPlain = (id: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(id)

function mention({ id, kind: nature }: Pick<DiagramNode, 'id' | 'kind'>, kind = ''): string | undefined {
  if (nature === 'point' || /["\]\r\n]/.test(id)) return undefined
  if (isPlain(id)) return id
  if (hasBoxes(kind)) return `[${id}]`
  return kind === 'sequenceDiagram' || kind === 'classDiagram' ? `"${id}"` : undefined
}

/** Kinds in which brackets make a component. A diagram without any sign of its kind counts too. */
const hasBoxes = (kind: string): boolean => kind === '' || kind === 'componentDiagram'

/** The keyword that declares a part of the design, by kind. */
const declaring: Readonly<Record<string, string>> = {
  '': 'component',
  componentDiagram: 'component',
  useCaseDiagram: 'rectangle',
  sequenceDiagram: 'participant',
  classDiagram: 'class',
  stateDiagram: 'state',
  erDiagram: 'entity',
}

function declare({ id, label }: NewNode, kind = '', at: 'mention' | 'statement'): string | undefined {
  const isShort = id === label
  if (kind === 'C4') return at === 'statement' ? `Container(${id}, "${label}")` : undefined
  const word = declaring[kind]
  if (word === undefined) return undefined
  if (at === 'statement') return isShort ? `${word} ${id}` : `${word} "${label}" as ${id}`
  if (hasBoxes(kind)) return `[${label}]`
  if (isShort) return id
  return kind === 'sequenceDiagram' ? `"${label}"` : undefined
}
