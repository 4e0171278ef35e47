/** Works out what each rule's severity and options are, from all layers of settings. */

import { createRecord, isRecord } from '../data/records.ts'
import { isDraft, isSeverity } from '../document/stage.ts'
import { type OptionSchema, optionsOf, type Rule, type Severity } from './rule.ts'

/** What a layer says of a rule, or of a category such as `red-flag`, which stands for all its rules. */
export interface RuleSetting {
  readonly severity: Severity
  /** As they were given, unchecked. */
  readonly options: Readonly<Record<string, unknown>>
}

/** By the id of a rule or the name of a category; has no prototype. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** As people write them: `"rule-id": "warning"` or `"rule-id": ["warning", { … }]`. */
export type WrittenSettings = Readonly<
  Record<string, Severity | readonly [Severity] | readonly [Severity, Readonly<Record<string, unknown>>]>
>

/** A severity and options, merged from all layers. */
export interface ResolvedRule {
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * The only way from an unchecked value, whether it comes from a config, front matter, an editor or remark, to a setting.
 *
 * @returns undefined where there is no severity; options that are no object are left out
 */
export function toRuleSetting(value: unknown): RuleSetting | undefined {
  const [severity, options]: readonly unknown[] = Array.isArray(value) ? value : [value]
  return isSeverity(severity) ? { severity, options: isRecord(options) ? options : {} } : undefined
}

/** Rule settings from an unchecked value. Wrong parts are left out. */
export const toRuleSettings = (value: unknown): RuleSettings =>
  createRecord(
    Object.entries(isRecord(value) ? value : {}).flatMap(([name, written]) => {
      const setting = toRuleSetting(written)
      return setting ? [[name, setting] as const] : []
    }),
  )

/**
 * Merge rule settings, the last layer strongest: rule default ← document type ← editor ← config file ← its overrides. Within
 * a layer a rule's own setting is stronger than its category's. Options that do not fit their schema change nothing.
 *
 * @param stage as `stageOf` says it
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

/** Whether a rule can use a value as one of its options. */
export function fits({ type, items, minimum = -Infinity }: OptionSchema, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value) && (!items || value.every((item) => typeof item === items.type))
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= minimum
  return typeof value === type
}
