import { parseTemplate, type Template } from '../core/template.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { templateTexts } from '../generated/templates.ts'
import { giveWay } from './platform.ts'

let templates: Promise<readonly Template[]> | undefined

/** The templates that ship. Read when first asked for, for that takes longer than an activation may. */
export function builtInTemplates(): Promise<readonly Template[]> {
  templates ??= readAll()
  return templates
}

/** What a variable of a template stands for where a text is shown and not inserted; VS Code resolves it on insertion. */
export function resolveVariable(name: string): string | undefined {
  const today = new Date().toISOString()
  const parts: Readonly<Record<string, string>> = {
    CURRENT_YEAR: today.slice(0, 4),
    CURRENT_MONTH: today.slice(5, 7),
    CURRENT_DATE: today.slice(8, 10),
  }
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

async function readAll(): Promise<readonly Template[]> {
  const read: Template[] = []
  for (const { name, text } of templateTexts) {
    await giveWay()
    read.push(parseTemplate(text, name, syntaxes, { resolve: resolveVariable }))
  }
  return read
}
