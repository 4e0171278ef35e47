/** Generates a Markdown table of the decisions in a folder. */

import { linkTo, rowOf, textNode, writeMarkdown } from '../markdown/writeMarkdown.ts'
import { resolveFrom } from '../text/relativePath.ts'
import type { Decision } from './record.ts'

/** A decision and its path. */
export interface ListedDecision extends Decision {
  /** Relative to the file that contains the table, with `/`. */
  readonly path: string
}

/** A Markdown table of decisions, sorted by number; those without one last, by path. */
export function decisionTable(decisions: readonly ListedDecision[]): string {
  const sorted = decisions.toSorted(
    (a, b) =>
      (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) || (a.path < b.path ? -1 : 1),
  )
  const rows = sorted.map(({ number, title, path, status = '', date = '', supersededBy }) =>
    rowOf([
      [textNode(String(number ?? ''))],
      [linkTo(path, title)],
      [textNode(status)],
      [textNode(date)],
      supersededBy.flatMap(({ text, target }, index) => [
        ...(index > 0 ? [textNode(', ')] : []),
        target ? linkTo(linkFrom(path, target), text) : textNode(text),
      ]),
    ]),
  )
  const head = rowOf(['Number', 'Decision', 'Status', 'Date', 'Superseded by'].map((words) => [textNode(words)]))
  return writeMarkdown([{ type: 'table', align: ['right'], children: [head, ...rows] }])
}

/** A link from the file with the table. One that begins at the root of a site is the same in every file. */
const linkFrom = (path: string, target: string): string => (target.startsWith('/') ? target : resolveFrom(path, target))
