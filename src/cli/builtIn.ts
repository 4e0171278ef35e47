/** Gives the command line the document types that ship with it. */

import { parseTemplate } from '../core/template/template.ts'
import { rules } from '../generated/rules.ts'
import { syntaxes as engines } from '../generated/syntaxes.ts'
import { templateTexts } from '../generated/templates.ts'

export { engines, rules }

/** The document types that ship; the fragments to insert are for the editor. */
export const templates = templateTexts
  .filter(({ group }) => group === undefined)
  .map(({ name, text }) => parseTemplate(text, name, engines))
