/** The remark plugin: reports our findings among those of remark-lint. */

import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { isRecord } from '../../core/data/records.ts'
import type { WrittenSettings } from '../../core/lint/ruleSettings.ts'
import { mistakesInForm } from './mistakes.ts'
import { takePart } from './run.ts'

export interface RemarkOptions {
  /** Treat every document as this type; absent: it is determined by front matter, globs, title and headings. */
  readonly documentType?: string
  /** Severity and options by rule id, as in `.design-docs/config.json`, which takes precedence. */
  readonly rules?: WrittenSettings
}

/**
 * All rules as one remark plugin, for a `.remarkrc`: `"plugins": [["design-docs/remark", { "rules": { … } }]]`. The
 * team's files apply as on the command line, and are read once.
 */
const remarkDesignDocs: Plugin<[RemarkOptions?], Root> = function (given) {
  // A `.remarkrc` may contain anything.
  const { documentType, rules }: { readonly [K in keyof RemarkOptions]: unknown } = isRecord(given) ? given : {}
  return takePart(this, (wishes) => {
    wishes.isForAll = true
    wishes.documentType = documentType
    wishes.mistakes = mistakesInForm(given)
    // The settings of a rule's own plugin take precedence, whatever the order of the plugins.
    wishes.settings = { ...(isRecord(rules) ? rules : {}), ...wishes.settings }
  })
}

export default remarkDesignDocs
