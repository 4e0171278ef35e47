/** Reads the keywords of the notations when a diagram is first edited. */

import type * as vscode from 'vscode'
import type { Catalogue } from '../../../core/text/translate.ts'
import { inLanguage, type KeywordTables } from '../../../language/keywords.ts'
import { translation } from '../../localize.ts'
import { once, readShipped } from '../../shipped.ts'

/** Returns the keywords of all notations. */
export type Keywords = () => Promise<KeywordTables>

export const createKeywords = (extensionUri: vscode.Uri): Keywords =>
  once(async () => {
    const tables = await readShipped<KeywordTables>(extensionUri, 'keywords.json')
    if (!translation) return tables
    return inLanguage(tables, await readShipped<Catalogue>(extensionUri, `keywords.${translation.language}.json`))
  })
