/** Finds arrows that begin in one notation and end in another, such as `A -- yes -> B`. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import type { Failure } from './failure.ts'
import { isLinkText } from './inside/tokens.ts'

/** Replaces text in quotes or brackets with blanks, keeping all offsets. */
const bare = (line: string): string =>
  line.replace(/"[^"]*"|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|\|[^|]*\|/g, (text) => ' '.repeat(text.length))

/**
 * In a flowchart, `A -- yes -> B` opens a link that is never closed, and `A->B` opens a flag-shaped label. Both consume
 * the following lines until something appears that they cannot contain.
 */
export const findHalfArrow = (text: string, failure: Failure, kind: string | undefined): DiagramProblem | undefined => {
  const { at, before, expected, isUnreadable } = failure
  if (kind !== 'flowchart' && kind !== 'swimlane') return undefined
  const isInLink = expected.some(isLinkText)
  const isAtLink = isUnreadable && /^\s*(?:--|==|-\.)/.test(text.slice(at))
  const isInFlag = text.slice(before - 2, before) === '->' && text.slice(before, at).includes('\n')
  if (!isInLink && !isAtLink && !isInFlag) return undefined
  for (let start = lineStart(text, isInFlag ? before : at); ; start = lineStart(text, start - 1)) {
    const line = bare(text.slice(start, Math.min(at, lineEnd(text, start))))
    const half = line.search(/(?<![-=.<])->/)
    if (half >= 0) {
      return { reason: 'Unexpected `->`, expected an arrow such as `-->`', start: start + half, end: start + half + 2 }
    }
    const open = /(?<![-=.])(?:--|==|-\.)(?![-=.>])[^-=.>]*$/.exec(line.trimEnd())
    if (open && start < lineStart(text, at)) {
      return {
        reason: 'Unexpected end of the line, expected an arrow',
        start: start + open.index,
        end: start + line.trimEnd().length,
      }
    }
    if (start === 0) return undefined
  }
}
