/** Reads data that ships beside the bundle, so as not to be loaded with it. */

import * as vscode from 'vscode'
import { decode } from './platform.ts'

/** What a file of `dist` holds, which is JSON of that type. */
export const readShipped = async <T>(extensionUri: vscode.Uri, name: string): Promise<T> =>
  JSON.parse(decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name)))) as T

/** Work that is done when its result is first asked for, and once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= work()
    return result
  }
}
