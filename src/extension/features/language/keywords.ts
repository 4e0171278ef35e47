/** Reads the words of the notations when somebody first writes a diagram. */

import type * as vscode from 'vscode'
import type { KeywordTables } from '../../../language/keywords.ts'
import { once, readShipped } from '../../shipped.ts'

/** Gives the words of all notations. */
export type Keywords = () => Promise<KeywordTables>

export const createKeywords = (extensionUri: vscode.Uri): Keywords =>
  once(() => readShipped<KeywordTables>(extensionUri, 'keywords.json'))
