/** Formats the list of a team's design documents as Markdown tables, for a page in the repository. */

import type { PhrasingContent, RootContent } from 'mdast'
import { linkTo, rowOf, textNode, writeMarkdown } from '../../core/markdown/writeMarkdown.ts'
import {
  dayOf,
  findingWords,
  type OtherDecision,
  type Overview,
  type OverviewEntry,
  overviewSummary,
} from '../../review/overview.ts'

/** Two tables under headings. There are no ages, since they would change every day. */
export const overviewMarkdown = (overview: Overview): string =>
  writeMarkdown([
    { type: 'heading', depth: 1, children: [textNode('Design documents')] },
    { type: 'paragraph', children: [textNode(`${overviewSummary(overview)}.`)] },
    ...table(
      'Designs',
      ['Document', 'Type', 'Status', 'Checklist', 'Last change', 'Findings'],
      overview.designs,
      (entry) => [
        [linkTo(entry.path, entry.title)],
        [textNode(entry.documentType)],
        [textNode(entry.status ?? '')],
        [
          textNode(
            entry.score ? `${entry.score.met} of ${entry.score.met + entry.score.partial + entry.score.missing}` : '',
          ),
        ],
        [textNode(dayOf(entry))],
        [textNode(findingWords(entry))],
      ],
    ),
    ...table(
      'Decisions',
      ['Decision', 'Status', 'Last change', 'Supersedes', 'Superseded by', 'Findings'],
      overview.decisions,
      (entry) => [
        [linkTo(entry.path, entry.title)],
        [textNode(entry.status ?? '')],
        [textNode(dayOf(entry))],
        linksTo(entry.supersedes),
        linksTo(entry.supersededBy),
        [textNode(findingWords(entry))],
      ],
    ),
  ])

function table(
  title: string,
  head: readonly string[],
  entries: readonly OverviewEntry[],
  cellsOf: (entry: OverviewEntry) => readonly (readonly PhrasingContent[])[],
): readonly RootContent[] {
  if (entries.length === 0) return []
  const rows = [rowOf(head.map((words) => [textNode(words)])), ...entries.map((entry) => rowOf(cellsOf(entry)))]
  return [
    { type: 'heading', depth: 2, children: [textNode(title)] },
    { type: 'table', children: rows },
  ]
}

const linksTo = (others: readonly OtherDecision[]): readonly PhrasingContent[] =>
  others.flatMap(({ text, path }, index) => [
    ...(index > 0 ? [textNode(', ')] : []),
    path === undefined ? textNode(text) : linkTo(path, text),
  ])
