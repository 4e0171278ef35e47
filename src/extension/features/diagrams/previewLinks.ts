/** Follows links of diagrams, as far as that is safe. */

import * as vscode from 'vscode'
import { resolveLink } from '../../../core/diagrams/link.ts'
import { printable } from '../../../core/text/printable.ts'
import { linkOnTheWay } from '../../writing.ts'
import { columnBeside } from './previewSource.ts'

/** Follows a link of a diagram, if it is one that a document by anybody may have. */
export async function openLink(href: string, document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  const target = resolveLink(href, { document: document.uri.path, folder: folder?.uri.path })
  // VS Code asks the reader before it opens a page of a host that they do not trust.
  if (target?.type === 'web') await vscode.env.openExternal(vscode.Uri.parse(target.url, true))
  else if (!target) refuse('it leads neither to the web nor to a file of this workspace')
  else if (!vscode.workspace.isTrusted) refuse('this workspace is not trusted')
  else {
    const uri = document.uri.with({ path: target.path, query: '', fragment: '' })
    if (!(await isFile(uri))) return refuse(`there is no file ${vscode.workspace.asRelativePath(uri)}`)
    // Where it leads cannot be learnt, and that may be anywhere on this machine.
    const link = await linkOnTheWay(uri)
    if (link) return refuse(`${vscode.workspace.asRelativePath(link)} is a symbolic link`)
    const line = (target.line ?? 1) - 1
    const selection = new vscode.Range(line, 0, line, 0)
    await vscode.commands.executeCommand('vscode.open', uri, {
      viewColumn: columnBeside(document, panel),
      ...(target.line !== undefined && { selection }),
    })
  }
}

function refuse(reason: string): void {
  void vscode.window.showWarningMessage(printable(`The link of the diagram was not opened: ${reason}.`))
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri)
    return (type & vscode.FileType.File) !== 0
  } catch {
    return false
  }
}
