/** Counts findings by severity. */

import type { LintMessage } from '../core/lint/lint.ts'

/** The number of findings of each severity. */
export type Tally = Readonly<Record<LintMessage['severity'], number>>

export function tallyOf(messages: readonly Pick<LintMessage, 'severity'>[]): Tally {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { severity } of messages) counts[severity]++
  return counts
}
