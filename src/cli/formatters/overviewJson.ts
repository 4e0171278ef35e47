/** Formats the list of a team's design documents as JSON, as described in docs/json-format.md. */

import { daysSince, type Overview, type OverviewEntry } from '../../review/overview.ts'
import { toJson } from './toJson.ts'

/** Version 1 of the format described in docs/json-format.md. */
export function overviewJson({ designs, decisions, now }: Overview): string {
  const written = ({ lastChange, score, findings, ...entry }: OverviewEntry, kind: string) => ({
    kind,
    ...entry,
    checklist: score ?? null,
    lastChange: lastChange?.toISOString() ?? null,
    ageInDays: daysSince(lastChange, now) ?? null,
    findings: {
      errors: findings.error,
      warnings: findings.warning,
      information: findings.information,
      hints: findings.hint,
    },
  })
  return toJson({
    version: 1,
    documents: [
      ...designs.map((entry) => written(entry, 'design')),
      ...decisions.map((entry) => written(entry, 'decision')),
    ],
  })
}
