/** Finds mistakes that mermaid accepts when parsing but not when drawing. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import type { DrawingData } from './inside/data.ts'
import { isC4 } from './inside/kinds.ts'
import { findOpenBracket } from './unclosed.ts'

/** Whether drawing this kind can fail after successful parsing, in a way that can be detected beforehand. */
export const needsDrawingCheck = (kind: string | undefined): boolean => kind === 'gantt' || isC4(kind)

/** The C4 parser accepts an unclosed call, and drops the rest. */
export const findOpenCalls = (text: string): DiagramProblem[] => {
  const problems: DiagramProblem[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const open = findOpenBracket(line)
    if (open?.closer === ')' && /^\s*\w+\s*$/.test(line.slice(0, open.index)))
      problems.push({
        reason: 'Missing `)` to close this bracket',
        start: offset + open.index,
        end: offset + line.trimEnd().length,
      })
    offset += line.length + 1
  }
  return problems
}

/** Relations of a C4 diagram that refer to unknown elements. */
export const findUnknownAliases = (text: string, data: DrawingData): DiagramProblem[] => {
  const names = (data.getRels?.() ?? []).flatMap(({ from, to }) => [from, to])
  const unknown = new Set(names.filter((name) => data.getC4Shape?.(name) === undefined))
  const problems: DiagramProblem[] = []
  for (const call of text.matchAll(/^\s*(?:Bi)?Rel\w*\s*\(/gm)) {
    let start = call.index + call[0].length
    // An index may precede the two names.
    for (const argument of text.slice(start).split(/[,)\n]/, 3)) {
      const name = argument.trim()
      const from = start + argument.indexOf(name)
      if (unknown.has(name))
        problems.push({ reason: `Unknown element \`${name}\``, start: from, end: from + name.length })
      start += argument.length + 1
    }
  }
  return problems
}
