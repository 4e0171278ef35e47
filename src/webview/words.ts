/** The panel's own words, in the language of the editor. */

import { type Catalogue, createTranslator, fill, placesOf } from '../core/text/translate.ts'

/** The page has it where the editor does not speak English. */
const catalogue: Catalogue = JSON.parse(globalThis.document?.getElementById('panel')?.dataset['words'] ?? '{}')

/** A text of the panel: `` t`Line ${line}` `` is looked up as `Line {0}` in `l10n/`. */
export function t(pieces: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const english = placesOf(pieces)
  return fill(catalogue[english] ?? english, Object.fromEntries(values.entries()))
}

/** A text that an engine or the core made in English; as it is where it is not known. */
export const translated: (text: string) => string = createTranslator(catalogue)
