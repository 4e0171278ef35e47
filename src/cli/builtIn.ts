/** Provides the command line with the built-in document types. */

import { fromSummary } from '../core/template/summary.ts'
import { templateSteps } from '../core/template/template.ts'
import { rules } from '../generated/rules.ts'
import { typeSummaries } from '../generated/summaries.ts'
import { syntaxes as engines } from '../generated/syntaxes.ts'
import { templateTexts } from '../generated/templates.ts'
import { wordsOf } from './templateWords.ts'

export { engines, rules }

/**
 * The built-in document types, without fragments, which only the editor uses. Templates are parsed on demand, since
 * parsing all of them takes longer than linting a short document.
 */
export const templates = templateTexts.flatMap(({ name, text }) => {
  const summary = typeSummaries[name]
  return summary ? [fromSummary(summary, () => templateSteps(text, name, engines), wordsOf(summary.id))] : []
})
