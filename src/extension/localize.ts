/** Says to the person at the editor, in the language of the editor, what is written in English here. */

import * as vscode from 'vscode'
import { type Catalogue, createTranslator, placesOf } from '../core/text/translate.ts'

/** The language of the editor, and what is said in it; undefined where that is English, or a language that nobody has written down. */
export const translation: { readonly language: string; readonly words: Catalogue } | undefined = vscode.l10n.bundle && {
  language: vscode.env.language,
  words: vscode.l10n.bundle,
}

/**
 * A text of the editor: `` t`Linting ${path}` `` is looked up as `Linting {0}` in `l10n/`.
 *
 * @returns the English text where the language of the editor has no other
 */
export const t = (pieces: TemplateStringsArray, ...values: readonly unknown[]): string =>
  vscode.l10n.t(placesOf(pieces), Object.fromEntries(values.map((value, place) => [place, String(value)])))

/** A text that the core made in English, such as the reason of a finding; as it is where it is not known. */
export const translated: (text: string) => string = translation ? createTranslator(translation.words) : (text) => text
