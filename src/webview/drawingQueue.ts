import type { DiagramTheme } from '../core/diagrams/engine.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardView } from './cardView.ts'
import type { Drawing, PainterOf } from './frame.ts'
import { prepareSvg } from './sanitize.ts'

/** Sees to it that every card gets its drawing, the visible ones first, one at a time. */
export interface DrawingQueue {
  /** Something changed: cards, what is in view, or the theme. */
  refresh(): void
  /** Draws a diagram that was stopped, without a hurry. */
  drawAnyway(view: CardView): void
}

export interface DrawingQueueOptions {
  readonly views: () => readonly CardView[]
  readonly theme: () => DiagramTheme
  readonly painterOf: PainterOf
  /** Whether pictures out of view are wanted as well, however many there are: somebody looks for words in them. */
  readonly needsAll: () => boolean
  /** A card shows something new. */
  readonly onSettled: (view: CardView, drawing: Drawing) => void
}

/** Time a diagram may take, and one that its reader wants to see all the same; in milliseconds. */
const limits = { usual: 3_000, extended: 60_000 }
/** How long an author has to rest before a mistake is spoken of, and an engine at most between two pictures of a card; in milliseconds. */
const rests = { mistake: 700, picture: 700 }
/** A picture that took less is drawn with every key; in milliseconds. */
const quick = 100
/** Characters of a drawing that is put on the screen in two steps, and of one that would take too long even so. */
const largeDrawing = 60_000
const hugeDrawing = 1_000_000
/** Of more diagrams than this only those near to what is in view are drawn: all of them would keep the page busy for minutes. */
const mostAhead = 100
/** Drawings kept, of this document and those shown before. */
const capacity = 300

/** What a card is to show, since when, and how long its last drawing took and when it was done. */
interface DrawingRequest {
  readonly key: string
  readonly since: number
  took: number
  drawn: number
}

export function createDrawingQueue({
  views,
  theme,
  painterOf,
  needsAll,
  onSettled,
}: DrawingQueueOptions): DrawingQueue {
  const cache = new Map<string, Drawing>()
  const requests = new WeakMap<CardView, DrawingRequest>()
  /** Keys of drawings that may take long. They come last, in the same frame: a browser runs all frames like ours in one process. */
  const extended = new Set<string>()
  let isBusy = false
  let wake: () => void = () => undefined
  let alarm: ReturnType<typeof setTimeout> | undefined

  let print = { theme: theme(), text: '' }

  /** Everything that decides what a drawing looks like. */
  function keyOf({ engine, source }: DiagramCard): string {
    const current = theme()
    if (print.theme !== current || print.text === '') print = { theme: current, text: JSON.stringify(current) }
    return `${engine}\n${print.text}\n${source}`
  }

  function requestOf(view: CardView): DrawingRequest {
    const key = keyOf(view.card)
    const last = requests.get(view)
    if (last?.key === key) return last
    const request = { key, since: performance.now(), took: last?.took ?? 0, drawn: last?.drawn ?? 0 }
    requests.set(view, request)
    return request
  }

  /** Milliseconds until a card with a picture may get another: half a word is a mistake, and a slow engine must not run all the time. */
  function restOf(view: CardView, { key, since, took, drawn }: DrawingRequest): number {
    const known = cache.get(key)
    if (!view.picture || extended.has(key) || known?.type === 'drawn') return 0
    if (known) return since + rests.mistake - performance.now()
    return took < quick ? 0 : drawn + Math.min(took, rests.picture) - performance.now()
  }

  function settle(view: CardView, key: string, drawing: Drawing): void {
    view.settled = key
    view.root.ariaBusy = 'false'
    view.show(drawing)
    onSettled(view, drawing)
  }

  /** Shows what is drawn already. */
  function showKnown(): void {
    let next = Number.POSITIVE_INFINITY
    for (const view of views()) {
      const request = requestOf(view)
      if (view.settled === request.key) continue
      const known = cache.get(request.key)
      const rest = restOf(view, request)
      if (known && rest <= 0) settle(view, request.key, known)
      else if (view.root.ariaBusy !== 'true') view.root.ariaBusy = 'true'
      if (rest > 0) next = Math.min(next, rest)
    }
    clearTimeout(alarm)
    if (Number.isFinite(next)) alarm = setTimeout(refresh, next)
  }

  /** The next one to draw, visible ones first. */
  function pick(): CardView | undefined {
    const open = views().filter((view) => {
      const request = requestOf(view)
      return view.settled !== request.key && !cache.has(request.key) && restOf(view, request) <= 0
    })
    const usual = open.filter(({ card }) => !extended.has(keyOf(card)))
    // What counts as visible begins a little ahead of what is in sight.
    const near = usual.filter(({ isVisible }) => isVisible)
    const inView = soonest(near.filter(isInSight)) ?? soonest(near) ?? soonest(usual.filter(isInSight))
    const ahead = views().length > mostAhead && !needsAll() ? undefined : soonest(usual)
    return inView ?? ahead ?? open.find(({ card }) => extended.has(keyOf(card)))
  }

  /** The first one, unless its engine has to start and that of another one runs. */
  function soonest(some: readonly CardView[]): CardView | undefined {
    return some.find(({ card }) => painterOf(card.engine)?.isReady) ?? some[0]
  }

  async function draw(view: CardView): Promise<void> {
    const { engine, source } = view.card
    const { key } = requestOf(view)
    const limit = extended.has(key) ? limits.extended : limits.usual
    const painter = painterOf(engine)
    const drawn: Drawing = painter
      ? await painter.draw({ source, theme: theme() }, limit)
      : { type: 'broken', message: `${kindLabel({ engine })} is not drawn here` }
    // What is typed meanwhile has a request of its own.
    if ('took' in drawn) Object.assign(requestOf(view), { took: drawn.took, drawn: performance.now() })
    const isHuge = drawn.type === 'drawn' && drawn.svg.length > hugeDrawing && !extended.has(key)
    remember(key, isHuge ? { type: 'slow' } : drawn)
    if (drawn.type !== 'drawn' || isHuge || drawn.svg.length < largeDrawing) return
    prepareSvg(drawn.svg)
    // What is typed meanwhile comes first.
    await new Promise((resolve) => setTimeout(resolve))
  }

  /** Until something changes: cards, or what is in view. */
  function change(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve
    })
  }

  function remember(key: string, drawing: Drawing): void {
    cache.set(key, drawing)
    const [oldest] = cache.keys()
    if (cache.size > capacity && oldest !== undefined) cache.delete(oldest)
  }

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let view = pick(); view; view = pick()) {
      // A page that is never idle must not keep what has come into view meanwhile waiting.
      if (!view.isVisible && !isInSight(view)) await Promise.race([idle(), change()])
      // Meanwhile one may have come into view.
      const drawing = draw(pick() ?? view)
      // The last one is put on the screen while the frame draws this one.
      showKnown()
      await drawing
    }
    isBusy = false
    showKnown()
  }

  function refresh(): void {
    showKnown()
    wake()
    void work()
  }

  return {
    refresh,
    drawAnyway(view) {
      const key = keyOf(view.card)
      extended.add(key)
      cache.delete(key)
      view.settled = undefined
      refresh()
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
