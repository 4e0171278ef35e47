/** Opens the diagram panel, restores it after a reload, and lets it follow the editor. */

import * as vscode from 'vscode'
import { firstView, type PanelState, type PanelView, parsePanelState } from '../../../core/diagrams/protocol.ts'
import { t } from '../../localize.ts'
import { mayHaveDiagrams } from '../../models.ts'
import type { Service } from '../../service.ts'
import { followRenames, type Renames } from './followRenames.ts'
import { createPreviewPanel, type PreviewPanel, panelOptions, viewType } from './previewPanel.ts'
import { createKeptState, type KeptState } from './previewState.ts'
import { closeTabs, previewTabs, watchDeadTabs } from './previewTabs.ts'

/** The diagram panel: a single one, beside the editor, showing the diagrams of the active document. */
export interface Previews extends vscode.Disposable {
  /** The panel; undefined if none is open. */
  current(): PreviewPanel | undefined
  /** Shows the panel with the active document. */
  open(): PreviewPanel
}

/** The current panel, and what is needed to create one. */
interface Access {
  readonly service: Pick<Service, 'modelOfAnyLength' | 'noteDrawing'>
  readonly extensionUri: vscode.Uri
  readonly state: KeptState
  readonly renames: Renames
  panel: PreviewPanel | undefined
  /** The number of panels that VS Code is restoring. */
  restoring: number
}

/** Creates the access to the panel, which is restored after a reload of the window or the end of an extension host. */
export function createPreviews(service: Access['service'], context: vscode.ExtensionContext): Previews {
  const access: Access = {
    service,
    extensionUri: context.extensionUri,
    state: createKeptState(context.workspaceState),
    renames: followRenames({
      current: () => access.panel?.document,
      open: openDocument,
      follow: (document, was) => access.panel?.follow(document, was),
      close: (document) => access.panel?.onClose(document),
    }),
    panel: undefined,
    restoring: 0,
  }
  const listeners = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webviewPanel, kept: unknown) {
        access.restoring++
        await restore(access, webviewPanel, parsePanelState(kept)).finally(() => access.restoring--)
      },
    }),
    watchDeadTabs(
      () => access.panel !== undefined || access.restoring > 0,
      (tab) => void replace(access, tab),
    ),
    access.renames,
    vscode.window.onDidChangeActiveTextEditor(() => followActive(access)),
    // Also when the language of the active document becomes one that has diagrams.
    vscode.workspace.onDidOpenTextDocument(() => followActive(access)),
  )
  return {
    current: () => access.panel,
    open: () => open(access),
    dispose() {
      listeners.dispose()
      access.panel?.dispose()
    },
  }
}

function open(access: Access): PreviewPanel {
  const document = activeDocument()
  const { panel, restoring } = access
  if (panel) {
    panel.reveal()
    // Opening the panel for a document unlocks it from any other one.
    if (document && panel.document !== document) panel.setView({ locked: false })
    if (document) panel.follow(document)
    return panel
  }
  // Leftovers of a killed extension host, or tabs that would be restored when shown: the new panel replaces them.
  if (restoring === 0) void closeTabs(previewTabs())
  return create(access, vscode.ViewColumn.Beside, { document, view: firstView })
}

function create(access: Access, viewColumn: vscode.ViewColumn, start: Start): PreviewPanel {
  const options = panelOptions(access.extensionUri)
  const column = { viewColumn, preserveFocus: true }
  return adopt(access, vscode.window.createWebviewPanel(viewType, t`Diagrams`, column, options), start)
}

/** Makes a VS Code panel the current one. */
function adopt(access: Access, webviewPanel: vscode.WebviewPanel, { document, view }: Start): PreviewPanel {
  const { service, extensionUri, state } = access
  const created = createPreviewPanel(webviewPanel, {
    extensionUri,
    modelOf: service.modelOfAnyLength,
    onDrawing: ({ engine, source }, failure) => void service.noteDrawing(engine, source, failure),
    view,
    document,
    onView: (next) => {
      if (access.panel !== created) return
      tellContext(next)
      // An unlocked panel follows the active editor.
      if (!next.locked) followActive(access)
    },
    onState: state.keep,
  })
  access.panel?.dispose()
  access.panel = created
  webviewPanel.onDidDispose(() => {
    if (access.panel !== created) return
    access.panel = undefined
    tellContext(undefined)
  })
  tellContext(view)
  return created
}

/** Replaces a tab without a live panel by a new panel. */
async function replace(access: Access, { label, group }: vscode.Tab): Promise<void> {
  const dead = previewTabs()
  const start = await howToStart(access.state.of(label) ?? { view: firstView })
  if (access.panel || access.restoring > 0) return
  // Create the new one first, or the tab group could disappear with its last tab.
  create(access, group.viewColumn, start)
  await closeTabs(dead)
}

async function restore(access: Access, webviewPanel: vscode.WebviewPanel, kept: PanelState): Promise<void> {
  let isGone = false
  webviewPanel.onDidDispose(() => {
    isGone = true
  })
  webviewPanel.webview.options = panelOptions(access.extensionUri)
  // A hidden page does not learn that its file was renamed.
  const isLost = kept.view.locked && !(await openDocument(kept.uri))
  const start = await howToStart((isLost && access.state.of(webviewPanel.title)) || kept)
  if (!isGone) adopt(access, webviewPanel, start)
}

function followActive({ panel, renames }: Access): void {
  // Without an active editor, the panel has the focus and keeps its document.
  const document = activeDocument()
  if (document && panel && !panel.view.locked) panel.follow(document, renames.addressBefore(document))
}

/** Sets the context keys for menus; undefined if there is no panel. */
function tellContext(view: PanelView | undefined): void {
  for (const [name, value] of Object.entries({ Open: view !== undefined, Locked: view?.locked, Mode: view?.mode }))
    void vscode.commands.executeCommand('setContext', `designDocs.preview${name}`, value)
}

function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document && mayHaveDiagrams(document) ? document : undefined
}

interface Start {
  readonly document: vscode.TextDocument | undefined
  readonly view: PanelView
}

/** A restored panel shows the document it is locked to; otherwise the active document, or the one it showed. */
async function howToStart({ uri, view }: PanelState): Promise<Start> {
  const document = view.locked
    ? ((await openDocument(uri)) ?? activeDocument())
    : (activeDocument() ?? (await openDocument(uri)))
  // A panel locked to a deleted document would stay empty for ever.
  return { document, view: document?.uri.toString() === uri ? view : { ...view, locked: false } }
}

/** Undefined if the document does not exist or cannot have diagrams. */
async function openDocument(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    return mayHaveDiagrams(document) ? document : undefined
  } catch {
    return undefined
  }
}
