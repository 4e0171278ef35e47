/** Reads YAML errors in a diagram's front matter. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { missing } from '../source/unclosed.ts'
import { isYamlError } from './inside/messages.ts'
import { findUnclosedQuote } from './unclosed.ts'

/** A YAML error in the front matter, with offsets in it; undefined for any other error. */
export const readYamlError = (frontMatter: string, error: unknown): DiagramProblem | undefined => {
  if (!isYamlError(error)) return undefined
  const { mark, reason } = error
  const quote = findUnclosedQuote(frontMatter, frontMatter.length, undefined)
  if (quote) return missing(quote)
  const lines = frontMatter.split('\n')
  // An error after the end is caused by the last line.
  const told = Math.min(mark?.line ?? 0, lines.length - 1)
  // A key without a colon is only noticed on the lines that should belong to it.
  const above = lines[told - 1] ?? ''
  const index = told > 0 && /^\s*[\w-]+[^:]*$/.test(above) && !/^\s*-\s/.test(above) ? told - 1 : told
  const line = lines[index] ?? ''
  const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
  return {
    reason: `The front matter is not valid YAML: ${reason}`,
    start: start + line.length - line.trimStart().length,
    end: start + line.trimEnd().length,
  }
}
