/** Tells in which language a new document begins. */

import * as vscode from 'vscode'
import { isLanguage, type Language } from '../core/document/language.ts'
import { translation } from './localize.ts'

/** That of the settings; else that of the editor, or English where there are no words in that. @param scope where the document is to lie */
export function languageOfNew(scope: vscode.Uri | undefined): Language {
  const wanted: unknown = vscode.workspace.getConfiguration('designDocs', scope).get('templateLanguage')
  if (isLanguage(wanted)) return wanted
  return isLanguage(translation?.language) ? translation.language : 'en'
}
