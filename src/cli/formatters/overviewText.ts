/** Formats the list of a team's design documents for people at a terminal. */

import {
  ageOf,
  chainOf,
  dayOf,
  findingWords,
  type Overview,
  type OverviewEntry,
  overviewSummary,
  scoreOf,
} from '../../review/overview.ts'
import type { Paint } from '../colors.ts'
import { alignColumns } from '../table.ts'

/** Formats an overview. The result ends with a line break. */
export type OverviewFormatter = (overview: Overview, paint: Paint) => string

/** Two tables, and a summary line. */
export function overviewText(overview: Overview, paint: Paint): string {
  const { designs, decisions, now } = overview
  const ends = (entry: OverviewEntry) => [entry.status ?? '', dayOf(entry), ageOf(entry, now)]
  const parts = [
    part(
      'Designs',
      designs.map((entry) => [
        scoreOf(entry).padStart(5),
        entry.path,
        entry.documentType,
        ...ends(entry),
        findingWords(entry),
      ]),
      paint,
    ),
    part(
      'Decisions',
      decisions.map((entry) => [entry.path, ...ends(entry), chainOf(entry), findingWords(entry)]),
      paint,
    ),
    `${overviewSummary(overview)}\n`,
  ]
  return parts.filter((each) => each !== '').join('\n')
}

const part = (title: string, rows: readonly (readonly string[])[], paint: Paint): string =>
  rows.length === 0 ? '' : `${paint('underline', title)}\n${alignColumns(rows).replace(/^(?=.)/gm, '  ')}`
