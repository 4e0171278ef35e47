/** Follows links in diagrams, as far as that is safe. */

import * as vscode from 'vscode'
import { resolveLink, sectionOf, whyRefused } from '../../../core/diagrams/link.ts'
import type { DocumentModel } from '../../../core/document/document.ts'
import { isMarkdown } from '../../../core/text/isMarkdown.ts'
import { printable } from '../../../core/text/printable.ts'
import { t, translated } from '../../localize.ts'
import { spelledOut } from '../../platform.ts'
import { explain, linkOnTheWay } from '../../writing.ts'
import { columnBeside } from './previewSource.ts'

/** Follows a link in a diagram, if it is harmless even in an untrusted document. Otherwise shows why not. */
export const openLink = (
  href: string,
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  modelOf: ModelOf,
): Promise<void> => follow(href, document, panel, modelOf).catch((error: unknown) => refuse(explain(error)))

async function follow(
  href: string,
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  modelOf: ModelOf,
): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  const base = { document: document.uri.path, folder: folder?.uri.path }
  const target = resolveLink(href, base)
  // VS Code asks before it opens a page on an untrusted host.
  if (target?.type === 'web') await openPage(target.url)
  else if (target?.type === 'here') await showHeading(document, target.heading, panel, modelOf)
  else if (!target) refuse(translated(whyRefused(href, base)))
  else if (!vscode.workspace.isTrusted) refuse(t`this workspace is not trusted`)
  else {
    const uri = document.uri.with({ path: target.path, query: '', fragment: '' })
    if (!(await isFile(uri))) return refuse(t`the file ${vscode.workspace.asRelativePath(uri)} does not exist`)
    // The link's target cannot be determined, and may be anywhere on this machine.
    const link = await linkOnTheWay(uri)
    if (link) return refuse(t`${vscode.workspace.asRelativePath(link)} is a symbolic link`)
    if (target.heading !== undefined && isMarkdown(target.path))
      return showHeading(await vscode.workspace.openTextDocument(uri), target.heading, panel, modelOf, document)
    const line = (target.line ?? 1) - 1
    const selection = new vscode.Range(line, 0, line, 0)
    await vscode.commands.executeCommand('vscode.open', uri, {
      viewColumn: columnBeside(document, panel),
      ...(target.line !== undefined && { selection }),
    })
  }
}

/**
 * Opens a page with exactly this address. A `Uri` would be encoded anew, so that `?q=a%23b` asks for something else
 * (microsoft/vscode#85930); VS Code also accepts a string, but does not declare it. It is spelled as browsers do, so
 * that the host that VS Code asks about is the one that opens.
 */
function openPage(url: string): Thenable<boolean> {
  const exact = spelledOut(url)
  return vscode.env.openExternal(exact === undefined ? vscode.Uri.parse(url, true) : (exact as unknown as vscode.Uri))
}

/** @param from the document that the panel shows; others open beside it */
async function showHeading(
  document: vscode.TextDocument,
  heading: string,
  panel: vscode.WebviewPanel,
  modelOf: ModelOf,
  from = document,
): Promise<void> {
  const section = sectionOf((await modelOf(document))?.sections ?? [], heading)
  if (!section && from === document) return refuse(t`this document has no heading ${heading}`)
  const at = document.positionAt(section?.start ?? 0)
  const selection = new vscode.Range(at, at)
  await vscode.window.showTextDocument(document, { selection, viewColumn: columnBeside(from, panel) })
}

type ModelOf = (document: vscode.TextDocument) => Promise<Pick<DocumentModel, 'sections'> | undefined>

function refuse(reason: string): void {
  void vscode.window.showWarningMessage(printable(t`The link of the diagram was not opened: ${reason}.`))
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri)
    return (type & vscode.FileType.File) !== 0
  } catch {
    return false
  }
}
