/** Keeps the diagram panel with its document when that is renamed. */

import * as vscode from 'vscode'
import { createDelay } from '../../platform.ts'

/** A file or folder that is renamed. */
interface Rename {
  readonly oldUri: vscode.Uri
  readonly newUri: vscode.Uri
}

/** Shows one document and follows it when it is renamed. */
export interface Follower {
  /** The document that is shown. */
  current(): vscode.TextDocument | undefined
  open(address: string): Promise<vscode.TextDocument | undefined>
  /** @param was the document's previous URI */
  follow(document: vscode.TextDocument, was: string): void
  /** The document was closed and not renamed. */
  close(document: vscode.TextDocument): void
}

export interface Renames extends vscode.Disposable {
  /** The previous URI of the shown document, if this document is the same one after a rename; otherwise undefined. */
  addressBefore(document: vscode.TextDocument): string | undefined
}

/** How long VS Code may take from closing a document to reporting its rename, in milliseconds. */
const timeLimit = 5_000

/**
 * Distinguishes a rename from a close. VS Code announces a rename, closes the document, opens another one, and finally
 * reports that the file was renamed. If renaming fails, there are no further events.
 */
export function followRenames({ current, open, follow, close }: Follower): Renames {
  let pending: readonly Rename[] = []
  const closing = createDelay()
  const addressBefore: Renames['addressBefore'] = (document) => {
    const before = current()?.uri
    const now = before && renamed(before, pending)
    return now?.toString() === document.uri.toString() ? before?.toString() : undefined
  }

  async function finish(files: readonly Rename[]): Promise<void> {
    const shown = current()
    const target = shown && renamed(shown.uri, files)
    if (shown && target) {
      closing.cancel()
      const document = await open(target.toString())
      if (current() === shown) document ? follow(document, shown.uri.toString()) : close(shown)
    }
    const done = new Set(files.map(({ oldUri }) => oldUri.toString()))
    pending = pending.filter(({ oldUri }) => !done.has(oldUri.toString()))
  }

  const listeners = vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles(({ files }) => {
      pending = [...pending, ...files]
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => void finish(files)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document !== current()) return
      if (renamed(document.uri, pending)) closing.start(timeLimit, () => close(document))
      else close(document)
    }),
  )
  return {
    addressBefore,
    dispose() {
      closing.cancel()
      listeners.dispose()
    },
  }
}

/** The URI of a file after these renames, of itself or of a folder above it; undefined if it is not affected. */
function renamed(uri: vscode.Uri, renames: readonly Rename[]): vscode.Uri | undefined {
  for (const { oldUri, newUri } of renames) {
    if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) continue
    if (uri.path !== oldUri.path && !uri.path.startsWith(`${oldUri.path}/`)) continue
    return newUri.with({ path: `${newUri.path}${uri.path.slice(oldUri.path.length)}` })
  }
  return undefined
}
