/** Exports all documents of a folder as pages, with a list of them. */

import * as vscode from 'vscode'
import { statusOf } from '../../../core/decisions/status.ts'
import type { DocumentModel } from '../../../core/document/document.ts'
import { isInside } from '../../../core/text/insidePath.ts'
import { addressOf, namePages, type PageNames } from '../../../page/pageNames.ts'
import type { IndexEntry } from '../../../page/protocol.ts'
import { t } from '../../localize.ts'
import { nameOf, pathOf } from '../../paths.ts'
import { encode } from '../../platform.ts'
import { filesOf } from '../../workspaceFiles.ts'
import { explain } from '../../writing.ts'
import { type ExportedFile, writeFiles } from '../diagrams/exportFiles.ts'
import { type Page, type PageAccess, type PageWish, pageOf } from './pageOf.ts'
import { sourceAt } from './pageSource.ts'
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
  /** The documents that have no page, with the reasons. */
  readonly missing: readonly string[]
}

/** Exports the folder whose context menu was opened. */
export async function exportFolder(access: PageAccess, context: unknown): Promise<void> {
  const folder = context instanceof vscode.Uri ? context : undefined
  const root = folder && vscode.workspace.getWorkspaceFolder(folder)
  if (!folder || !root) return
  const documents = await documentsIn(folder, root)
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
  if (made.pages.size === 0) throw new Error(made.missing[0])
  const place = vscode.Uri.joinPath(root.uri, target)
  const list = await access.maker.index(nameOf(folder), made.entries)
  const fileOf = (path: string, html: string): ExportedFile => ({
    uri: vscode.Uri.joinPath(place, path),
    bytes: encode(html),
  })
  const files = [fileOf(names.index, list), ...Array.from(made.pages, ([path, { html }]) => fileOf(path, html))]
  // The pages link to each other by name, so none may be renamed.
  const [index] = (await writeFiles(root.uri, files, false)) ?? []
  const undrawn = [...made.pages.values()].flatMap((page) => page.failures)
  if (index) await report(index, { undrawn, missing: made.missing, count: made.pages.size })
}

async function documentsIn(folder: vscode.Uri, root: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const { files } = await filesOf(root)
  const start = `${folder.path.replace(/\/$/, '')}/`
  const found = files.filter(({ path }) => path.startsWith(start))
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostDocuments)
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
  job: Job,
  progress: vscode.Progress<{ message: string; increment: number }>,
): Promise<Made | undefined> {
  const { folder, documents, names, token } = job
  const pages = new Map<string, Page>()
  const entries: IndexEntry[] = []
  const missing: string[] = []
  const toPage = linksIn(job)
  for (const uri of documents) {
    const path = pathIn(folder, uri)
    const name = names.pages.get(path) ?? ''
    progress.report({ message: path, increment: 100 / documents.length })
    try {
      const source = await sourceAt(access, uri)
      const page = await pageOf(access, source, { ...toPage(name), findings: job.findings, token })
      if (!page) return undefined
      pages.set(name, page)
      entries.push({ address: addressOf(name, names.index), title: page.title, path, notes: notesOf(source.model) })
    } catch (error) {
      // What is wrong with one document must not keep the others from being exported.
      missing.push(`${path}: ${explain(error)}`)
    }
  }
  return token.isCancellationRequested ? undefined : { pages, entries, missing }
}

/** How a page links to the other pages and to the list of them. */
function linksIn({ folder, documents, names }: Job): (name: string) => Pick<PageWish, 'pageOf' | 'index'> {
  const byPath = new Map(documents.map((uri) => [uri.path, names.pages.get(pathIn(folder, uri))]))
  return (name) => ({
    pageOf(other) {
      const page = byPath.get(other)
      return page === name ? '' : page && addressOf(page, name)
    },
    index: addressOf(names.index, name),
  })
}

/** A document's notes in the list of pages: its status, if it states one. */
function notesOf(model: DocumentModel): readonly string[] {
  const status = statusOf(model)
  return status === undefined ? [] : [status]
}
