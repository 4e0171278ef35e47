import type { FromWebviewMessage, PanelDocument, PanelState } from '../core/protocol.ts'
import type { CardView } from './cardView.ts'

/** What VS Code gives a webview. */
export interface WebviewApi {
  postMessage(message: FromWebviewMessage): void
  getState(): unknown
  setState(state: KeptState): void
}

interface KeptState extends PanelState {
  /** Heights of pictures by card id, so that a panel that comes back has its shape before its pictures. */
  readonly heights?: Readonly<Record<string, number>>
  readonly scroll?: number
}

/** Outlives the page: VS Code drops a hidden webview and builds it anew. */
export interface Memory {
  /** Call after each update: holds the places of pictures still to come, and scrolls to where the reader was. */
  follow(document: PanelDocument | undefined, views: readonly CardView[]): void
  keepSize(view: CardView): void
}

export function createMemory(vscode: WebviewApi): Memory {
  const kept = readState(vscode.getState())
  const heights = new Map(Object.entries(kept.heights ?? {}))
  let { uri } = kept
  let isFirst = true
  let timer: ReturnType<typeof setTimeout> | undefined

  function save(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const recent = Object.fromEntries([...heights].slice(-200))
      vscode.setState({ ...(uri === undefined ? {} : { uri }), heights: recent, scroll: window.scrollY })
    }, 300)
  }

  return {
    follow(document, views) {
      for (const { card, stage, settled } of views) {
        const height = heights.get(card.id)
        if (height !== undefined && settled === undefined) stage.style.minHeight = `${height}px`
      }
      if (isFirst) {
        if (document?.uri === kept.uri) window.scrollTo(0, kept.scroll ?? 0)
        window.addEventListener('scroll', save, { passive: true })
      }
      isFirst = false
      uri = document?.uri
      save()
    },
    keepSize({ card, stage }) {
      heights.delete(card.id)
      heights.set(card.id, stage.offsetHeight)
      save()
    },
  }
}

function readState(value: unknown): KeptState {
  return typeof value === 'object' && value !== null ? value : {}
}
