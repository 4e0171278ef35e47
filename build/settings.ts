import { categories, optionsOf, type Rule, severities } from '../src/core/lint/rule.ts'
import { severityWords } from './ruleHeader.ts'

// Without `type`, the settings editor shows no list to choose from.
const severity = {
  type: 'string',
  enum: [...severities],
  enumDescriptions: [
    'Red in the Problems panel; the command line exits with 1',
    'Yellow in the Problems panel',
    'Blue in the Problems panel',
    'Dots under the words, nothing in the Problems panel',
    'Not checked',
  ],
}

/** What each category contains, for the descriptions of its setting. */
const groups: Readonly<Record<(typeof categories)[number], string>> = {
  structure: 'sections, placeholders and choices',
  checklist: 'what a reviewer asks of a design',
  'red-flag': 'what makes a design risky',
  decision: 'decision records',
  c4: 'designs by C4 levels and their tables',
  agreement: 'figures, diagrams and text that must agree',
  silencing: 'disable comments',
}

/**
 * The JSON schema of the rule settings: one property per rule or category, with a severity as its value.
 *
 * @param hasOptions whether a value may also be a list of severity and options, which the settings editor could not
 *   show
 */
export function ruleSettingsSchema(rules: readonly Rule[], hasOptions: boolean): object {
  const ofCategories = usedCategories(rules).map((name) => [
    name,
    { description: `All rules about ${groups[name]}. A rule's own setting takes precedence.`, ...severity },
  ])
  const ofRules = rules.map((rule) => [
    rule.id,
    { ...about(rule), ...(hasOptions && Object.keys(optionsOf(rule)).length > 0 ? withOptions(rule) : severity) },
  ])
  return { type: 'object', properties: Object.fromEntries([...ofCategories, ...ofRules]), additionalProperties: false }
}

/** The JSON schema of severities by status: for any status, one severity, or severities by rule and category. */
export function severityByStatusSchema(rules: readonly Rule[]): object {
  const names = [...usedCategories(rules), ...rules.map(({ id }) => id)]
  return {
    type: 'object',
    additionalProperties: {
      anyOf: [
        { description: 'No rule is more severe than this.', ...severity },
        { type: 'object', propertyNames: { enum: names }, additionalProperties: severity },
      ],
    },
    defaultSnippets: [
      { label: '"draft": { … }', body: { draft: { [`\${1:${names.at(-1)}}`]: '${2:hint}' } } },
      { label: '"superseded": "hint"', body: { superseded: '${1:hint}' } },
    ],
  }
}

const usedCategories = (rules: readonly Rule[]) =>
  categories.filter((name) => rules.some(({ category }) => category === name))

const about = (rule: Rule) => ({
  description: `${rule.description}. Unless set: ${severityWords(rule)}.`,
  default: rule.severity,
})

function withOptions(rule: Rule): object {
  const options = optionsOf(rule)
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))
  return {
    anyOf: [
      severity,
      {
        type: 'array',
        items: [severity, { type: 'object', properties: options, additionalProperties: false }],
        minItems: 1,
        maxItems: 2,
      },
    ],
    defaultSnippets: [{ label: `["${rule.severity}", { … }]`, body: [rule.severity, defaults] }],
  }
}
