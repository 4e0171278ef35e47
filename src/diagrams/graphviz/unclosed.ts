/** Finds unclosed quotes, brackets and blocks in a DOT source. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { lineStart } from '../../core/text/lineBounds.ts'
import { missing, type Unclosed } from '../source/unclosed.ts'
import type { Token } from './tokens.ts'

/**
 * The first construct left open before the token at which Graphviz stopped, reported where it was opened.
 *
 * @param stop index of that token; the number of tokens if Graphviz read to the end
 */
export function findUnclosed(source: string, tokens: readonly Token[], stop: number): DiagramProblem | undefined {
  const unclosed = findUnclosedText(tokens, stop) ?? findUnclosedList(tokens, stop)
  if (unclosed) return missing(unclosed)
  return stop < tokens.length ? undefined : findUnclosedBlock(source, tokens)
}

/**
 * An unclosed string, HTML label or comment. One that is closed too late spans several lines and is directly followed
 * by a name.
 */
function findUnclosedText(tokens: readonly Token[], stop: number): Unclosed | undefined {
  const swallowing = tokens.findIndex(
    ({ type, text, end }, index) =>
      index < stop &&
      (type === 'string' || type === 'html') &&
      text.includes('\n') &&
      tokens[index + 1] !== undefined &&
      (tokens[index + 1]?.start === end || type === 'html') &&
      !/^[\][{};,=:+]$|^-[->]$/.test(tokens[index + 1]?.text ?? ''),
  )
  const token = tokens[swallowing] ?? tokens.find(({ isClosed }) => !isClosed)
  if (!token) return undefined
  const end = token.start + firstLine(token)
  return { start: token.start, end, closer: token.type === 'string' ? '"' : token.type === 'html' ? '>' : '*/' }
}

const firstLine = ({ text, type }: Token): number =>
  (text.split('\n', 1)[0] ?? '').trimEnd().length + (type === 'mark' ? 0 : 1)

/** The unclosed attribute list around the token: an edge, a block or another list begins inside. */
function findUnclosedList(tokens: readonly Token[], stop: number): Unclosed | undefined {
  for (let at = Math.min(stop, tokens.length) - 1; at >= 0; at--) {
    const { type, text, start } = tokens[at] ?? { type: 'name', text: '', start: 0 }
    if (type !== 'mark') continue
    if (/^[\]{}]$/.test(text)) return undefined
    if (text !== '[') continue
    const next = tokens.slice(at + 1).find((token) => token.type === 'mark' && /^(?:[[\]{}]|->|--)$/.test(token.text))
    return next?.text === ']' ? undefined : { start, end: start + 1, closer: ']' }
  }
  return undefined
}

/** The unclosed brace. If there are several, the first one that would be closed by a brace with less indentation. */
function findUnclosedBlock(source: string, tokens: readonly Token[]): DiagramProblem | undefined {
  const open: { readonly token: Token; readonly indent: number }[] = []
  for (const token of tokens) {
    if (token.type !== 'mark') continue
    if (token.text === '{') open.push({ token, indent: indentAt(source, token.start) })
    if (token.text !== '}') continue
    const block = open.pop()
    const isFirst = source.slice(lineStart(source, token.start), token.start).trim() === ''
    if (block && isFirst && indentAt(source, token.start) < block.indent)
      return missing({ ...block.token, closer: '}' })
  }
  const last = open.at(-1)
  return last && missing({ ...last.token, closer: '}' })
}

const indentAt = (source: string, offset: number): number =>
  /^[ \t]*/.exec(source.slice(lineStart(source, offset), offset))?.[0].length ?? 0
