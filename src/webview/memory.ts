/** Keeps zoom, scroll and the current card while VS Code drops the page. */

import { type FromWebviewMessage, isStill, type PanelDocument, type PanelState } from '../core/diagrams/protocol.ts'
import type { CardView } from './cardView.ts'
import type { Panel } from './panel.ts'
import type { ZoomState } from './zoom.ts'

/** What VS Code gives a webview. */
export interface WebviewApi {
  postMessage(message: FromWebviewMessage): void
  getState(): unknown
  setState(state: KeptState): void
}

interface KeptState extends Partial<PanelState> {
  /** Heights of pictures by card id, so that a panel that comes back has its shape before its pictures. */
  readonly heights?: Readonly<Record<string, number>>
  /** Of pictures that are not fitted, by card id. */
  readonly zooms?: Readonly<Record<string, ZoomState>>
  /** Id of the current card. */
  readonly current?: string
  readonly scroll?: number
}

/** Outlives the page: VS Code drops a hidden webview and builds it anew. */
export interface Memory {
  /** What the panel knew in its life before. */
  readonly kept: KeptState
  /** Call before each update: notes where the reader is in the document that is to go. */
  leave(next: PanelDocument | undefined): void
  /** Call after each update: holds the places of pictures still to come, and scrolls to where the reader was. */
  follow(document: PanelDocument | undefined, views: readonly CardView[]): void
  /** Something changed that is worth keeping. */
  save(): void
}

export function createMemory(vscode: WebviewApi, panel: () => Pick<Panel, 'views' | 'view' | 'current'>): Memory {
  const kept = readState(vscode.getState())
  const heights = new Map(Object.entries(kept.heights ?? {}))
  /** Where the reader was in the documents of this life, by address. */
  const scrolls = new Map<string, number>()
  let { uri } = kept
  let isFirst = true
  let timer: ReturnType<typeof setTimeout> | undefined

  function keepHeights(): void {
    const { views, view } = panel()
    // Alone, a picture is as high as the panel.
    if (view.mode === 'one') return
    for (const { card, stage, settled } of views) {
      if (settled === undefined) continue
      heights.delete(card.id)
      heights.set(card.id, stage.offsetHeight)
    }
  }

  function save(): void {
    // Before the first update there is nothing that could be better than what is kept.
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
        heights: Object.fromEntries([...heights].slice(-200)),
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
