/** Explains a diagram whose first word is not a kind that mermaid knows. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { nearestHeader } from './inside/kinds.ts'
import { type MappedText, toSource } from './mappedText.ts'

/** The problem of a diagram that does not begin with a kind that mermaid knows. */
export const explainHeader = (source: string, body: MappedText, kind: string | undefined): DiagramProblem => {
  const open = source.lastIndexOf('%%{')
  if (body.text === '' && open >= 0 && !source.includes('}%%', open)) {
    return {
      reason: 'Missing `}%%` to close this directive',
      start: open,
      end: open + (/.*/.exec(source.slice(open))?.[0].trimEnd().length ?? 0),
    }
  }
  if (body.text.startsWith('---')) {
    const near = /\n[^\S\n]*(--|-{4,})[^\S\n]*(?=\n)/.exec(body.text)
    const start = near ? near.index + near[0].length - (near[1]?.length ?? 0) : 0
    return toSource(body, { reason: 'Missing `---` to close the front matter', start, end: start + 2 })
  }
  const line = body.text.split('\n', 1)[0]?.trimEnd() ?? ''
  const word = /^\S*/.exec(line)?.[0] ?? ''
  if (!word)
    return {
      reason: 'Missing diagram type, for example `flowchart`',
      start: 0,
      end: source.trimEnd().length,
    }
  if (kind)
    return toSource(body, {
      reason: `The diagram type \`${kind}\` needs a mermaid add-on that is not included`,
      start: 0,
      end: word.length,
    })
  const isName = /^[\w-]+/.exec(word)?.[0] ?? word
  return toSource(body, {
    reason: `Unknown diagram type \`${word}\`, expected for example \`${nearestHeader(isName)}\``,
    start: 0,
    end: word.length,
  })
}
