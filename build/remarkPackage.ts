/** Writes what users of remark import besides the bundles, derived from the rules: a module per rule, and all types. */
import { categories, type OptionSchema, optionsOf, type Rule, severities } from '../src/core/lint/rule.ts'
import { write } from './files.ts'

export async function writeRemarkPackage(rules: readonly Rule[]): Promise<void> {
  await write('dist/remark.d.mts', remarkTypes(rules))
  await write('dist/remark-preset.d.mts', presetTypes)
  for (const { id, description } of rules) {
    const module = ["import { rulePlugins } from '../../remark-rules.mjs'", `export default rulePlugins['${id}']`]
    await write(`dist/remark/rules/${id}.mjs`, lines(module))
    const types = [
      "import type { Plugin } from 'unified'",
      "import type { RuleSetting } from '../../remark.mjs'",
      '',
      `/** ${description}. */`,
      `declare const plugin: Plugin<[(RuleSetting<'${id}'> | boolean)?]>`,
      'export default plugin',
    ]
    await write(`dist/remark/rules/${id}.d.mts`, lines(types))
  }
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`

const presetTypes = lines([
  "import type { Plugin } from 'unified'",
  '',
  '/** All rules, each as its own plugin, so that a `.remarkrc` can set one anew: `["design-docs/remark/rules/no-placeholder", "error"]`. */',
  'declare const preset: { readonly plugins: Plugin<[unknown?]>[] }',
  'export default preset',
])

const remarkTypes = (rules: readonly Rule[]): string => `import type { Plugin } from 'unified'

export type Severity = ${union(severities)}

/** The options of the rules that have some. */
export interface RuleOptions {
${rules.flatMap(optionTypes).join('\n')}
}

/** A rule, or a category that stands for its rules. */
export type RuleName = ${union([...categories, ...rules.map(({ id }) => id)])}

export type RuleSetting<Name extends RuleName> =
  | Severity
  | readonly [Severity]
  | readonly [Severity, Name extends keyof RuleOptions ? RuleOptions[Name] : Readonly<Record<string, never>>]

export interface RemarkOptions {
  /** Take every document for this type; absent: front matter, globs, title and headings say it. */
  readonly documentType?: string
  /** Severity and options by rule or category, as in \`.design-docs/config.json\`, which counts where both speak of a rule. */
  readonly rules?: { readonly [Name in RuleName]?: RuleSetting<Name> }
}

/** All rules as one plugin. */
declare const remarkDesignDocs: Plugin<[RemarkOptions?]>
export { remarkDesignDocs as default }
`

const union = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ')

function optionTypes(rule: Rule): readonly string[] {
  const options = Object.entries(optionsOf(rule))
  if (options.length === 0) return []
  const members = options.map(
    ([name, option]) => `    /** ${option.description} */\n    readonly ${name}?: ${typeOf(option)}`,
  )
  return [`  readonly '${rule.id}': {`, ...members, '  }']
}

const typeOf = ({ type, items }: OptionSchema): string =>
  type === 'array' ? `readonly ${items?.type ?? 'unknown'}[]` : type
