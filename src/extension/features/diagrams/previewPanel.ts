/** One diagram panel and its communication with the page in it. */

import * as vscode from 'vscode'
import { cardsOf } from '../../../core/diagrams/cards.ts'
import type { DrawingFailure } from '../../../core/diagrams/drawnProblems.ts'
import { withImages } from '../../../core/diagrams/imageCards.ts'
import { addressOf, imageEngine } from '../../../core/diagrams/imageSource.ts'
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
import { translation } from '../../localize.ts'
import { nameOf } from '../../paths.ts'
import { createNonce, within } from '../../platform.ts'
import { readPictures, watchPictures } from '../share/pagePictures.ts'
import { previewHtml } from './previewHtml.ts'
import { openLink } from './previewLinks.ts'
import { createOrders, type Orders } from './previewOrders.ts'
import { showSource } from './previewSource.ts'
import { titleOf } from './previewState.ts'

export const viewType = 'designDocs.preview'

/** How long the page may wait for the document's model, in milliseconds. */
const timeLimit = 20

/** A panel and its communication with the webview. It follows one document at a time. */
export interface PreviewPanel extends vscode.Disposable {
  /** The document currently shown. */
  readonly document: vscode.TextDocument | undefined
  readonly view: PanelView
  setView(change: Partial<PanelView>): void
  /** @param was the document's previous URI, if the shown document was renamed */
  follow(document: vscode.TextDocument | undefined, was?: string): void
  /** Reveals the panel; takes the focus only on request. */
  reveal(withFocus?: boolean): void
  /** Draws a diagram for a file or the clipboard. */
  readonly draw: Orders['place']
  /** Opens the panel's find bar and focuses it. */
  find(): void
  onEdit(document: vscode.TextDocument): void
  onClose(document: vscode.TextDocument): void
  onSelection(editor: vscode.TextEditor): void
}

export interface PreviewOptions {
  readonly extensionUri: vscode.Uri
  readonly modelOf: (document: vscode.TextDocument) => Promise<DocumentModel | undefined>
  /** Called when a diagram was drawn or failed to draw. */
  readonly onDrawing: (card: DiagramCard, failure?: DrawingFailure) => void
  /** The initial view and document. */
  readonly view: PanelView
  readonly document: vscode.TextDocument | undefined
  /** Called when the view was changed, by a command or by the reader. */
  readonly onView: (view: PanelView) => void
  /** Called when the view or the document changed, and once at the start. */
  readonly onState: (state: PanelState) => void
}

/** Scripts may run, but only our own files can be loaded. */
export function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions & vscode.WebviewPanelOptions {
  const localResourceRoots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder))
  return { enableScripts: true, localResourceRoots }
}

/** The state of a panel, and its connection to the page. */
interface LivePanel {
  readonly panel: vscode.WebviewPanel
  readonly options: PreviewOptions
  readonly post: (message: ToWebviewMessage) => void
  document: vscode.TextDocument | undefined
  /** The document's URI before it was renamed. */
  was: string | undefined
  fences: Fences
  /** The document version that `fences` belongs to. */
  fencesVersion: number
  cards: readonly DiagramCard[]
  /** The sources of the images that the page has been told of for this document. */
  readonly images: Set<string>
  view: PanelView
  /** How often image files or the document have changed: the same address is another image then. */
  generation: number
  isReady: boolean
  isDisposed: boolean
}

export function createPreviewPanel(panel: vscode.WebviewPanel, options: PreviewOptions): PreviewPanel {
  const live: LivePanel = {
    panel,
    options,
    post(message) {
      // Work that was still running when the panel was closed may try to send its result.
      if (!live.isDisposed) void panel.webview.postMessage(message)
    },
    document: options.document,
    was: undefined,
    fences: noFences,
    fencesVersion: -1,
    cards: [],
    images: new Set(),
    view: options.view,
    generation: 0,
    isReady: false,
    isDisposed: false,
  }
  const orders = createOrders(live.post)
  const received = panel.webview.onDidReceiveMessage((value: unknown) => {
    const message = parseFromWebview(value)
    if (message) answer(live, orders, message)
  })
  const changes = watchPictures(() => {
    live.generation++
    if (live.cards.some(({ engine }) => engine === imageEngine)) void update(live)
  })
  panel.onDidDispose(() => {
    live.isDisposed = true
    orders.cancel()
    changes.dispose()
  })
  const icon = (name: string) => vscode.Uri.joinPath(options.extensionUri, 'media', name)
  panel.iconPath = { light: icon('diagram-light.svg'), dark: icon('diagram-dark.svg') }
  tellState(live)
  void load(live)
  return {
    get document() {
      return live.document
    },
    get view() {
      return live.view
    },
    setView: (change) => setView(live, change),
    follow(next, address) {
      if (live.document !== next) show(live, next, address)
    },
    reveal: (withFocus = false) => panel.reveal(undefined, !withFocus),
    draw: orders.place,
    find() {
      panel.reveal()
      live.post({ type: 'find' })
    },
    onEdit(edited) {
      if (edited === live.document) void update(live)
    },
    onClose(closed) {
      if (closed !== live.document) return
      show(live, undefined, live.was)
      // Last, since an unlocked panel follows the active document at once.
      setView(live, { locked: false })
      // A document whose language changes counts as closed while it is still active.
      if (live.document === closed) show(live, undefined, live.was)
    },
    onSelection: (editor) => tellSelection(live, editor),
    dispose() {
      received.dispose()
      panel.dispose()
    },
  }
}

async function load(live: LivePanel): Promise<void> {
  const { document, panel, options } = live
  const { webview } = panel
  const file = (folder: string, name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(options.extensionUri, folder, name)).toString()
  // If the document has already been read, preload the engine that its first diagram needs.
  const model = document && (await within(timeLimit, options.modelOf(document), undefined))
  if (live.isDisposed) return
  webview.html = previewHtml({
    cspSource: webview.cspSource,
    nonce: createNonce(),
    script: file('dist', 'panel.js'),
    style: file('media', 'panel.css'),
    engines: Object.fromEntries(syntaxes.map(({ id }) => [id, file('dist', `${id}-frame.js`)])),
    first: model?.diagrams[0]?.engine,
    translation,
  })
  // Sent before the page is ready: VS Code queues it, which is faster than waiting for `ready`.
  void update(live)
}

/** Shows another document, or none. */
function show(live: LivePanel, document: vscode.TextDocument | undefined, was: string | undefined): void {
  live.document = document
  live.was = was
  live.generation++
  live.images.clear()
  tellState(live)
  void update(live)
}

/** Sends the document's current diagrams to the page. */
async function update(live: LivePanel): Promise<void> {
  const { document, options, post } = live
  if (!document) {
    live.fences = noFences
    return post({ type: 'update', diagrams: [], view: live.view })
  }
  const { version } = document
  const read = await options.modelOf(document)
  const model = read && withImages(read, live.generation)
  // If the document or its text has changed in the meantime, another update is on its way.
  if (!model || document !== live.document || document.version !== version) return
  const name = nameOf(document.uri)
  const cards = cardsOf(model, name)
  live.cards = cards
  for (const { engine, source } of cards) if (engine === imageEngine) live.images.add(source)
  live.fences = createFences(model, cards)
  live.fencesVersion = version
  const { was, view } = live
  const address = { uri: document.uri.toString(), ...(was !== undefined && { was }) }
  post({ type: 'update', document: { name, ...address }, diagrams: cards, view })
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document)
  if (editor) tellSelection(live, editor)
}

function answer(live: LivePanel, orders: Orders, message: FromWebviewMessage): void {
  if (message.type === 'ready') {
    live.isReady = true
    void update(live)
    orders.repeat()
  } else if (message.type === 'picture') orders.settle(message)
  else if (message.type === 'setView') setView(live, message.view)
  else if (message.type === 'readImage') void sendImage(live, message.source)
  else {
    const { document, panel, cards, options } = live
    const place = live.fences.place(message)
    if (!place || !document) return
    if (message.type === 'openSource') void showSource(document, place, panel, message.isGlance ?? false)
    else if (message.type === 'openLink') void openLink(message.href, document, panel, options.modelOf)
    else {
      const { error, line } = message
      const card = cards.find(({ id }) => id === message.id)
      if (card && card.engine !== imageEngine)
        options.onDrawing(card, error === undefined ? undefined : { error, ...(line !== undefined && { line }) })
    }
  }
}

/** Answers the page's request for an image: without data, unless a card of the document refers to it, or did. */
async function sendImage({ images, document, post }: LivePanel, source: string): Promise<void> {
  const address = addressOf(source)
  const { [address]: data } = document && images.has(source) ? await readPictures(document.uri, [address]) : {}
  post({ type: 'image', source, ...(data !== undefined && { data }) })
}

function tellSelection(live: LivePanel, { document, selection }: vscode.TextEditor): void {
  if (document !== live.document || !live.isReady) return
  // After an edit the offsets differ; the next update sends the cursor again.
  if (document.version !== live.fencesVersion) return
  live.post({ type: 'cursor', ...live.fences.at(document.offsetAt(selection.active)) })
}

function setView(live: LivePanel, change: Partial<PanelView>): void {
  const { view } = live
  const next = { ...view, ...change }
  if (next.locked === view.locked && next.mode === view.mode) return
  live.view = next
  tellState(live)
  live.post({ type: 'view', view: next })
  live.options.onView(next)
}

function tellState({ panel, options, view, document }: LivePanel): void {
  const kept = { view, ...(document && { uri: document.uri.toString() }) }
  panel.title = titleOf(kept)
  options.onState(kept)
}
