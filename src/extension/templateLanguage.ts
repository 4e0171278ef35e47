/** Determines the language of a new document. */

import * as vscode from 'vscode'
import { isLanguage, type Language } from '../core/document/language.ts'
import { translation } from './localize.ts'

/**
 * The language in the settings; otherwise that of the editor, or English if it has no translation.
 *
 * @param scope where the document will be
 */
export function languageOfNew(scope: vscode.Uri | undefined): Language {
  const wanted: unknown = vscode.workspace.getConfiguration('designDocs', scope).get('templateLanguage')
  if (isLanguage(wanted)) return wanted
  return isLanguage(translation?.language) ? translation.language : 'en'
}
