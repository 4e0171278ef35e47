/** Turns Graphviz's messages into problems at the places that cause them. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { offsetOfLine } from '../source/lines.ts'
import { missing } from '../source/unclosed.ts'
import { readTokens, type Token } from './tokens.ts'
import { findUnclosed } from './unclosed.ts'

/** A message of Graphviz. */
interface GraphvizMessage {
  readonly message: string
  readonly level?: string | undefined
}

/**
 * Turns Graphviz's messages about a source into problems. Graphviz gives the line where it stopped; this looks for the
 * cause.
 */
export function findProblems(source: string, messages: readonly GraphvizMessage[]): readonly DiagramProblem[] {
  const tokens = readTokens(source)
  const [first] = tokens
  if (!first) return [{ reason: 'Missing `digraph` or `graph`', start: 0, end: source.length }]
  const problems = messages.flatMap(({ message }, index) => {
    const syntax = /^syntax error in line (\d+)(?: near '([\s\S]*)')?/.exec(message)
    if (syntax) return [placeSyntaxError(source, tokens, Number(syntax[1]), syntax[2])]
    if (/^(?:mismatched tag|not well-formed|unclosed token|Unknown|Illegal|undefined|duplicate)/i.test(message))
      return placeMarkupError(source, tokens, message, messages.slice(index + 1))
    const layout = /^Layout type: "(.*)" not recognized/.exec(message)?.[1]
    if (layout !== undefined) return [at(findText(tokens, layout), `Unknown layout \`${layout}\``)]
    const record = /^bad label format ([\s\S]*)$/.exec(message)?.[1]
    if (record !== undefined)
      return [at(findText(tokens, record), 'Unexpected end of a record label, expected its braces and `|` in pairs')]
    return []
  })
  // Graphviz reports nothing for an unclosed comment that spans the whole source.
  if (messages.length === 0 && !first.isClosed) return [missing({ ...first, closer: '*/' })]
  return problems.slice(0, 1)
}

const at = ({ start, end }: Pick<Token, 'start' | 'end'>, reason: string): DiagramProblem => ({ reason, start, end })

function findText(tokens: readonly Token[], text: string): Pick<Token, 'start' | 'end'> {
  return tokens.find((token) => token.text === text) ?? tokens[0] ?? { start: 0, end: 0 }
}

function placeSyntaxError(
  source: string,
  tokens: readonly Token[],
  line: number,
  near: string | undefined,
): DiagramProblem {
  const stop = findStop(source, tokens, line, near)
  const unclosed = findUnclosed(source, tokens, stop)
  if (unclosed) return unclosed
  const token = tokens[stop]
  const before = tokens[stop - 1]
  if (!token) return { reason: 'Unexpected end of the diagram', start: source.length, end: source.length }
  const isHeader = !tokens.slice(0, stop).some(({ text, type }) => type === 'mark' && text === '{')
  if (before && isHeader && before.text.toLowerCase() !== 'strict')
    return at(before, `Missing \`{\` after \`${short(before.text)}\``)
  // `a ->` on one line and the end of the graph on the next: report the place where something is missing.
  if (before && /^(?:->|--|=|:)$/.test(before.text) && before.type === 'mark' && /^[}\];]$/.test(token.text))
    return at(before, `Missing ${before.text === '=' ? 'value' : 'node'} after \`${before.text}\``)
  return at(token, reasonFor(token, tokens, before))
}

/** The index of the token at which Graphviz stopped; the number of tokens if it was the end. */
function findStop(source: string, tokens: readonly Token[], line: number, near: string | undefined): number {
  if (near === undefined) return tokens.length
  const from = offsetOfLine(source, line)
  const to = offsetOfLine(source, line + 1)
  const isOnLine = ({ end }: Token) => from < end && end <= to
  const candidates = tokens.flatMap((token, index) => (isOnLine(token) ? [index] : []))
  const plain = near.replace(/^\ufeff/, '')
  const found = candidates.filter((index) => {
    const token = tokens[index]
    return token?.text === plain || token?.text.startsWith(plain)
  })
  return found.find((index) => !isFine(tokens, index)) ?? found[0] ?? candidates[0] ?? tokens.length
}

/** Whether Graphviz cannot have stopped at this occurrence of the token, because it is valid there. */
function isFine(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  const before = tokens[index - 1]
  if (!token) return false
  const isWord = (each: Token | undefined) => each !== undefined && each.type !== 'mark'
  if (token.text === ';') return isWord(before) || /^[\]}]$/.test(before?.text ?? '')
  if (token.text === '}') return before?.type !== 'mark' || /^[\]};{]$/.test(before.text)
  if (token.text === ']') return before?.type !== 'mark' || /^[[,;]$/.test(before.text)
  if (token.text === '->' || token.text === '--')
    return (
      token.text === edgeOf(tokens) && (isWord(before) || before?.text === '}') && (isWord(next) || next?.text === '{')
    )
  if (token.text === '=' || token.text === ':') return isWord(before) && isWord(next)
  return false
}

const edgeOf = (tokens: readonly Token[]): string =>
  tokens.slice(0, 2).some(({ text }) => text.toLowerCase() === 'digraph') ? '->' : '--'

function reasonFor({ text, type }: Token, tokens: readonly Token[], before: Token | undefined): string {
  const isFirst = before === undefined || (tokens[0] === before && before.text.toLowerCase() === 'strict')
  if (isFirst) return `Unexpected \`${short(text)}\`, expected \`digraph\` or \`graph\``
  if (text === ']' && before?.type === 'name')
    return `Unexpected \`]\`, expected \`=\` and a value after \`${short(before.text)}\``
  const edge = edgeOf(tokens)
  if (text === '->' && edge === '--') return 'Unexpected `->`, expected `--` between the nodes of a `graph`'
  if (text === '--' && edge === '->') return 'Unexpected `--`, expected `->` between the nodes of a `digraph`'
  if (text === '>') return `Unexpected \`>\`, expected \`${edge}\``
  if (text === '(') return 'Unexpected `(`, expected `[` before attributes'
  if (type === 'mark' && /^[^\s{}[\];,=:]$/.test(text))
    return `Unexpected \`${text}\`, expected quotes around a name with characters other than letters and digits`
  if (/^(?:node|edge|graph|digraph|subgraph|strict)$/i.test(text))
    return `Unexpected \`${text}\`, expected quotes around a name that is a keyword`
  return `Unexpected \`${short(text)}\``
}

const short = (text: string): string => {
  const line = text.split('\n', 1)[0]?.trim() ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** @param rest the messages that follow, which may name the label's owner */
function placeMarkupError(
  source: string,
  tokens: readonly Token[],
  message: string,
  rest: readonly GraphvizMessage[],
): readonly DiagramProblem[] {
  const owner = rest.flatMap((each) => /^in label of (?:node|edge|graph) ([\s\S]+)$/.exec(each.message)?.[1] ?? [])[0]
  const name = owner?.split(/\s*(?:->|--)\s*/).at(-1)
  const labels = tokens.flatMap((token, index) =>
    token.type === 'html' ? [{ token, name: ownerAt(tokens, index) }] : [],
  )
  const label = labels.find((each) => each.name === name) ?? labels[0]
  if (!label) return []
  const line = Number(/ in line (\d+)/.exec(message)?.[1] ?? 1)
  const start = label.token.start + offsetOfLine(source.slice(label.token.start, label.token.end), line)
  const written = source.slice(start, label.token.end).split('\n', 1)[0] ?? ''
  const text = written.trim()
  const what = message.replace(/ in line \d+.*$/s, '').trim()
  const reason = /^mismatched tag/.test(what)
    ? 'Unexpected tag in a label, expected each tag to be closed'
    : sentence(what)
  const from = start + written.indexOf(text)
  return [{ reason, start: from, end: from + text.length }]
}

/** The name before the bracket or brace that contains a label. */
function ownerAt(tokens: readonly Token[], index: number): string | undefined {
  let depth = 0
  for (let at = index; at > 0; at--) {
    const token = tokens[at]
    if (token?.type !== 'mark') continue
    if (/^[\]}]$/.test(token.text)) depth++
    else if (/^[[{]$/.test(token.text) && depth-- === 0) return tokens[at - 1]?.text
  }
  return undefined
}

const sentence = (text: string): string => `Unexpected label: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
