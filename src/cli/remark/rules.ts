/** The remark plugins for single rules, by rule id. */

import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { isRecord } from '../../core/data/records.ts'
import type { Rule, Severity } from '../../core/lint/rule.ts'
import { rules } from '../builtIn.ts'
import { takePart } from './run.ts'

/**
 * Takes a severity, alone or with options; also, as for rules of remark-lint, `"warn"`, `1` and `2`. `false` and `0`
 * turn the rule off.
 */
export type RulePlugin = Plugin<[unknown?], Root>

/** By rule id. All plugins in a processor share one run. */
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
  // Shown by tools that list plugins.
  Object.defineProperty(plugin, 'name', { value: `design-docs:${id}` })
  return plugin
}

/** Converts a setting in a `.remarkrc` to the form of our config; undefined if none is given. */
function settingOf(given: unknown, { severity }: Rule): unknown {
  // Options without a severity.
  if (isRecord(given)) return [severity, given]
  const [first, ...rest]: readonly unknown[] = Array.isArray(given) ? given : [given]
  const word = typeof first === 'string' || typeof first === 'number' ? words.get(first) : undefined
  return word === undefined ? given : [word, ...rest]
}

/** The severities of remark-lint. */
const words: ReadonlyMap<string | number, Severity> = new Map<string | number, Severity>([
  ['warn', 'warning'],
  [0, 'off'],
  [1, 'warning'],
  [2, 'error'],
])
