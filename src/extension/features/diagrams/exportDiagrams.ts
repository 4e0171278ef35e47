/** The commands that export diagrams to files. */

import * as vscode from 'vscode'
import { darkName, exportNames } from '../../../core/diagrams/exportNames.ts'
import { linkImages } from '../../../core/diagrams/imageLinks.ts'
import { printable } from '../../../core/text/printable.ts'
import { applyIfUnchanged, editDocument } from '../../applying.ts'
import { t } from '../../localize.ts'
import { folderOf, nameOf } from '../../paths.ts'
import { encode } from '../../platform.ts'
import {
  chooseDiagram,
  type DiagramAccess,
  documentFor,
  type Entry,
  entriesOf,
  sayNoDiagrams,
} from './chooseDiagram.ts'
import { drawPicture } from './drawPicture.ts'
import { baseOf, type ExportedFile, folderFor, writeFiles } from './exportFiles.ts'
import { chooseLook, type ExportLook, exportPlace } from './exportLook.ts'

/** The pictures of one diagram, before or after they are written. */
interface Exported<File> {
  readonly entry: Entry
  readonly files: readonly (File & { readonly dark: boolean })[]
}

export const registerExport = (access: DiagramAccess): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('designDocs.exportDiagram', (context: unknown) => exportOne(access, context)),
    vscode.commands.registerCommand('designDocs.exportAllDiagrams', () => exportAll(access)),
  )

async function exportOne(access: DiagramAccess, context: unknown): Promise<void> {
  const chosen = await chooseDiagram(access, context)
  if (chosen) await exportAs(access, chosen.document, [chosen.entry])
}

async function exportAll(access: DiagramAccess): Promise<void> {
  const document = documentFor(access, undefined)
  const entries = document ? await entriesOf(access, document) : []
  if (document && entries.length > 0) await exportAs(access, document, entries)
  else sayNoDiagrams()
}

async function exportAs(
  access: DiagramAccess,
  document: vscode.TextDocument,
  entries: readonly Entry[],
): Promise<void> {
  const place = exportPlace(document)
  const folder = folderFor(document, place.folder)
  const look = folder && (await chooseLook(document, entries.length === 1))
  if (!look) return
  const nameFor = await namesFor(access, document, place.name)
  const failures: string[] = []
  const drawn = await drawAll(access, entries, look, failures, (entry, dark) => {
    const name = nameFor(entry)
    return vscode.Uri.joinPath(folder, `${dark ? darkName(name) : name}.${look.format}`)
  })
  if (failures.length > 0)
    void vscode.window.showErrorMessage(
      printable(t`Not exported: ${failures.slice(0, 3).join('; ')}${more(failures.length - 3)}.`),
    )
  const files = drawn.flatMap((each) => each.files)
  const uris = files.length > 0 ? await writeFiles(baseOf(document), files) : undefined
  if (!uris) return
  const places = new Map(files.map(({ uri }, index) => [uri, uris[index] ?? uri]))
  const written = drawn.map(({ entry, files }) => ({
    entry,
    files: files.map(({ uri, dark }) => ({ uri: places.get(uri) ?? uri, dark })),
  }))
  await report(access, document, written, uris)
}

/** The names of all pictures of a document, since they must be unique within it. */
async function namesFor(
  access: DiagramAccess,
  document: vscode.TextDocument,
  pattern: string,
): Promise<(entry: Entry) => string> {
  const all = await entriesOf(access, document)
  const file = nameOf(document.uri).replace(/\.[^.]*$/, '')
  const parts = all.map(({ diagram }, index) => ({ file, heading: diagram.section?.title ?? '', index: index + 1 }))
  const names = new Map(exportNames(pattern, parts).map((name, index) => [all[index]?.card.id, name]))
  return ({ card }) => names.get(card.id) ?? 'diagram'
}

/** Draws one picture after the other. Returns none if the user cancels. */
async function drawAll(
  access: DiagramAccess,
  entries: readonly Entry[],
  { themes, format, scale }: ExportLook,
  failures: string[],
  uriOf: (entry: Entry, dark: boolean) => vscode.Uri,
): Promise<readonly Exported<ExportedFile>[]> {
  const isMany = entries.length > 1
  const location = isMany ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window
  const options = { location, title: isMany ? t`Exporting diagrams` : t`Exporting diagram`, cancellable: isMany }
  return vscode.window.withProgress(options, async (progress, token) => {
    const drawn: Exported<ExportedFile>[] = []
    for (const entry of entries) {
      const files: (ExportedFile & { dark: boolean })[] = []
      for (const dark of themes.map((theme) => theme === 'dark')) {
        if (token.isCancellationRequested) return []
        const { svg, png, error = t`it was not drawn` } = await drawPicture(access, entry, { dark, format, scale })
        const bytes = svg === undefined ? png : encode(svg)
        if (!bytes) {
          failures.push(`“${entry.card.title}”: ${error}`)
          break
        }
        files.push({ uri: uriOf(entry, dark), bytes, dark })
      }
      drawn.push({ entry, files })
      progress.report({ increment: 100 / entries.length, message: entry.card.title })
    }
    return drawn
  })
}

/** Reports what was written, and offers the next step. */
async function report(
  access: DiagramAccess,
  document: vscode.TextDocument,
  written: readonly Exported<{ readonly uri: vscode.Uri }>[],
  uris: readonly vscode.Uri[],
): Promise<void> {
  const [first] = uris
  if (!first) return
  const where = vscode.workspace.asRelativePath(uris.length === 1 ? first : folderOf(first))
  const link = uris.length === 1 ? t`Insert Link` : t`Insert Links`
  const message = uris.length === 1 ? t`Exported to ${where}.` : t`Exported ${uris.length} images to ${where}.`
  const { showInformationMessage } = vscode.window
  // A diagram file has no place for links.
  const answer =
    document.languageId === 'markdown'
      ? await showInformationMessage(printable(message), link, t`Open`)
      : await showInformationMessage(printable(message), t`Open`)
  if (answer === t`Open`) await vscode.commands.executeCommand('vscode.open', first)
  if (answer !== link) return
  await insertLinks(access, document, written)
}

/** Inserts links to the pictures after their diagrams. */
async function insertLinks(
  access: DiagramAccess,
  document: vscode.TextDocument,
  written: readonly Exported<{ readonly uri: vscode.Uri }>[],
): Promise<void> {
  const current = await vscode.workspace.openTextDocument(document.uri)
  const { version } = current
  const entries = await entriesOf(access, current)
  const edits = linkImages(
    {
      text: current.getText(),
      folder: (baseOf(current) ?? folderOf(current.uri)).path,
      diagrams: entries.map(({ card: { id }, diagram: { start, end } }) => ({ id, start, end })),
    },
    written.map(({ entry: { card, diagram }, files }) => ({
      id: card.id,
      title: diagram.graph?.title || card.title,
      paths: files.map(({ uri, dark }) => ({ path: uri.path, dark })),
    })),
  )
  if (edits.length > 0) await applyIfUnchanged(current, version, () => editDocument(current, edits))
}

const more = (count: number): string => (count > 0 ? t`; and ${count} more` : '')
