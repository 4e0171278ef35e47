/** Reads the templates that ship with the extension, when they are first asked for. */

import type * as vscode from 'vscode'
import { parseSnippet, type ResolveVariable } from '../core/template/snippet.ts'
import { parseTemplate, type Template } from '../core/template/template.ts'
import { createVariables } from '../core/template/variables.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { translation } from './localize.ts'
import { giveWay } from './platform.ts'
import { once, readShipped } from './shipped.ts'

/** The templates that ship, read when first asked for: that takes longer than an activation may. */
export interface BuiltIn {
  /** The document types; the linter needs no more. */
  types(): Promise<readonly Template[]>
  /** What is inserted into a document. */
  fragments(): Promise<readonly Fragment[]>
}

export interface Fragment extends Template {
  /** What kind of fragment it is, such as `diagrams`. */
  readonly group: string
}

/** An entry of `dist/templates.json`. */
interface TemplateText {
  readonly name: string
  readonly group?: string
  readonly text: string
}

/** Create the access to the templates. They lie beside the bundle, not in it, so as not to be loaded with it. */
export function createBuiltIn(extensionUri: vscode.Uri): BuiltIn {
  const texts = once(() => readShipped<readonly TemplateText[]>(extensionUri, 'templates.json'))
  return {
    types: once(async () => {
      const types = await readAll((await texts()).filter(({ group }) => group === undefined))
      if (!translation) return types
      const inLanguage = await readShipped<Readonly<Record<string, string>>>(
        extensionUri,
        `templates.${translation.language}.json`,
      )
      return types.map((template) => inWordsOf(inLanguage, template))
    }),
    fragments: once(async () => {
      const fragments = (await texts()).filter(({ group }) => group !== undefined)
      const read = await readAll(fragments)
      return read.map((template, index) => ({ ...template, group: fragments[index]?.group ?? '' }))
    }),
  }
}

/** What a variable of a template stands for where a text is shown and not inserted; VS Code resolves it on insertion. */
export const resolveVariable: ResolveVariable = (name) => createVariables({ now: new Date() })(name)

/** What new documents begin with in the language of the editor; what is asked of them stays the same. */
function inWordsOf(texts: Readonly<Record<string, string>>, template: Template): Template {
  const text = Object.hasOwn(texts, template.id) ? texts[template.id] : undefined
  return text === undefined ? template : { ...template, snippet: parseSnippet(text, resolveVariable) }
}

async function readAll(texts: readonly TemplateText[]): Promise<readonly Template[]> {
  const read: Template[] = []
  for (const { name, text } of texts) {
    await giveWay()
    read.push(parseTemplate(text, name, syntaxes, { resolve: resolveVariable }))
  }
  return read
}
