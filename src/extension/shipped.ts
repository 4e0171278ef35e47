/** Reads data that ships beside the bundle, so that it is not loaded with it. */

import * as vscode from 'vscode'
import { decode } from './platform.ts'

/** The contents of a JSON file in `dist`. */
export const readShipped = async <T>(extensionUri: vscode.Uri, name: string): Promise<T> =>
  JSON.parse(decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name)))) as T

/** Runs work when its result is first requested, and only once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= work()
    return result
  }
}
