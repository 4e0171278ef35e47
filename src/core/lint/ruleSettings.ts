/** Resolves the severity and options of each rule from all layers of settings. */

import { createRecord, isRecord } from '../data/records.ts'
import { isDraft } from '../document/stage.ts'
import { type OptionSchema, optionsOf, type Rule, type Severity } from './rule.ts'
import { isSeverity } from './severityByStatus.ts'

/** What a layer sets for a rule, or for a category such as `red-flag`, which stands for all of its rules. */
export interface RuleSetting {
  readonly severity: Severity
  /** As given, unchecked. */
  readonly options: Readonly<Record<string, unknown>>
}

/** Keyed by rule id or category name; has no prototype. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Settings as written: `"rule-id": "warning"` or `"rule-id": ["warning", { … }]`. */
export type WrittenSettings = Readonly<
  Record<string, Severity | readonly [Severity] | readonly [Severity, Readonly<Record<string, unknown>>]>
>

/** Severity and options, merged from all layers. */
export interface ResolvedRule {
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * Convert an unchecked value, from a config, front matter, an editor or remark, to a setting. The only function that
 * does so.
 *
 * @returns undefined if there is no valid severity; options that are not an object are dropped
 */
export function toRuleSetting(value: unknown): RuleSetting | undefined {
  const [severity, options]: readonly unknown[] = Array.isArray(value) ? value : [value]
  return isSeverity(severity) ? { severity, options: isRecord(options) ? options : {} } : undefined
}

/** Rule settings from an unchecked value. Invalid parts are dropped. */
export const toRuleSettings = (value: unknown): RuleSettings =>
  createRecord(
    Object.entries(isRecord(value) ? value : {}).flatMap(([name, written]) => {
      const setting = toRuleSetting(written)
      return setting ? [[name, setting] as const] : []
    }),
  )

/**
 * Merge rule settings, last layer strongest: rule default ← document type ← editor ← config file ← its overrides ←
 * front matter. Within a layer, a rule's own setting overrides its category's. Options that do not match their schema
 * are ignored.
 *
 * @param stage as in `Stages`: a status folded by `stageKey`, or `none`
 */
export function resolveRule(rule: Rule, layers: readonly RuleSettings[], stage = ''): ResolvedRule {
  const schemas = Object.entries(optionsOf(rule))
  const options = Object.fromEntries(schemas.map(([name, option]) => [name, option.default]))
  let severity = (isDraft(stage) ? rule.severityInDraft : undefined) ?? rule.severity
  for (const layer of layers) {
    const setting = layer[rule.id] ?? layer[rule.category]
    if (!setting) continue
    severity = setting.severity
    for (const [name, schema] of schemas) {
      const value = Object.hasOwn(setting.options, name) ? setting.options[name] : undefined
      if (fits(schema, value)) options[name] = value
    }
  }
  return { severity, options }
}

/** Whether a value is valid for an option. */
export function fits({ type, items, minimum = -Infinity }: OptionSchema, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value) && (!items || value.every((item) => typeof item === items.type))
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= minimum
  return typeof value === type
}
