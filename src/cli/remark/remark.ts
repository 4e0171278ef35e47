/** The plugin for remark: reports our findings among those of remark-lint. */

import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { isRecord } from '../../core/data/records.ts'
import type { WrittenSettings } from '../../core/lint/ruleSettings.ts'
import { takePart } from './run.ts'

export interface RemarkOptions {
  /** Take every document for this type; absent: front matter, globs, title and headings say it. */
  readonly documentType?: string
  /** Severity and options by rule id, as in `.design-docs/config.json`, which counts where both speak of a rule. */
  readonly rules?: WrittenSettings
}

/**
 * The rules as one remark plugin, for a `.remarkrc`: `"plugins": [["design-docs/remark", { "rules": { … } }]]`. The team's files hold as
 * on the command line, and are read once.
 */
const remarkDesignDocs: Plugin<[RemarkOptions?], Root> = function (given) {
  // A `.remarkrc` may say anything.
  const { documentType, rules }: { readonly [K in keyof RemarkOptions]: unknown } = isRecord(given) ? given : {}
  return takePart(this, (wishes) => {
    wishes.isForAll = true
    wishes.documentType = documentType
    // What is said to a rule's own plugin is stronger, whichever comes first.
    wishes.settings = { ...(isRecord(rules) ? rules : {}), ...wishes.settings }
  })
}

export default remarkDesignDocs
