/** Keeps the diagram panel with its document when that is renamed. */

import * as vscode from 'vscode'
import { createDelay } from '../../platform.ts'

/** A file or folder that gets another address. */
interface Rename {
  readonly oldUri: vscode.Uri
  readonly newUri: vscode.Uri
}

/** Whoever shows one document and goes along when that is renamed. */
export interface Follower {
  /** The document that is shown. */
  current(): vscode.TextDocument | undefined
  open(address: string): Promise<vscode.TextDocument | undefined>
  /** @param was the address that the document had before */
  follow(document: vscode.TextDocument, was: string): void
  /** It was closed, and that was no rename. */
  close(document: vscode.TextDocument): void
}

export interface Renames extends vscode.Disposable {
  /** The address of what is shown, where this document is the same, renamed; else undefined. */
  addressBefore(document: vscode.TextDocument): string | undefined
}

/** How long VS Code may take from the closing of a document to the news of where it went, in milliseconds. */
const timeLimit = 5_000

/**
 * Tells a rename from a close. VS Code says that a file is to be renamed, closes its document, opens another one, and
 * says last that the file was renamed. Where renaming fails it says nothing more.
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

/** The address of a file after these renames, of itself or of a folder above it; undefined when it stays where it is. */
function renamed(uri: vscode.Uri, renames: readonly Rename[]): vscode.Uri | undefined {
  for (const { oldUri, newUri } of renames) {
    if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) continue
    if (uri.path !== oldUri.path && !uri.path.startsWith(`${oldUri.path}/`)) continue
    return newUri.with({ path: `${newUri.path}${uri.path.slice(oldUri.path.length)}` })
  }
  return undefined
}
