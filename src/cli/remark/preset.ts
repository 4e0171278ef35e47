/** The preset for remark: every rule as its own plugin, so that a `.remarkrc` can override each one. */

import { type RulePlugin, rulePlugins } from './rules.ts'

const preset: { readonly plugins: RulePlugin[] } = { plugins: Object.values(rulePlugins) }

export default preset
