import { parseTemplate } from '../core/template.ts'
import { rules } from '../generated/rules.ts'
import { syntaxes as engines } from '../generated/syntaxes.ts'
import { templateTexts } from '../generated/templates.ts'

export { engines, rules }

/** The templates that ship. */
export const templates = templateTexts.map(({ name, text }) => parseTemplate(text, name, engines))
