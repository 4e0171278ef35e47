/** The entry point of the panel's page: connects its components and handles messages from the extension. */

import type { FromWebviewMessage, ToWebviewMessage } from '../core/diagrams/protocol.ts'
import type { CardView } from './cardView.ts'
import { createDrawingQueue } from './drawingQueue.ts'
import { createFind } from './find.ts'
import { createPainters, type Drawing } from './frame.ts'
import { createImagePainters } from './imagePainter.ts'
import { createMemory, type WebviewApi } from './memory.ts'
import { createPanel } from './panel.ts'
import { createPictures } from './pictures.ts'
import { followTheme } from './theme.ts'

declare function acquireVsCodeApi(): WebviewApi

const nonce = document.currentScript?.nonce ?? ''
const root = document.getElementById('panel')
if (root) start(root)

function start(root: HTMLElement): void {
  const vscode = acquireVsCodeApi()
  const post = (message: FromWebviewMessage) => vscode.postMessage(message)
  const memory = createMemory(vscode, () => panel)
  const engines = new Map<string, string>(Object.entries(JSON.parse(root.dataset['engines'] ?? '{}')))
  const failed = new WeakSet<CardView>()

  function onSettled(view: CardView, drawing: Drawing): void {
    memory.save()
    find.refresh()
    const { id } = view.card
    if (drawing.type !== 'failed') {
      if (failed.delete(view)) post({ type: 'renderResult', id })
      return
    }
    failed.add(view)
    const { message, line } = drawing
    post({ type: 'renderResult', id, error: message.slice(0, 2000), ...(line !== undefined && { line }) })
  }

  const painterOf = createImagePainters(
    createPainters(engines, nonce),
    (source) => post({ type: 'readImage', source }),
    (source) => {
      for (const view of panel.views) if (view.card.source === source && view.isBroken) queue.drawAgain(view)
    },
  )
  const carryOut = createPictures(painterOf, post)
  const queue = createDrawingQueue({
    views: () => panel.views,
    theme: followTheme(() => queue.refresh()),
    painterOf,
    needsAll: () => find.isOpen,
    onSettled,
  })
  const panel = createPanel({
    root,
    post,
    drawAgain: (view) => queue.drawAgain(view),
    onChange: () => queue.refresh(),
    onMove: () => memory.save(),
    onFind: () => find.open(),
    firstCurrent: memory.kept.current,
  })

  const find = createFind({
    views: () => panel.views,
    show: (view) => panel.show(view),
    onOpen: () => queue.refresh(),
  })
  document.body.append(find.root)
  onKeys({ find: () => find.open(), help: () => panel.showKeys() })

  window.addEventListener('message', ({ data, origin }: MessageEvent<ToWebviewMessage>) => {
    // Our sandboxed frames have an opaque origin, and use their own message ports.
    if (origin === 'null') return
    if (data.type === 'update') {
      memory.leave(data.document)
      panel.update(data)
      memory.follow(data.document, panel.views)
      find.refresh()
    } else if (data.type === 'view') panel.setView(data.view)
    else if (data.type === 'cursor') panel.follow(data.id, data.mark)
    else if (data.type === 'find') find.open()
    else if (data.type === 'draw') void carryOut(data)
  })
  post({ type: 'ready' })
}

/** Handles the shortcut for finding text, and `?`, which shows the keyboard shortcuts. */
function onKeys({ find, help }: { readonly find: () => void; readonly help: () => void }): void {
  window.addEventListener('keydown', (event) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
    const isFind = isCommand && !event.shiftKey && event.key.toLowerCase() === 'f'
    const isHelp = event.key === '?' && !event.ctrlKey && !event.metaKey && !(event.target instanceof HTMLInputElement)
    if (!isFind && !isHelp) return
    event.preventDefault()
    if (isFind) find()
    else help()
  })
}
