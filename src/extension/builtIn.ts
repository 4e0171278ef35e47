/** Provides the built-in templates: each document type is parsed when it is needed, and the fragments together. */

import type * as vscode from 'vscode'
import { finish } from '../core/data/steps.ts'
import { type Language, translatedLanguages } from '../core/document/language.ts'
import { createWords } from '../core/template/inLanguage.ts'
import type { ResolveVariable } from '../core/template/snippet.ts'
import { fromSummary, type TemplateSummary } from '../core/template/summary.ts'
import { type Template, templateSteps } from '../core/template/template.ts'
import { createVariables } from '../core/template/variables.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { provideWeights, type Weights } from '../review/opinionWeights.ts'
import { giveWay } from './platform.ts'
import { once, readShipped } from './shipped.ts'

/** The built-in templates. Their file is read on first use, since reading it takes longer than an activation may. */
export interface BuiltIn {
  /** The document types, which are all that the linter needs. */
  types(): Promise<readonly Template[]>
  /** What can be inserted into a document. */
  fragments(): Promise<readonly Fragment[]>
  /** Loads the templates' texts in a language, for `wordsIn` to return; does nothing if there is no translation. */
  loadLanguage(language: Language): Promise<void>
}

export interface Fragment extends Template {
  /** The kind of fragment, such as `diagrams`. */
  readonly group: string
}

/** An entry of `dist/templates.json`. */
interface TemplateText {
  readonly name: string
  readonly group?: string
  readonly text: string
  /** Only of a document type. */
  readonly summary?: TemplateSummary
}

/** The contents of `dist/templates.de.json`: texts by template id. */
type Texts = Readonly<Record<string, string>>

/** Creates the access to the templates. They are in files beside the bundle, so that they are not loaded with it. */
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
      // Without types no document is judged, and judging one may need the weights.
      const [all, weights] = await Promise.all([texts(), readShipped<Weights>(extensionUri, 'opinion.json')])
      provideWeights(weights)
      // Parsing every template would take the extension host about a second, and most documents need one or none.
      return all.flatMap((each) =>
        each.summary ? [fromSummary(each.summary, () => stepsOf(each), wordsOf(each.summary.id))] : [],
      )
    }),
    fragments: once(async () => {
      const fragments = (await texts()).filter(({ group }) => group !== undefined)
      const read: Fragment[] = []
      for (const each of fragments) {
        await giveWay()
        const template = finish(stepsOf(each))
        read.push({ ...template, wordsIn: wordsOf(template.id), group: each.group ?? '' })
      }
      return read
    }),
    loadLanguage: async (language) => reading.get(language)?.(),
  }
}

/** The value of a template variable where a text is only shown; on insertion, VS Code resolves it itself. */
export const resolveVariable: ResolveVariable = (name) => createVariables({ now: new Date() })(name)

const stepsOf = ({ name, text }: TemplateText): Generator<void, Template> =>
  templateSteps(text, name, syntaxes, { resolve: resolveVariable })
