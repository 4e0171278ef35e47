import { categories, optionsOf, type Rule, severities } from '../src/core/rule.ts'

const severity = { enum: [...severities] }

/** JSON schema of the rule settings: one property a rule, a severity or a list of severity and options. */
export function ruleSettingsSchema(rules: readonly Rule[]): object {
  const properties = Object.fromEntries(
    rules.map((rule) => {
      const { id, description, severity: standard } = rule
      const options = optionsOf(rule)
      const withOptions = {
        type: 'array',
        items: [severity, { type: 'object', properties: options, additionalProperties: false }],
        minItems: 1,
        maxItems: 2,
      }
      return [
        id,
        {
          description: `${description}.`,
          default: standard,
          ...(Object.keys(options).length > 0 ? { anyOf: [severity, withOptions] } : severity),
        },
      ]
    }),
  )
  const groups = categories
    .filter((name) => rules.some(({ category }) => category === name))
    .map((name) => [
      name,
      { description: `All rules of the category ${name}; a rule's own setting is stronger.`, ...severity },
    ])
  return { type: 'object', properties: { ...Object.fromEntries(groups), ...properties }, additionalProperties: false }
}
