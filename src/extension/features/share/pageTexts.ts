/** Writes a page in the language of its document, not of the editor, since it is for other readers. */

import type * as vscode from 'vscode'
import type { Language, TranslatedLanguage } from '../../../core/document/language.ts'
import { type Catalogue, createTranslator } from '../../../core/text/translate.ts'
import type { PageSpeech } from '../../../page/protocol.ts'
import { pageTexts } from '../../../page/say.ts'
import { translation } from '../../localize.ts'
import { readShipped } from '../../shipped.ts'

/** The texts of a document's page. */
export interface PageTexts {
  readonly page: PageSpeech
  /** Translates a finding. */
  readonly say: (text: string) => string
}

/** @param language of the document; undefined if unknown, in which case the page is in English */
export async function pageTextsIn(extensionUri: vscode.Uri, language: Language | undefined): Promise<PageTexts> {
  if (language === undefined || language === 'other') return { page: {}, say: (text) => text }
  if (language === 'en') return { page: { language }, say: (text) => text }
  const catalogue = translation?.language === language ? translation.words : await readCatalogue(extensionUri, language)
  const words = Object.fromEntries(pageTexts.map((text) => [text, catalogue[text] ?? text]))
  return { page: { language: names[language], words }, say: createTranslator(catalogue) }
}

/** Language tags for HTML. */
const names: Readonly<Record<TranslatedLanguage, string>> = { de: 'de', 'zh-cn': 'zh-CN' }

/** VS Code only provides the texts of its own display language. */
const readCatalogue = (extensionUri: vscode.Uri, language: TranslatedLanguage): Promise<Catalogue> =>
  readShipped(extensionUri, `../l10n/bundle.l10n.${language}.json`)
