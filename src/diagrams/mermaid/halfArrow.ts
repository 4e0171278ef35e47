/** Finds arrows of other notations, such as `A -> B`, and those that end in another one, such as `A -- yes -> B`. */

import type { DiagramEdit, DiagramFix, DiagramProblem } from '../../core/diagrams/engine.ts'
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
  const foreign = findForeignArrow(text, at)
  if (foreign) return foreign
  const isInLink = expected.some(isLinkText)
  const isAtLink = isUnreadable && /^\s*(?:--|==|-\.)/.test(text.slice(at))
  const isInFlag =
    text.slice(before - 2, before) === '->' && (text.slice(before, at).includes('\n') || text.slice(at).trim() === '')
  if (!isInLink && !isAtLink && !isInFlag) return undefined
  for (let start = lineStart(text, isInFlag ? before : at); ; start = lineStart(text, start - 1)) {
    const line = bare(text.slice(start, Math.min(at, lineEnd(text, start))))
    const half = line.search(/(?<![-=.<])->/)
    if (half >= 0) {
      return { reason: unexpected('->'), start: start + half, end: start + half + 2 }
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

const unexpected = (arrow: string): string => `Unexpected \`${arrow}\`, expected an arrow such as \`-->\``
const isAboutArrow = (reason: string): boolean => reason.endsWith(', expected an arrow such as `-->`')

/** Arrows that other notations have, or that a word processor writes. */
const foreign = /(?<![-=.<])(?:[-=—–]>|→)(?![>|])/g

/** The arrow of another notation at which a parser stopped, or in whose middle it did. */
function findForeignArrow(text: string, at: number): DiagramProblem | undefined {
  const start = lineStart(text, at)
  const line = bare(text.slice(start, lineEnd(text, at)))
  for (const { index, 0: arrow } of line.matchAll(foreign)) {
    const from = start + index
    const to = from + arrow.length
    // The parser may name the blanks before it.
    if (at <= to && text.slice(Math.min(at, from), from).trim() === '' && from - at < 20)
      return { reason: unexpected(arrow), start: from, end: to }
  }
  return undefined
}

/** The number of arrows that a fix mends at most, which limits its time. */
const most = 50

/**
 * The fix for such an arrow and for those that follow; undefined for other problems, and if the parser gets no further.
 *
 * @param attempt returns the first problem of a source; undefined if there is none
 */
export async function mendArrows(
  source: string,
  problem: DiagramProblem,
  attempt: (source: string) => Promise<DiagramProblem | undefined>,
): Promise<DiagramFix | undefined> {
  const edits: DiagramEdit[] = []
  let text = source
  let next: DiagramProblem | undefined = problem
  while (next && isAboutArrow(next.reason) && edits.length < most) {
    const { start, end }: DiagramProblem = next
    const mended = `${text.slice(0, start)}-->${text.slice(end)}`
    next = await attempt(mended)
    if (next && next.start <= start) break
    // All edits so far are before this arrow.
    const shift = text.length - source.length
    edits.push({ start: start - shift, end: end - shift, newText: '-->' })
    text = mended
  }
  return edits.length === 0 ? undefined : { title: 'Write `-->`', edits }
}
