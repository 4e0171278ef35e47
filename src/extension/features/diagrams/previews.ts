import * as vscode from 'vscode'
import { firstView, type PanelState, type PanelView, parsePanelState } from '../../../core/diagrams/protocol.ts'
import type { Service } from '../../service.ts'
import { followRenames } from './followRenames.ts'
import { createPreviewPanel, type PreviewPanel, panelOptions, viewType } from './previewPanel.ts'
import { createKeptState } from './previewState.ts'
import { closeTabs, previewTabs, watchDeadTabs } from './previewTabs.ts'

/** The diagram panel: one, beside the editor, showing the diagrams of the Markdown document that is being edited. */
export interface Previews extends vscode.Disposable {
  /** The panel; undefined when none is open. */
  current(): PreviewPanel | undefined
  /** Shows it, with the document that is being edited. */
  open(): PreviewPanel
}

/** Create the access to the panel. It comes back after the window was loaded anew, and when its extension host was killed. */
export function createPreviews(
  service: Pick<Service, 'modelOfAnyLength' | 'noteDrawing'>,
  context: vscode.ExtensionContext,
): Previews {
  let panel: PreviewPanel | undefined
  let restoring = 0
  const state = createKeptState(context.workspaceState)
  const renames = followRenames({
    current: () => panel?.document,
    open: openMarkdown,
    follow: (document, was) => panel?.follow(document, was),
    close: (document) => panel?.onClose(document),
  })

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
      onState: state.keep,
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
    // Of an extension host that was killed, or to be restored when it is shown: this is the one that is wanted.
    if (restoring === 0) void closeTabs(previewTabs())
    return create(vscode.ViewColumn.Beside, document, firstView)
  }

  function create(viewColumn: vscode.ViewColumn, document: vscode.TextDocument | undefined, view: PanelView) {
    const options = panelOptions(context.extensionUri)
    const column = { viewColumn, preserveFocus: true }
    return adopt(vscode.window.createWebviewPanel(viewType, 'Diagrams', column, options), document, view)
  }

  /** Puts a living panel in the place of a tab that has nobody behind it. */
  async function replace({ label, group }: vscode.Tab): Promise<void> {
    const dead = previewTabs()
    const { document, view } = await howToStart(state.of(label) ?? { view: firstView })
    if (panel || restoring > 0) return
    // First the new one, or its group might go with the last of its tabs.
    create(group.viewColumn, document, view)
    await closeTabs(dead)
  }

  async function restore(webviewPanel: vscode.WebviewPanel, kept: PanelState): Promise<void> {
    let isGone = false
    webviewPanel.onDidDispose(() => {
      isGone = true
    })
    webviewPanel.webview.options = panelOptions(context.extensionUri)
    // A page that was hidden has not heard that its file was renamed.
    const isLost = kept.view.locked && !(await openMarkdown(kept.uri))
    const { document, view } = await howToStart((isLost && state.of(webviewPanel.title)) || kept)
    if (!isGone) adopt(webviewPanel, document, view)
  }

  function followActive(): void {
    // No editor: the panel itself has the focus, and stays with its document.
    const document = activeMarkdown()
    if (document && panel && !panel.view.locked) panel.follow(document, renames.addressBefore(document))
  }

  const listeners = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webviewPanel, kept: unknown) {
        restoring++
        await restore(webviewPanel, parsePanelState(kept)).finally(() => restoring--)
      },
    }),
    watchDeadTabs(
      () => panel !== undefined || restoring > 0,
      (tab) => void replace(tab),
    ),
    renames,
    vscode.window.onDidChangeActiveTextEditor(followActive),
  )
  return {
    current: () => panel,
    open,
    dispose() {
      listeners.dispose()
      panel?.dispose()
    },
  }
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

interface Start {
  readonly document: vscode.TextDocument | undefined
  readonly view: PanelView
}

/** A panel comes back with the document that it is locked to, else with the one that is being edited, or that it showed. */
async function howToStart({ uri, view }: PanelState): Promise<Start> {
  const document = view.locked
    ? ((await openMarkdown(uri)) ?? activeMarkdown())
    : (activeMarkdown() ?? (await openMarkdown(uri)))
  // Locked to what is gone, it would show nothing for ever.
  return { document, view: document?.uri.toString() === uri ? view : { ...view, locked: false } }
}

/** Undefined when there is no such document, or it is no Markdown. */
async function openMarkdown(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    return isMarkdown(document) ? document : undefined
  } catch {
    return undefined
  }
}
