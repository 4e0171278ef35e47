/** Exports all documents of a folder as pages, with a list of them. */

import * as vscode from 'vscode'
import { statusOf } from '../../../core/decisions/status.ts'
import { isInside } from '../../../core/text/insidePath.ts'
import { addressOf, namePages, type PageNames } from '../../../page/pageNames.ts'
import type { IndexEntry } from '../../../page/protocol.ts'
import { t } from '../../localize.ts'
import { nameOf, pathOf } from '../../paths.ts'
import { encode } from '../../platform.ts'
import { type ExportedFile, writeFiles } from '../diagrams/exportFiles.ts'
import { type Page, type PageAccess, pageOf } from './pageOf.ts'
import { askForFindings, report } from './questions.ts'

/** Maximum number of documents to export. */
const mostDocuments = 500

/** A folder whose documents are exported. */
interface Job {
  readonly folder: vscode.Uri
  readonly documents: readonly vscode.Uri[]
  readonly names: PageNames
  readonly findings: boolean
  readonly token: vscode.CancellationToken
}

/** Pages, and their entries in the list. */
interface Made {
  readonly entries: readonly IndexEntry[]
  readonly pages: ReadonlyMap<string, Page>
}

/** Exports the folder whose context menu was opened. */
export async function exportFolder(access: PageAccess, context: unknown): Promise<void> {
  const folder = context instanceof vscode.Uri ? context : undefined
  const root = folder && vscode.workspace.getWorkspaceFolder(folder)
  if (!folder || !root) return
  const documents = await documentsIn(folder)
  if (documents.length === 0) {
    void vscode.window.showInformationMessage(t`There are no Markdown files in ${nameOf(folder)}.`)
    return
  }
  const target = await askForTarget(folder, root)
  if (target === undefined) return
  const findings = await askForFindings(t`Export Folder`)
  if (findings === undefined) return
  const names = namePages(documents.map((uri) => pathIn(folder, uri)))
  const options = { location: vscode.ProgressLocation.Notification, title: t`Exporting pages`, cancellable: true }
  const made = await vscode.window.withProgress(options, (progress, token) =>
    makePages(access, { folder, documents, names, findings, token }, progress),
  )
  if (!made) return
  const place = vscode.Uri.joinPath(root.uri, target)
  const list = await access.maker.index(nameOf(folder), made.entries)
  const fileOf = (path: string, html: string): ExportedFile => ({
    uri: vscode.Uri.joinPath(place, path),
    bytes: encode(html),
  })
  const files = [fileOf(names.index, list), ...Array.from(made.pages, ([path, { html }]) => fileOf(path, html))]
  // The pages link to each other by name, so none may be renamed.
  const [index] = (await writeFiles(root.uri, files, false)) ?? []
  const failures = [...made.pages.values()].flatMap((page) => page.failures)
  if (index) await report(index, failures, made.pages.size)
}

async function documentsIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, '**/*.{md,markdown}'),
    '**/{node_modules,.*}/**',
    mostDocuments,
  )
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

const pathIn = (folder: vscode.Uri, { path }: vscode.Uri): string =>
  path.slice(folder.path.replace(/\/$/, '').length + 1)

/** The target folder, relative to the workspace folder; undefined if the user cancels. */
async function askForTarget(folder: vscode.Uri, root: vscode.WorkspaceFolder): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: t`Export Folder`,
    prompt: t`The folder for the pages, relative to ${root.name}. It is created if it does not exist.`,
    value: `${pathOf(folder) ?? root.name}-pages`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() && isInside(text.trim()) ? undefined : t`Name a folder in this workspace, such as site/pages`,
  })
  return answer?.trim() || undefined
}

/** Creates one page after the other. @returns undefined if the user cancels */
async function makePages(
  access: PageAccess,
  { folder, documents, names, findings, token }: Job,
  progress: vscode.Progress<{ message: string; increment: number }>,
): Promise<Made | undefined> {
  const pages = new Map<string, Page>()
  const entries: IndexEntry[] = []
  const byPath = new Map(documents.map((uri) => [uri.path, names.pages.get(pathIn(folder, uri))]))
  for (const uri of documents) {
    const path = pathIn(folder, uri)
    const name = names.pages.get(path) ?? ''
    progress.report({ message: path, increment: 100 / documents.length })
    const document = await vscode.workspace.openTextDocument(uri)
    const to = (other: string) => {
      const page = byPath.get(other)
      return page === name ? '' : page && addressOf(page, name)
    }
    const wish = { findings, pageOf: to, index: addressOf(names.index, name), token }
    const page = await pageOf(access, document, wish)
    if (token.isCancellationRequested) return undefined
    if (!page) continue
    pages.set(name, page)
    entries.push({
      address: addressOf(name, names.index),
      title: page.title,
      path,
      notes: await notesOf(access, document),
    })
  }
  return { pages, entries }
}

/** A document's notes in the list of pages: its status, if it states one. */
async function notesOf({ modelOf }: PageAccess, document: vscode.TextDocument): Promise<readonly string[]> {
  const model = await modelOf(document)
  const status = model && statusOf(model)
  return status === undefined ? [] : [status]
}
