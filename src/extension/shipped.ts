/** Reads data that ships beside the bundle, so that it is not loaded with it. */

import * as vscode from 'vscode'
import { startOnDemand } from '../core/data/startOnDemand.ts'
import { decode } from './platform.ts'

/** The contents of a JSON file in `dist`. */
export const readShipped = async <T>(extensionUri: vscode.Uri, name: string): Promise<T> =>
  JSON.parse(decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name)))) as T

/** Runs work when its result is first requested, and only once unless it fails. */
export const once = <T>(work: () => Promise<T>): (() => Promise<T>) => startOnDemand(work, () => undefined).get
