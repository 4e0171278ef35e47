import * as vscode from 'vscode'
import { cardsOf } from '../../../core/diagrams/cards.ts'
import { darkName, exportNames } from '../../../core/diagrams/exportNames.ts'
import { linkImages } from '../../../core/diagrams/imageLinks.ts'
import type { DiagramCard, Picture, PictureOrder } from '../../../core/diagrams/protocol.ts'
import type { Diagram, DocumentModel } from '../../../core/document/document.ts'
import { printable } from '../../../core/text/printable.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { folderOf } from '../../paths.ts'
import { encode } from '../../platform.ts'
import { type ExportedFile, folderFor, nameOf, writeFiles } from './exportFiles.ts'
import { chooseLook, type ExportLook, exportPlace } from './exportLook.ts'
import type { PreviewPanel } from './previewPanel.ts'

/** The diagram panel, which draws. */
interface Previews {
  current(): PreviewPanel | undefined
  open(): PreviewPanel
}

/** A diagram of a document, ready to become a picture. */
interface Entry {
  readonly card: DiagramCard
  readonly diagram: Diagram
}

/** Pictures of one diagram: files to be, then files. */
interface Exported<File> {
  readonly entry: Entry
  readonly files: readonly (File & { readonly dark: boolean })[]
}

/** Commands that make files of diagrams, or put them on the clipboard. */
export function registerExport(
  previews: Previews,
  modelOf: (document: vscode.TextDocument) => Promise<DocumentModel | undefined>,
): vscode.Disposable {
  async function entriesOf(document: vscode.TextDocument): Promise<readonly Entry[]> {
    const model = await modelOf(document)
    const cards = model ? cardsOf(model, nameOf(document.uri)) : []
    return (model?.diagrams ?? []).flatMap((diagram, index) => {
      const card = cards[index]
      return card ? [{ card, diagram }] : []
    })
  }

  /** The document that is meant: the panel's, when its menu was opened or it has the focus. */
  function documentFor(context: unknown): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document
    const isMeant = idIn(context) === undefined && active?.languageId === 'markdown'
    return isMeant ? active : previews.current()?.document
  }

  /** The diagram that is meant: the one of the menu, the one under the cursor, the only one, or the one that is chosen. */
  async function choose(context: unknown): Promise<{ document: vscode.TextDocument; entry: Entry } | undefined> {
    const document = documentFor(context)
    const entries = document ? await entriesOf(document) : []
    if (!document || entries.length === 0) return sayNone()
    const id = idIn(context)
    const editor = vscode.window.activeTextEditor
    const cursor = editor?.document === document ? document.offsetAt(editor.selection.active) : -1
    const entry =
      id === undefined
        ? (entries.find(({ diagram: { start, end } }) => start <= cursor && cursor <= end) ?? (await pick(entries)))
        : entries.find(({ card }) => card.id === id)
    return entry && { document, entry }
  }

  /** Has one picture drawn. */
  function draw(
    { card, diagram }: Entry,
    how: Pick<PictureOrder, 'dark' | 'format' | 'scale'>,
    to: PictureOrder['to'] = 'host',
  ): Promise<Picture> {
    const panel = previews.current() ?? previews.open()
    panel.reveal(to === 'clipboard')
    const { engine, source, title } = card
    const { title: own, description } = diagram.graph ?? {}
    return panel.draw({ engine, source, title: own || title, ...(description && { description }), ...how, to })
  }

  async function exportOne(context: unknown): Promise<void> {
    const chosen = await choose(context)
    if (chosen) await exportAs(chosen.document, [chosen.entry])
  }

  async function exportAll(): Promise<void> {
    const document = documentFor(undefined)
    const entries = document ? await entriesOf(document) : []
    if (document && entries.length > 0) await exportAs(document, entries)
    else sayNone()
  }

  async function exportAs(document: vscode.TextDocument, entries: readonly Entry[]): Promise<void> {
    const place = exportPlace(document)
    const folder = folderFor(document, place.folder)
    const look = folder && (await chooseLook(document, entries.length === 1))
    if (!look) return
    const all = await entriesOf(document)
    const file = nameOf(document.uri).replace(/\.[^.]*$/, '')
    const parts = all.map(({ diagram }, index) => ({ file, heading: diagram.section?.title ?? '', index: index + 1 }))
    const names = new Map(exportNames(place.name, parts).map((name, index) => [all[index]?.card.id, name]))
    const failures: string[] = []
    const drawn = await drawAll(entries, look, failures, (entry, dark) => {
      const name = names.get(entry.card.id) ?? 'diagram'
      return vscode.Uri.joinPath(folder, `${dark ? darkName(name) : name}.${look.format}`)
    })
    if (failures.length > 0)
      void vscode.window.showErrorMessage(
        printable(`Not exported: ${failures.slice(0, 3).join('; ')}${more(failures.length - 3)}.`),
      )
    const files = drawn.flatMap((each) => each.files)
    const uris = files.length > 0 ? await writeFiles(document, files) : undefined
    if (!uris) return
    const places = new Map(files.map(({ uri }, index) => [uri, uris[index] ?? uri]))
    const written = drawn.map(({ entry, files }) => ({
      entry,
      files: files.map(({ uri, dark }) => ({ uri: places.get(uri) ?? uri, dark })),
    }))
    await report(document, written, uris)
  }

  /** Draws one picture after the other; the reader may end it, and then there are none. */
  async function drawAll(
    entries: readonly Entry[],
    { themes, format, scale }: ExportLook,
    failures: string[],
    uriOf: (entry: Entry, dark: boolean) => vscode.Uri,
  ): Promise<readonly Exported<ExportedFile>[]> {
    const isMany = entries.length > 1
    const location = isMany ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window
    const options = { location, title: isMany ? 'Exporting diagrams' : 'Exporting diagram', cancellable: isMany }
    return vscode.window.withProgress(options, async (progress, token) => {
      const drawn: Exported<ExportedFile>[] = []
      for (const entry of entries) {
        const files: (ExportedFile & { dark: boolean })[] = []
        for (const dark of themes.map((theme) => theme === 'dark')) {
          if (token.isCancellationRequested) return []
          const { svg, png, error = 'there is no picture' } = await draw(entry, { dark, format, scale })
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

  /** Says what was written, and offers the next step. */
  async function report(
    document: vscode.TextDocument,
    written: readonly Exported<{ readonly uri: vscode.Uri }>[],
    uris: readonly vscode.Uri[],
  ): Promise<void> {
    const [first] = uris
    if (!first) return
    const where = vscode.workspace.asRelativePath(uris.length === 1 ? first : folderOf(first))
    const link = uris.length === 1 ? 'Insert Link' : 'Insert Links'
    const message = uris.length === 1 ? `Exported to ${where}.` : `Exported ${uris.length} pictures to ${where}.`
    const answer = await vscode.window.showInformationMessage(printable(message), link, 'Open')
    if (answer === 'Open') await vscode.commands.executeCommand('vscode.open', first)
    if (answer !== link) return
    const current = await vscode.workspace.openTextDocument(document.uri)
    const entries = await entriesOf(current)
    const edits = linkImages(
      {
        text: current.getText(),
        folder: folderOf(current.uri).path,
        diagrams: entries.map(({ card: { id }, diagram: { start, end } }) => ({ id, start, end })),
      },
      written.map(({ entry: { card, diagram }, files }) => ({
        id: card.id,
        title: diagram.graph?.title || card.title,
        paths: files.map(({ uri, dark }) => ({ path: uri.path, dark })),
      })),
    )
    if (edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(current, edits))
  }

  async function copyPicture(context: unknown, format: PictureOrder['format']): Promise<void> {
    const chosen = await choose(context)
    if (!chosen) return
    const { kind } = vscode.window.activeColorTheme
    const dark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast
    const { svg, error } = await draw(chosen.entry, { dark, format, scale: 2 }, format === 'png' ? 'clipboard' : 'host')
    if (svg !== undefined) await vscode.env.clipboard.writeText(svg)
    if (error === undefined) sayCopied(format === 'png' ? 'Image' : 'SVG')
    else void vscode.window.showErrorMessage(printable(`Not copied: ${error}.`))
  }

  async function copySource(context: unknown): Promise<void> {
    const chosen = await choose(context)
    if (!chosen) return
    await vscode.env.clipboard.writeText(chosen.entry.card.source)
    sayCopied('Source')
  }

  const command = (name: string, run: (context: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(`designDocs.${name}`, run)
  return vscode.Disposable.from(
    command('exportDiagram', exportOne),
    command('exportAllDiagrams', exportAll),
    command('copyDiagramImage', (context) => copyPicture(context, 'png')),
    command('copyDiagramSvg', (context) => copyPicture(context, 'svg')),
    command('copyDiagramSource', copySource),
  )
}

/** The id of the card whose menu was opened; undefined when the command came from elsewhere. */
function idIn(context: unknown): string | undefined {
  const id = typeof context === 'object' && context !== null && 'diagram' in context ? context.diagram : undefined
  return typeof id === 'string' ? id : undefined
}

async function pick(entries: readonly Entry[]): Promise<Entry | undefined> {
  const items = entries.map((entry) => ({ label: entry.card.title, description: `Line ${entry.card.line}`, entry }))
  const [only] = items
  const item = items.length === 1 ? only : await vscode.window.showQuickPick(items, { title: 'Which Diagram?' })
  return item?.entry
}

function sayNone(): undefined {
  vscode.window.setStatusBarMessage('There are no diagrams in this document', 4_000)
}

function sayCopied(what: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${what} of the diagram copied`, 4_000)
}

const more = (count: number): string => (count > 0 ? `; and ${count} more` : '')
