/** Finds what keeps PlantUML from drawing a diagram. */

import { type ParseError, parse } from 'jsonc-parser'
import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { lineEnd } from '../../core/text/lineBounds.ts'
import { rangeOfLine } from '../../core/text/sourceLines.ts'
import { decodeEntities } from '../source/text.ts'
import { missing } from '../source/unclosed.ts'
import type { Draw } from './draw.ts'
import { kindOf } from './kinds.ts'
import { type Prepared, prepare } from './source.ts'

/** Draws a source to see whether PlantUML draws an error message instead. */
export async function findProblems(source: string, draw: Draw): Promise<readonly DiagramProblem[]> {
  const prepared = prepare(source)
  const unclosed = findUnclosed(source, prepared)
  if (unclosed) return [unclosed]
  const svg = await draw(prepared.lines).catch((error: unknown) => error as Error)
  const problem = typeof svg === 'string' ? mistakeIn(svg, source, prepared) : failure(svg, source, prepared)
  return problem ? [problem] : []
}

/** An unclosed diagram or comment, on which PlantUML would fail. */
function findUnclosed(source: string, { lines, first, type }: Prepared): DiagramProblem | undefined {
  const comment = source.lastIndexOf("/'")
  if (comment !== -1 && source.indexOf("'/", comment + 2) === -1)
    return missing({ start: comment, end: lineEnd(source, comment), closer: "'/" })
  if (first === -1 || /^\s*@end/i.test(lines.at(-1) ?? '')) return undefined
  return { reason: `Missing \`@end${type}\``, ...rangeOfLine(source, first + 1) }
}

/**
 * The mistake shown in a picture; undefined if the picture shows the diagram.
 *
 * @param added number of lines that we have added after the first one
 */
export function mistakeIn(svg: string, source: string, prepared: Prepared, added = 0): DiagramProblem | undefined {
  const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = '']) =>
    decodeEntities(text).replace(/\s+/g, ' ').trim(),
  )
  const at = texts.findIndex((text) => /^\[From \w+ \(line \d+\) ?\]$/.test(text))
  if (at !== -1 && texts.some((text) => text.startsWith('PlantUML version '))) {
    const line = Number(/\d+/.exec(texts[at] ?? '')?.[0] ?? 1) - 1
    return explain(texts.at(-1) ?? '', source, prepared, line === 0 ? 0 : line - added)
  }
  const data = texts.map((text) => /^Your data does not sound like (\w+) data$/.exec(text)?.[1]).find(Boolean)
  if (data) return wrongData(data, source, prepared)
  if (texts.some((text) => /^Diagram not supported by this release/.test(text))) return unsupported(source, prepared)
  const crash = texts.find((text) => /^An error has occur+ed/i.test(text))
  return crash === undefined
    ? undefined
    : { reason: 'PlantUML failed on this diagram', ...rangeOfLine(source, prepared.first + 2) }
}

function failure(error: Error, source: string, prepared: Prepared): DiagramProblem {
  if (/Unsupported diagram type/.test(error.message)) return unsupported(source, prepared)
  return { reason: 'PlantUML failed on this diagram', ...rangeOfLine(source, prepared.first + 2) }
}

const unsupported = (source: string, { first, type }: Prepared): DiagramProblem => ({
  reason: `Diagrams that begin with \`@start${type}\` cannot be drawn here`,
  ...rangeOfLine(source, first + 1),
  isUnsupported: true,
})

/** @param line index into the prepared lines */
function explain(said: string, source: string, { lines, first }: Prepared, line: number): DiagramProblem {
  const at = (reason: string, index = line) => ({ reason, ...rangeOfLine(source, first + index + 1) })
  const text = lines[line]?.trim() ?? ''
  const message = said.replace(/\s*\(Assumed diagram type:.*$/, '').replace(/[?.\s]+$/, '')
  if (message === 'Infinite loop') {
    const start = lines.findLastIndex((each, index) => index <= line && /^\s*!(?:while|foreach)\b/.test(each))
    return at('This loop never ends', start === -1 ? line : start)
  }
  const library = /^!include(?:sub|_many|_once)?\s+<(.+)>/.exec(text)?.[1]
  if (library !== undefined)
    return {
      ...at(`The library \`${short(library)}\` is not included, so this diagram cannot be drawn here`),
      isUnsupported: true,
    }
  if (/^cannot (?:include|import|open|read)/i.test(message))
    return { ...at(`\`${short(text)}\` is not read, so this diagram cannot be drawn here`), isUnsupported: true }
  const theme = /^Cannot load theme (\S+)/.exec(message)?.[1]
  if (theme !== undefined) return at(`Unknown theme \`${short(theme)}\``)
  if (message === 'Empty description') return at('This diagram is empty')
  if (/^Cannot (?:create group|find if|find)$/i.test(message))
    return at(`Unexpected \`${short(text)}\`, nothing is open here`)
  if (!/^(?:Syntax Error|Fatal parsing error|)$/.test(message))
    return at(message.charAt(0).toUpperCase() + message.slice(1))
  if (text.endsWith('{') && countOf('{', lines, line) > countOf('}', lines, line))
    return at('Missing `}` to close this bracket')
  // PlantUML guesses the kind, wrongly so if the mistake is on the first line.
  const kind = /\(Assumed diagram type: (\w+)\)/.exec(said)?.[1]
  const isKind = kind !== undefined && kindOf(source)?.startsWith(kind)
  return at(`Unexpected \`${short(text)}\`${isKind ? `, expected a line of ${article(kind)} diagram` : ''}`)
}

const countOf = (letter: string, lines: readonly string[], from: number): number =>
  lines.slice(from).join('').split(letter).length - 1

const article = (kind: string): string => `${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`

const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 49)}…` : text).replaceAll('`', "'")

/** For JSON, a parser tells the line; for other formats, the problem is at the start of the data. */
function wrongData(format: string, source: string, { lines, first }: Prepared): DiagramProblem {
  const body = lines.slice(1, -1).join('\n')
  const reason = `Unexpected text, expected ${format}`
  const mistakes: ParseError[] = []
  if (format === 'JSON') parse(body, mistakes, { disallowComments: true })
  const line = body.slice(0, mistakes[0]?.offset ?? 0).split('\n').length
  return { reason, ...rangeOfLine(source, first + 1 + line) }
}
