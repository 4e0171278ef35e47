/** Gives the command line the document types that ship with it. */

import { fromSummary } from '../core/template/summary.ts'
import { parseTemplate } from '../core/template/template.ts'
import { rules } from '../generated/rules.ts'
import { typeSummaries } from '../generated/summaries.ts'
import { syntaxes as engines } from '../generated/syntaxes.ts'
import { templateTexts } from '../generated/templates.ts'
import { wordsOf } from './templateWords.ts'

export { engines, rules }

/** The document types that ship; the fragments to insert are for the editor. Reading them all takes longer than a short document. */
export const templates = templateTexts.flatMap(({ name, text }) => {
  const summary = typeSummaries[name]
  return summary ? [fromSummary(summary, () => parseTemplate(text, name, engines), wordsOf(summary.id))] : []
})
