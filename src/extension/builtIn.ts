/** Reads the templates that ship with the extension, when they are first asked for. */

import type * as vscode from 'vscode'
import { type Language, translatedLanguages } from '../core/document/language.ts'
import { createWords } from '../core/template/inLanguage.ts'
import type { ResolveVariable } from '../core/template/snippet.ts'
import { parseTemplate, type Template } from '../core/template/template.ts'
import { createVariables } from '../core/template/variables.ts'
import type { WordsIn } from '../core/template/words.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { provideWeights, type Weights } from '../review/opinionWeights.ts'
import { giveWay } from './platform.ts'
import { once, readShipped } from './shipped.ts'

/** The templates that ship, read when first asked for: that takes longer than an activation may. */
export interface BuiltIn {
  /** The document types; the linter needs no more. */
  types(): Promise<readonly Template[]>
  /** What is inserted into a document. */
  fragments(): Promise<readonly Fragment[]>
  /** Reads what templates say in a language, so that `wordsIn` has it; nothing for one that nobody has written them in. */
  speak(language: Language): Promise<void>
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

/** An entry of `dist/templates.de.json`: a text by the id of its template. */
type Texts = Readonly<Record<string, string>>

/** Create the access to the templates. They lie beside the bundle, not in it, so as not to be loaded with it. */
export function createBuiltIn(extensionUri: vscode.Uri): BuiltIn {
  const texts = once(() => readShipped<readonly TemplateText[]>(extensionUri, 'templates.json'))
  const spoken = new Map<Language, Texts>()
  const wordsOf = createWords((language) => spoken.get(language), syntaxes, resolveVariable)
  const reading = new Map(
    translatedLanguages.map((language) => [
      language as Language,
      once(async () => {
        spoken.set(language, await readShipped<Texts>(extensionUri, `templates.${language}.json`))
      }),
    ]),
  )
  return {
    types: once(async () => {
      // Without a type no document is judged, and with one its sentences may be.
      const [all, weights] = await Promise.all([texts(), readShipped<Weights>(extensionUri, 'opinion.json')])
      provideWeights(weights)
      const types = await readAll(all.filter(({ group }) => group === undefined))
      return types.map((template) => withWords(template, wordsOf(template.id)))
    }),
    fragments: once(async () => {
      const fragments = (await texts()).filter(({ group }) => group !== undefined)
      const read = await readAll(fragments)
      return read.map((template, index) => ({
        ...withWords(template, wordsOf(template.id)),
        group: fragments[index]?.group ?? '',
      }))
    }),
    speak: async (language) => reading.get(language)?.(),
  }
}

/** What a variable of a template stands for where a text is shown and not inserted; VS Code resolves it on insertion. */
export const resolveVariable: ResolveVariable = (name) => createVariables({ now: new Date() })(name)

const withWords = ({ type, ...template }: Template, wordsIn: WordsIn): Template => ({
  ...template,
  wordsIn,
  ...(type && { type: { ...type, wordsIn } }),
})

async function readAll(texts: readonly TemplateText[]): Promise<readonly Template[]> {
  const read: Template[] = []
  for (const { name, text } of texts) {
    await giveWay()
    read.push(parseTemplate(text, name, syntaxes, { resolve: resolveVariable }))
  }
  return read
}
