/** The panel's texts, in the language of the editor. */

import { type Catalogue, createTranslator, fill, placesOf } from '../core/text/translate.ts'

/** Part of the page if the editor's language is not English. */
const catalogue: Catalogue = JSON.parse(globalThis.document?.getElementById('panel')?.dataset['words'] ?? '{}')

/** A translated text of the panel: `` t`Line ${line}` `` is looked up as `Line {0}` in `l10n/`. */
export function t(pieces: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const english = placesOf(pieces)
  return fill(catalogue[english] ?? english, Object.fromEntries(values.entries()))
}

/** Translates an English text from an engine or the core; returns it unchanged if there is no translation. */
export const translated: (text: string) => string = createTranslator(catalogue)
