/** Opens the diagram panel, brings it back after a reload, and lets it follow the editor. */

import * as vscode from 'vscode'
import { firstView, type PanelState, type PanelView, parsePanelState } from '../../../core/diagrams/protocol.ts'
import { t } from '../../localize.ts'
import { mayHaveDiagrams } from '../../models.ts'
import type { Service } from '../../service.ts'
import { followRenames, type Renames } from './followRenames.ts'
import { createPreviewPanel, type PreviewPanel, panelOptions, viewType } from './previewPanel.ts'
import { createKeptState, type KeptState } from './previewState.ts'
import { closeTabs, previewTabs, watchDeadTabs } from './previewTabs.ts'

/** The diagram panel: one, beside the editor, showing the diagrams of the document that is being edited. */
export interface Previews extends vscode.Disposable {
  /** The panel; undefined when none is open. */
  current(): PreviewPanel | undefined
  /** Shows it, with the document that is being edited. */
  open(): PreviewPanel
}

/** The panel that there is, and what one is made from. */
interface Access {
  readonly service: Pick<Service, 'modelOfAnyLength' | 'noteDrawing'>
  readonly extensionUri: vscode.Uri
  readonly state: KeptState
  readonly renames: Renames
  panel: PreviewPanel | undefined
  /** Panels that VS Code is bringing back. */
  restoring: number
}

/** Create the access to the panel. It comes back after the window was loaded anew, and when its extension host was killed. */
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
    // Whoever asks for the diagrams of this document means this document.
    if (document && panel.document !== document) panel.setView({ locked: false })
    if (document) panel.follow(document)
    return panel
  }
  // Of an extension host that was killed, or to be restored when it is shown: this is the one that is wanted.
  if (restoring === 0) void closeTabs(previewTabs())
  return create(access, vscode.ViewColumn.Beside, { document, view: firstView })
}

function create(access: Access, viewColumn: vscode.ViewColumn, start: Start): PreviewPanel {
  const options = panelOptions(access.extensionUri)
  const column = { viewColumn, preserveFocus: true }
  return adopt(access, vscode.window.createWebviewPanel(viewType, t`Diagrams`, column, options), start)
}

/** Makes a panel of VS Code's the one that there is. */
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
      // Set free, it goes where the author is.
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

/** Puts a living panel in the place of a tab that has nobody behind it. */
async function replace(access: Access, { label, group }: vscode.Tab): Promise<void> {
  const dead = previewTabs()
  const start = await howToStart(access.state.of(label) ?? { view: firstView })
  if (access.panel || access.restoring > 0) return
  // First the new one, or its group might go with the last of its tabs.
  create(access, group.viewColumn, start)
  await closeTabs(dead)
}

async function restore(access: Access, webviewPanel: vscode.WebviewPanel, kept: PanelState): Promise<void> {
  let isGone = false
  webviewPanel.onDidDispose(() => {
    isGone = true
  })
  webviewPanel.webview.options = panelOptions(access.extensionUri)
  // A page that was hidden has not heard that its file was renamed.
  const isLost = kept.view.locked && !(await openDocument(kept.uri))
  const start = await howToStart((isLost && access.state.of(webviewPanel.title)) || kept)
  if (!isGone) adopt(access, webviewPanel, start)
}

function followActive({ panel, renames }: Access): void {
  // No editor: the panel itself has the focus, and stays with its document.
  const document = activeDocument()
  if (document && panel && !panel.view.locked) panel.follow(document, renames.addressBefore(document))
}

/** What the menus ask for; undefined when there is no panel. */
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

/** A panel comes back with the document that it is locked to, else with the one that is being edited, or that it showed. */
async function howToStart({ uri, view }: PanelState): Promise<Start> {
  const document = view.locked
    ? ((await openDocument(uri)) ?? activeDocument())
    : (activeDocument() ?? (await openDocument(uri)))
  // Locked to what is gone, it would show nothing for ever.
  return { document, view: document?.uri.toString() === uri ? view : { ...view, locked: false } }
}

/** Undefined when there is no such document, or it can have no diagrams. */
async function openDocument(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    return mayHaveDiagrams(document) ? document : undefined
  } catch {
    return undefined
  }
}
