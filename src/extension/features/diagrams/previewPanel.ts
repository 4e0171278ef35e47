import * as vscode from 'vscode'
import { cardsOf } from '../../../core/diagrams/cards.ts'
import type { DrawingFailure } from '../../../core/diagrams/drawnProblems.ts'
import { createFences, type Fences, noFences } from '../../../core/diagrams/places.ts'
import {
  type DiagramCard,
  type FromWebviewMessage,
  type PanelState,
  type PanelView,
  parseFromWebview,
  type ToWebviewMessage,
} from '../../../core/diagrams/protocol.ts'
import type { DocumentModel } from '../../../core/document/document.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { within } from '../../platform.ts'
import { nameOf } from './exportFiles.ts'
import { previewHtml } from './previewHtml.ts'
import { openLink } from './previewLinks.ts'
import { createOrders, type Orders } from './previewOrders.ts'
import { showSource } from './previewSource.ts'
import { titleOf } from './previewState.ts'

/** Desktop and web have it; the extension has the types of neither. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

export const viewType = 'designDocs.preview'

/** How long the page may wait for what the document holds, in milliseconds. */
const timeLimit = 20

/** One panel and its conversation with the webview. Follows one document at a time. */
export interface PreviewPanel extends vscode.Disposable {
  /** What it shows now. */
  readonly document: vscode.TextDocument | undefined
  readonly view: PanelView
  setView(change: Partial<PanelView>): void
  /** @param was the document's address so far, where it is the one that is shown, renamed */
  follow(document: vscode.TextDocument | undefined, was?: string): void
  /** Shows it; the focus stays where it is unless it is asked for. */
  reveal(withFocus?: boolean): void
  /** Has a diagram drawn for a file or the clipboard. */
  readonly draw: Orders['place']
  /** Opens the panel's find bar and gives it the focus. */
  find(): void
  onEdit(document: vscode.TextDocument): void
  onClose(document: vscode.TextDocument): void
  onSelection(editor: vscode.TextEditor): void
}

export interface PreviewOptions {
  readonly extensionUri: vscode.Uri
  readonly modelOf: (document: vscode.TextDocument) => Promise<DocumentModel | undefined>
  /** A diagram was drawn anew, or could not be. */
  readonly onDrawing: (card: DiagramCard, failure?: DrawingFailure) => void
  /** How the panel starts, and with which document. */
  readonly view: PanelView
  readonly document: vscode.TextDocument | undefined
  /** It was changed, by a command or by the reader. */
  readonly onView: (view: PanelView) => void
  /** It was changed, or another document is shown; told at the start, too. */
  readonly onState: (state: PanelState) => void
}

/** Scripts run, but nothing outside of our own files can be loaded. */
export function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions & vscode.WebviewPanelOptions {
  const localResourceRoots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder))
  return { enableScripts: true, localResourceRoots }
}

export function createPreviewPanel(
  panel: vscode.WebviewPanel,
  { extensionUri, modelOf, onDrawing, view: startView, document: startDocument, onView, onState }: PreviewOptions,
): PreviewPanel {
  let document = startDocument
  let was: string | undefined
  let fences: Fences = noFences
  let cards: readonly DiagramCard[] = []
  let fencesVersion = -1
  let view = startView
  let isReady = false
  let isDisposed = false

  const { webview } = panel
  const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString()
  const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', name)
  const post = (message: ToWebviewMessage) => {
    // What was being read when the panel was closed comes too late.
    if (!isDisposed) void webview.postMessage(message)
  }
  const orders = createOrders(post)
  const received = webview.onDidReceiveMessage((value: unknown) => {
    const message = parseFromWebview(value)
    if (message) answer(message)
  })
  panel.onDidDispose(() => {
    isDisposed = true
    orders.cancel()
  })
  panel.iconPath = { light: icon('diagram-light.svg'), dark: icon('diagram-dark.svg') }
  tellState()
  void load()

  async function load(): Promise<void> {
    // Where the document is read already, the engine that it needs first comes along with the page.
    const model = document && (await within(timeLimit, modelOf(document), undefined))
    if (isDisposed) return
    webview.html = previewHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      script: file('dist', 'panel.js'),
      style: file('media', 'panel.css'),
      engines: Object.fromEntries(syntaxes.map(({ id }) => [id, file('dist', `${id}-frame.js`)])),
      first: model?.diagrams[0]?.engine,
    })
    // Before the page is ready: VS Code keeps it until then, and that is sooner than an answer would be.
    void update()
  }

  async function update(): Promise<void> {
    const shown = document
    if (!shown) {
      fences = noFences
      return post({ type: 'update', diagrams: [], view })
    }
    const { version } = shown
    const model = await modelOf(shown)
    // Meanwhile there may be another document or another text; that has an update of its own on the way.
    if (!model || shown !== document || shown.version !== version) return
    const file = nameOf(shown.uri)
    cards = cardsOf(model, file)
    fences = createFences(model, cards)
    fencesVersion = version
    const address = { uri: shown.uri.toString(), ...(was !== undefined && { was }) }
    post({ type: 'update', document: { name: file, ...address }, diagrams: cards, view })
    tellCursor()
  }

  function answer(message: FromWebviewMessage): void {
    if (message.type === 'ready') {
      isReady = true
      void update()
      orders.repeat()
    } else if (message.type === 'picture') orders.settle(message)
    else if (message.type === 'setView') setView(message.view)
    else {
      const place = fences.place(message)
      if (!place || !document) return
      if (message.type === 'openSource') void showSource(document, place, panel)
      else if (message.type === 'openLink') void openLink(message.href, document, panel)
      else {
        const { error, line } = message
        const card = cards.find(({ id }) => id === message.id)
        if (card) onDrawing(card, error === undefined ? undefined : { error, ...(line !== undefined && { line }) })
      }
    }
  }

  function tellCursor(): void {
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document)
    if (editor) onSelection(editor)
  }

  function onSelection({ document: edited, selection }: vscode.TextEditor): void {
    if (edited !== document || !isReady) return
    // After an edit the places are others; they come with the next update.
    if (edited.version !== fencesVersion) return
    post({ type: 'cursor', ...fences.at(edited.offsetAt(selection.active)) })
  }

  function setView(change: Partial<PanelView>): void {
    const next = { ...view, ...change }
    if (next.locked === view.locked && next.mode === view.mode) return
    view = next
    tellState()
    post({ type: 'view', view })
    onView(view)
  }

  function tellState(): void {
    const state = { view, ...(document && { uri: document.uri.toString() }) }
    panel.title = titleOf(state)
    onState(state)
  }

  return {
    get document() {
      return document
    },
    get view() {
      return view
    },
    setView,
    follow(next, address) {
      if (document === next) return
      document = next
      was = address
      tellState()
      void update()
    },
    reveal: (withFocus = false) => panel.reveal(undefined, !withFocus),
    draw: orders.place,
    find() {
      panel.reveal()
      post({ type: 'find' })
    },
    onEdit(edited) {
      if (edited === document) void update()
    },
    onClose(closed) {
      if (closed !== document) return
      document = undefined
      setView({ locked: false })
      tellState()
      void update()
    },
    onSelection,
    dispose() {
      received.dispose()
      panel.dispose()
    },
  }
}

/** A word that nobody can guess, in letters and digits. */
function createNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(36)).join('')
}
