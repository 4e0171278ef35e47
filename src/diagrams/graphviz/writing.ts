/** Knows how DOT is written: what may be written where, and how to name and declare a node. */

import type { DiagramWriting, WritingPlace } from '../../core/diagrams/writing.ts'
import { lineStart } from '../../core/text/lineBounds.ts'
import type { Range } from '../source/draft.ts'
import { readTokens, type Token } from './tokens.ts'

export const writing: DiagramWriting = {
  placeAt,
  foldsOf,
  // A quoted name may span lines, but nobody wants to type such a name again.
  mention: ({ id, kind }) => (kind === 'group' || /[\r\n]/.test(id) ? undefined : written(id)),
  declare({ id, label }, _, at) {
    if (at === 'mention' || id === label) return written(label)
    return `${id} [label="${label}"]`
  },
}

/** A name in DOT syntax: quoted unless it is a plain word. */
function written(name: string): string {
  const isPlain =
    /^[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*$/.test(name) &&
    !/^(?:strict|graph|digraph|node|edge|subgraph)$/i.test(name)
  return isPlain ? name : `"${name.replaceAll('"', '\\"')}"`
}

function placeAt(source: string, offset: number): WritingPlace | undefined {
  if (isInComment(source, offset)) return undefined
  const tokens = readTokens(source)
  const here = tokens.find(({ start, end }) => start < offset && offset <= end)
  if (here && isText(here, offset)) return undefined
  const own = tokens.find(({ type, start, end }) => type === 'name' && start <= offset && offset <= end)
  const { start, end } = own ?? { start: offset, end: offset }
  const word = { start, end }
  const { depth, isInList, statement } = read(tokens, start, source)
  const before = statement.map(({ text }) => text).join(' ')
  if (depth === 0) return { ...word, before, kinds: ['head'] }
  const last = statement.at(-1)
  const isValue = last?.text === '=' && last.type === 'mark'
  if (isValue) return { ...word, before: statement.at(-2)?.text ?? '', kinds: [isInList ? 'attribute' : 'statement'] }
  if (isInList) return { ...word, before: '', kinds: ['attribute'] }
  if (statement.length === 0) return { ...word, before, kinds: ['statement'], node: 'statement' }
  const isEdge = last?.type === 'mark' && /^-[->]$/.test(last.text)
  return { ...word, before, kinds: [], ...(isEdge && { node: 'mention' }) }
}

/** Whether an offset is inside a string or an HTML label, but not after its closing quote. */
const isText = ({ type, end, isClosed }: Token, offset: number): boolean =>
  (type === 'string' || type === 'html') && (offset < end || !isClosed)

function isInComment(source: string, offset: number): boolean {
  const line = source.slice(lineStart(source, offset), offset)
  return (
    line.startsWith('#') ||
    /^\s*\/\//.test(line) ||
    source.lastIndexOf('/*', offset - 1) > source.lastIndexOf('*/', offset - 1)
  )
}

interface Position {
  /** The number of open blocks. */
  readonly depth: number
  readonly isInList: boolean
  /** The tokens of the statement, or of the attribute list, before the place on the same line. */
  readonly statement: readonly Token[]
}

/** Reads up to an offset. A line break ends a statement, as authors write DOT. */
function read(tokens: readonly Token[], until: number, source: string): Position {
  let depth = 0
  let isInList = false
  let statement: Token[] = []
  const start = lineStart(source, until)
  for (const token of tokens) {
    if (token.start >= until) break
    const mark = token.type === 'mark' ? token.text : ''
    if (mark === '{') depth++
    else if (mark === '}') depth--
    else if (mark === '[') isInList = true
    else if (mark === ']') isInList = false
    if (/^[{}[\];,]$/.test(mark)) statement = []
    else if (token.start >= start || depth === 0) statement.push(token)
  }
  return { depth, isInList, statement }
}

/** Blocks and attribute lists that span several lines. */
function foldsOf(source: string): readonly Range[] {
  const folds: Range[] = []
  const open: Token[] = []
  for (const token of readTokens(source)) {
    if (token.type !== 'mark') continue
    if (token.text === '{' || token.text === '[') open.push(token)
    if (token.text !== '}' && token.text !== ']') continue
    const opener = open.pop()
    const end = lineStart(source, token.start) - 1
    if (opener && end > opener.start) folds.push({ start: opener.start, end })
  }
  return folds.sort((a, b) => a.start - b.start)
}
