import type { DiagramTheme } from '../core/engine.ts'
import { kindLabel } from '../core/kindLabel.ts'
import type { DiagramCard } from '../core/protocol.ts'
import type { CardView } from './cardView.ts'
import type { Drawing, PainterOf } from './frame.ts'

/** Sees to it that every card gets its drawing, the visible ones first, one at a time. */
export interface Studio {
  /** Something changed: cards, what is in view, or the theme. */
  refresh(): void
  /** Draws a diagram that was stopped, without a hurry. */
  drawAnyway(view: CardView): void
}

export interface StudioParts {
  readonly views: () => readonly CardView[]
  readonly theme: () => DiagramTheme
  readonly painterOf: PainterOf
  /** A card shows something new. */
  readonly onSettled: (view: CardView, drawing: Drawing) => void
}

/** Time a diagram may take, and one that its reader wants to see all the same. */
const limits = { usual: 3_000, patient: 60_000 }
/** Characters of a drawing that would take long to show, however quickly it was drawn. */
const hugeDrawing = 1_000_000
/** Drawings kept, of this document and those shown before. */
const capacity = 300

export function createStudio({ views, theme, painterOf, onSettled }: StudioParts): Studio {
  const cache = new Map<string, Drawing>()
  /** Keys of drawings that may take long. They come last, in the same frame: a browser runs all frames like ours in one process. */
  const patient = new Set<string>()
  let isBusy = false

  let print = { theme: theme(), text: '' }

  /** Everything that decides what a drawing looks like. */
  function keyOf({ engine, source }: DiagramCard): string {
    const current = theme()
    if (print.theme !== current || print.text === '') print = { theme: current, text: JSON.stringify(current) }
    return `${engine}\n${print.text}\n${source}`
  }

  function settle(view: CardView, key: string, drawing: Drawing): void {
    if (view.settled === key || keyOf(view.card) !== key) return
    view.settled = key
    view.root.ariaBusy = 'false'
    view.show(drawing)
    onSettled(view, drawing)
  }

  /** Takes from the cache what is there; the next one to draw is what is left, visible ones first. */
  function next(): CardView | undefined {
    const open = views().filter((view) => {
      const key = keyOf(view.card)
      const known = cache.get(key)
      if (known) settle(view, key, known)
      const isOpen = view.settled !== key
      if (isOpen && view.root.ariaBusy !== 'true') view.root.ariaBusy = 'true'
      return isOpen
    })
    const usual = open.filter(({ card }) => !patient.has(keyOf(card)))
    // What counts as visible begins a little ahead of what is in sight.
    const near = usual.filter(({ isVisible }) => isVisible)
    return near.find(isInSight) ?? near[0] ?? usual[0] ?? open[0]
  }

  async function draw(view: CardView): Promise<void> {
    const { engine, source } = view.card
    const key = keyOf(view.card)
    const limit = patient.has(key) ? limits.patient : limits.usual
    const painter = painterOf(engine)
    const drawn: Drawing = painter
      ? await painter.draw({ source, theme: theme() }, limit)
      : { type: 'broken', message: `${kindLabel({ engine })} is not drawn here` }
    const isHuge = drawn.type === 'drawn' && drawn.svg.length > hugeDrawing && !patient.has(key)
    const drawing: Drawing = isHuge ? { type: 'slow' } : drawn
    remember(key, drawing)
    settle(view, key, drawing)
  }

  function remember(key: string, drawing: Drawing): void {
    cache.set(key, drawing)
    const [oldest] = cache.keys()
    if (cache.size > capacity && oldest !== undefined) cache.delete(oldest)
  }

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let view = next(); view; view = next()) {
      if (!view.isVisible) await idle()
      // Meanwhile one may have come into view.
      await draw(next() ?? view)
    }
    isBusy = false
  }

  return {
    refresh() {
      // Also when busy: a drawing that is there already need not wait for one that is not.
      if (next()) void work()
    },
    drawAnyway(view) {
      const key = keyOf(view.card)
      patient.add(key)
      cache.delete(key)
      view.settled = undefined
      void work()
    },
  }
}

function isInSight({ root }: CardView): boolean {
  const { top, bottom } = root.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

function idle(): Promise<void> {
  // Safari has no idle callbacks.
  const wait = 'requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout
  return new Promise((resolve) => wait(() => resolve()))
}
