/** Saves zoom, scroll position and the current card, since VS Code discards hidden webviews. */

import { type FromWebviewMessage, isStill, type PanelDocument, type PanelState } from '../core/diagrams/protocol.ts'
import type { CardView } from './cardView.ts'
import type { Panel } from './panel.ts'
import type { ZoomState } from './zoom.ts'

/** The API that VS Code gives a webview. */
export interface WebviewApi {
  postMessage(message: FromWebviewMessage): void
  getState(): unknown
  setState(state: KeptState): void
}

interface KeptState extends Partial<PanelState> {
  /**
   * Heights of pictures in CSS pixels, by card id, so that a restored panel has its layout before its pictures are
   * drawn.
   */
  readonly heights?: Readonly<Record<string, number>>
  /** Zoom of the pictures that are not fitted, by card id. */
  readonly zooms?: Readonly<Record<string, ZoomState>>
  /** Id of the current card. */
  readonly current?: string
  readonly scroll?: number
}

/** Survives the page: VS Code discards a hidden webview and creates it again later. */
export interface Memory {
  /** The state saved by the previous page. */
  readonly kept: KeptState
  /** Must be called before each update: notes the scroll position in the current document. */
  leave(next: PanelDocument | undefined): void
  /**
   * Must be called after each update: reserves space for pictures that are not drawn yet, and restores the scroll
   * position.
   */
  follow(document: PanelDocument | undefined, views: readonly CardView[]): void
  /** Must be called after a change to what is saved. */
  save(): void
}

/** How many cards have their height saved, and remembered when they are gone. */
const mostHeights = 200

export function createMemory(vscode: WebviewApi, panel: () => Pick<Panel, 'views' | 'view' | 'current'>): Memory {
  const kept = readState(vscode.getState())
  const heights = new Map(Object.entries(kept.heights ?? {}))
  /** Scroll positions in CSS pixels, by the URIs of the documents this page has shown. */
  const scrolls = new Map<string, number>()
  let { uri } = kept
  let isFirst = true
  let timer: ReturnType<typeof setTimeout> | undefined

  function keepHeights(): void {
    const { views, view } = panel()
    // A picture shown alone is as high as the panel.
    if (view.mode === 'one') return
    for (const { card, stage, settled } of views) {
      if (settled === undefined) continue
      heights.delete(card.id)
      heights.set(card.id, stage.offsetHeight)
    }
    // Each edit of a diagram gives it a new id.
    const shown = new Set(views.map(({ card }) => card.id))
    const old = [...heights.keys()].filter((id) => !shown.has(id))
    for (const id of old.slice(0, -mostHeights)) heights.delete(id)
  }

  function save(): void {
    // Before the first update, the saved state is the better one.
    if (isFirst) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      const { views, view, current } = panel()
      keepHeights()
      const zooms = views.flatMap(({ card, zoom }) => (zoom.state ? [[card.id, zoom.state] as const] : []))
      vscode.setState({
        ...(uri !== undefined && { uri }),
        ...(current && { current: current.card.id }),
        view,
        heights: Object.fromEntries([...heights].slice(-mostHeights)),
        zooms: Object.fromEntries(zooms),
        scroll: window.scrollY,
      })
    }, 300)
  }

  return {
    kept,
    leave(next) {
      if (uri === undefined || isStill(uri, next)) return
      keepHeights()
      scrolls.set(uri, window.scrollY)
    },
    follow(document, views) {
      for (const { card, stage, settled, zoom } of views) {
        const height = heights.get(card.id)
        if (height !== undefined && settled === undefined) stage.style.setProperty('--held', `${height}px`)
        if (isFirst) zoom.state = kept.zooms?.[card.id]
      }
      if (isFirst) {
        if (isStill(kept.uri, document)) window.scrollTo(0, kept.scroll ?? 0)
        window.addEventListener('scroll', save, { passive: true })
      } else if (!isStill(uri, document)) window.scrollTo(0, scrolls.get(document?.uri ?? '') ?? 0)
      isFirst = false
      uri = document?.uri
      save()
    },
    save,
  }
}

function readState(value: unknown): KeptState {
  return typeof value === 'object' && value !== null ? value : {}
}
