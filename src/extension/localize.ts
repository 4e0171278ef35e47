/** Translates English texts into the language of the editor. */

import * as vscode from 'vscode'
import { type Catalogue, createTranslator, placesOf } from '../core/text/translate.ts'

/** The language of the editor and its texts; undefined for English, or if there is no translation. */
export const translation: { readonly language: string; readonly words: Catalogue } | undefined = vscode.l10n.bundle && {
  language: vscode.env.language,
  words: vscode.l10n.bundle,
}

/**
 * A translated text of the editor: `` t`Linting ${path}` `` is looked up as `Linting {0}` in `l10n/`.
 *
 * @returns the English text if there is no translation
 */
export const t = (pieces: TemplateStringsArray, ...values: readonly unknown[]): string =>
  vscode.l10n.t(placesOf(pieces), Object.fromEntries(values.map((value, place) => [place, String(value)])))

/** A number as the language of our texts writes it. */
export const figure = (value: number): string => value.toLocaleString(translation?.language ?? 'en')

/**
 * Translates an English text of the core, such as the reason of a finding; returns it unchanged if there is no
 * translation.
 */
export const translated: (text: string) => string = translation ? createTranslator(translation.words) : (text) => text
