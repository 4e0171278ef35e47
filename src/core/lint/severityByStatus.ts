/** Determines how severe findings are at a document's stage. */

import { createRecord, isRecord } from '../data/records.ts'
import { stageKey } from '../document/stage.ts'
import { type Rule, type Severity, severities } from './rule.ts'

/**
 * Severities by document status: a single severity is an upper limit for all rules; an object sets the severity of
 * individual rules and categories. Neither enables a rule that is off. Keys are folded by `stageKey`.
 */
export type SeverityByStatus = Readonly<Record<string, Severity | Readonly<Record<string, Severity>>>>

/**
 * The severity of a rule at a stage.
 *
 * @param layers strongest first; the first that has a severity for the rule decides
 */
export function severityAt(
  stage: string,
  { id, category }: Pick<Rule, 'id' | 'category'>,
  severity: Severity,
  layers: readonly SeverityByStatus[],
): Severity {
  if (severity === 'off') return severity
  for (const layer of layers) {
    const said = Object.hasOwn(layer, stage) ? layer[stage] : undefined
    if (typeof said === 'string') return mildest(severity, said)
    const key = said && [id, category].find((name) => Object.hasOwn(said, name))
    if (said && key !== undefined) return said[key] ?? severity
  }
  return severity
}

const mildest = (a: Severity, b: Severity): Severity => (severities.indexOf(a) > severities.indexOf(b) ? a : b)

export const isSeverity = (value: unknown): value is Severity => severities.some((severity) => severity === value)

/** Severities by status from an unchecked value, such as an editor setting. Invalid parts are dropped. */
export function toSeverityByStatus(value: unknown): SeverityByStatus {
  const read: [string, SeverityByStatus[string]][] = []
  for (const [status, said] of recordOf(value)) {
    const single = recordOf(said).filter((entry): entry is [string, Severity] => isSeverity(entry[1]))
    if (isSeverity(said)) read.push([stageKey(status), said])
    else if (single.length > 0) read.push([stageKey(status), createRecord(single)])
  }
  return createRecord(read)
}

const recordOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) ? Object.entries(value) : []
