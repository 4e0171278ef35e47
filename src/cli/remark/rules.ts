/** The plugins for remark of single rules, by the ids of these. */

import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { isRecord } from '../../core/data/records.ts'
import type { Rule, Severity } from '../../core/lint/rule.ts'
import { rules } from '../builtIn.ts'
import { takePart } from './run.ts'

/** A severity, or one with options; or, as for rules of remark-lint, `"warn"`, `1` and `2`. `false` and `0` turn it off. */
export type RulePlugin = Plugin<[unknown?], Root>

/** By rule. Several in a processor are one run. */
export const rulePlugins: Readonly<Record<string, RulePlugin>> = Object.fromEntries(
  rules.map((rule) => [rule.id, pluginOf(rule)]),
)

function pluginOf(rule: Rule): RulePlugin {
  const { id } = rule
  const plugin: RulePlugin = function (given) {
    const setting = settingOf(given, rule)
    return takePart(this, (wishes) => {
      wishes.ruleIds.add(id)
      if (setting !== undefined) wishes.settings = { ...wishes.settings, [id]: setting }
    })
  }
  // Tools that list plugins show it.
  Object.defineProperty(plugin, 'name', { value: `design-docs:${id}` })
  return plugin
}

/** What our settings say, from what a `.remarkrc` says. Undefined for what says nothing. */
function settingOf(given: unknown, { severity }: Rule): unknown {
  // Options alone.
  if (isRecord(given)) return [severity, given]
  const [first, ...rest]: readonly unknown[] = Array.isArray(given) ? given : [given]
  const word = typeof first === 'string' || typeof first === 'number' ? words.get(first) : undefined
  return word === undefined ? given : [word, ...rest]
}

/** What remark-lint calls severities. */
const words: ReadonlyMap<string | number, Severity> = new Map<string | number, Severity>([
  ['warn', 'warning'],
  [0, 'off'],
  [1, 'warning'],
  [2, 'error'],
])
