/** The preset for remark: all rules, each as its own plugin, so that a `.remarkrc` can set one anew. */

import { type RulePlugin, rulePlugins } from './rules.ts'

const preset: { readonly plugins: RulePlugin[] } = { plugins: Object.values(rulePlugins) }

export default preset
