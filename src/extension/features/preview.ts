import * as vscode from 'vscode'
import { firstView, type PanelState, type PanelView, parsePanelState } from '../../core/protocol.ts'
import type { Service } from '../service.ts'
import { registerExport } from './exportDiagrams.ts'
import { createPreviewPanel, type PreviewPanel, panelOptions, viewType } from './previewPanel.ts'

/** The diagram panel: one, beside the editor, showing the diagrams of the Markdown document that is being edited. */
export function registerPreview(
  service: Pick<Service, 'modelOfAnyLength' | 'noteDrawing'>,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  let panel: PreviewPanel | undefined

  function adopt(
    webviewPanel: vscode.WebviewPanel,
    document: vscode.TextDocument | undefined,
    view: PanelView,
  ): PreviewPanel {
    const created = createPreviewPanel(webviewPanel, {
      extensionUri: context.extensionUri,
      modelOf: service.modelOfAnyLength,
      onDrawing: ({ engine, source }, failure) => void service.noteDrawing(engine, source, failure),
      view,
      document,
      onView: (next) => {
        if (panel !== created) return
        tellContext(next)
        // Set free, it goes where the author is.
        if (!next.locked) followActive()
      },
    })
    panel?.dispose()
    panel = created
    webviewPanel.onDidDispose(() => {
      if (panel !== created) return
      panel = undefined
      tellContext(undefined)
    })
    tellContext(view)
    return created
  }

  function open(): PreviewPanel {
    const document = activeMarkdown()
    if (panel) {
      panel.reveal()
      // Whoever asks for the diagrams of this document means this document.
      if (document && panel.document !== document) panel.setView({ locked: false })
      if (document) panel.follow(document)
      return panel
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    const { extensionUri } = context
    const created = vscode.window.createWebviewPanel(viewType, 'Diagrams', column, panelOptions(extensionUri))
    return adopt(created, document, firstView)
  }

  function followActive(): void {
    // No editor: the panel itself has the focus, and stays with its document.
    const document = activeMarkdown()
    if (document && panel && !panel.view.locked) panel.follow(document)
  }

  const command = (name: string, run: () => void) => vscode.commands.registerCommand(`designDocs.${name}`, run)
  return vscode.Disposable.from(
    { dispose: () => panel?.dispose() },
    command('openPreview', () => void open()),
    command('lockPreview', () => panel?.setView({ locked: true })),
    command('unlockPreview', () => panel?.setView({ locked: false })),
    command('previewOne', () => (panel ?? open()).setView({ mode: 'one' })),
    command('previewAll', () => (panel ?? open()).setView({ mode: 'all' })),
    command('findInPreview', () => panel?.find()),
    registerExport({ current: () => panel, open }, service.modelOfAnyLength),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webviewPanel, kept: unknown) {
        webviewPanel.webview.options = panelOptions(context.extensionUri)
        const state = parsePanelState(kept)
        const document = await documentOf(state)
        // Locked to what is gone, it would show nothing for ever.
        const view = document?.uri.toString() === state.uri ? state.view : { ...state.view, locked: false }
        adopt(webviewPanel, document, view)
      },
    }),
    vscode.window.onDidChangeActiveTextEditor(followActive),
    vscode.workspace.onDidChangeTextDocument(({ document }) => panel?.onEdit(document)),
    vscode.workspace.onDidCloseTextDocument((document) => panel?.onClose(document)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => panel?.onSelection(textEditor)),
  )
}

/** What the menus ask for; undefined when there is no panel. */
function tellContext(view: PanelView | undefined): void {
  for (const [name, value] of Object.entries({ Open: view !== undefined, Locked: view?.locked, Mode: view?.mode }))
    void vscode.commands.executeCommand('setContext', `designDocs.preview${name}`, value)
}

function activeMarkdown(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document && isMarkdown(document) ? document : undefined
}

function isMarkdown({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown'
}

/** What a restored panel shows: the document it is locked to, else the one that is being edited. */
async function documentOf({ uri, view }: PanelState): Promise<vscode.TextDocument | undefined> {
  return view.locked ? ((await reopen(uri)) ?? activeMarkdown()) : (activeMarkdown() ?? (await reopen(uri)))
}

/** The document a restored panel showed; undefined when it is gone. */
async function reopen(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    return isMarkdown(document) ? document : undefined
  } catch {
    return undefined
  }
}
