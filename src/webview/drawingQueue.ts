/** Draws the panel's diagrams one after the other, visible ones first. */

import type { DiagramTheme } from '../core/diagrams/engine.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardView } from './cardView.ts'
import type { Drawing, PainterOf } from './frame.ts'
import { prepareSvg } from './sanitize.ts'

/** Draws the cards one at a time, visible ones first. */
export interface DrawingQueue {
  /** To be called after a change to the cards, the visible area or the theme. */
  refresh(): void
  /** Draws a diagram that was stopped or not drawn through no fault of its own, with the extended time limit. */
  drawAgain(view: CardView): void
}

export interface DrawingQueueOptions {
  readonly views: () => readonly CardView[]
  readonly theme: () => DiagramTheme
  readonly painterOf: PainterOf
  /** Whether to draw all pictures, however many, including those out of view, so that their text can be searched. */
  readonly needsAll: () => boolean
  /** Called when a card shows a new result. */
  readonly onSettled: (view: CardView, drawing: Drawing) => void
}

/** Time limits in milliseconds: for any diagram, and for one that the reader wants to see anyway. */
const limits = { usual: 3_000, extended: 60_000 }
/** Milliseconds without an edit before a mistake is shown, and the longest pause before a card is drawn again. */
const rests = { mistake: 700, picture: 700 }
/** A diagram that draws faster than this, in milliseconds, is redrawn on every keystroke. */
const quick = 100
/** Characters from which a drawing is inserted in two steps, and from which it would take too long even so. */
const largeDrawing = 60_000
const hugeDrawing = 1_000_000
/**
 * With more diagrams than this, only those near the visible area are drawn: drawing all would keep the page busy for
 * minutes.
 */
const mostAhead = 100
/** Maximum number of cached drawings, from this and earlier documents. */
const capacity = 300

/**
 * What a card should show, since when, and how long its last drawing took and when it was finished. Times in
 * milliseconds.
 */
interface DrawingRequest {
  readonly key: string
  readonly since: number
  took: number
  drawn: number
}

/** The state of a queue. */
interface QueueState {
  readonly options: DrawingQueueOptions
  readonly cache: Map<string, Drawing>
  readonly requests: WeakMap<CardView, DrawingRequest>
  /**
   * Keys of drawings with the extended time limit. They are drawn last, in the same frame: a browser runs all sandboxed
   * frames in one process.
   */
  readonly extended: Set<string>
  /** The theme serialised, as part of each drawing's key. */
  print: { readonly theme: DiagramTheme; readonly text: string }
  isBusy: boolean
  /** Ends the wait for the page to be idle. */
  wake: () => void
  alarm: ReturnType<typeof setTimeout> | undefined
}

export function createDrawingQueue(options: DrawingQueueOptions): DrawingQueue {
  const queue: QueueState = {
    options,
    cache: new Map(),
    requests: new WeakMap(),
    extended: new Set(),
    print: printOf(options.theme()),
    isBusy: false,
    wake: () => undefined,
    alarm: undefined,
  }
  return {
    refresh: () => refresh(queue),
    drawAgain(view) {
      const key = keyOf(queue, view.card)
      queue.extended.add(key)
      queue.cache.delete(key)
      view.settled = undefined
      refresh(queue)
    },
  }
}

function refresh(queue: QueueState): void {
  showKnown(queue)
  queue.wake()
  work(queue).catch(reportError)
}

/** Draws until nothing is left to draw. */
async function work(queue: QueueState): Promise<void> {
  if (queue.isBusy) return
  queue.isBusy = true
  try {
    for (let view = pick(queue); view; view = pick(queue)) {
      // A page that is never idle must not delay cards that have come into view in the meantime.
      if (!view.isVisible && !isInSight(view)) await Promise.race([idle(), change(queue)])
      // Another card may have come into view in the meantime.
      const drawing = draw(queue, pick(queue) ?? view)
      // Show the previous drawing while the frame works on this one.
      showKnown(queue)
      await drawing
    }
  } finally {
    queue.isBusy = false
  }
  showKnown(queue)
}

/** Resolves when the cards or the visible area change. */
function change(queue: QueueState): Promise<void> {
  return new Promise((resolve) => {
    queue.wake = resolve
  })
}

/** The next card to draw, visible ones first. */
function pick(queue: QueueState): CardView | undefined {
  const { cache, extended, options } = queue
  const { views, needsAll } = options
  const open = views().filter((view) => {
    const request = requestOf(queue, view)
    return view.settled !== request.key && !cache.has(request.key) && restOf(queue, view, request) <= 0
  })
  const usual = open.filter(({ card }) => !extended.has(keyOf(queue, card)))
  // The area that counts as visible extends beyond the window.
  const near = usual.filter(({ isVisible }) => isVisible)
  const soonest = (some: readonly CardView[]) => soonestOf(queue, some)
  const inView = soonest(near.filter(isInSight)) ?? soonest(near) ?? soonest(usual.filter(isInSight))
  const ahead = views().length > mostAhead && !needsAll() ? undefined : soonest(usual)
  return inView ?? ahead ?? open.find(({ card }) => extended.has(keyOf(queue, card)))
}

/** The first card whose engine has started, or else the first one. */
const soonestOf = ({ options }: QueueState, some: readonly CardView[]): CardView | undefined =>
  some.find(({ card }) => options.painterOf(card.engine)?.isReady) ?? some[0]

async function draw(queue: QueueState, view: CardView): Promise<void> {
  const { options, extended } = queue
  const { engine, source } = view.card
  const { key } = requestOf(queue, view)
  const limit = extended.has(key) ? limits.extended : limits.usual
  const painter = options.painterOf(engine)
  const drawn: Drawing = painter
    ? await painter.draw({ source, theme: options.theme() }, limit)
    : {
        type: 'unknown',
        message: `${kindLabel({ engine })} cannot be drawn here; mermaid, Graphviz, PlantUML and box art can`,
      }
  // An edit in the meantime has created a new request.
  if ('took' in drawn) Object.assign(requestOf(queue, view), { took: drawn.took, drawn: performance.now() })
  const isHuge = drawn.type === 'drawn' && drawn.svg.length > hugeDrawing && !extended.has(key)
  remember(queue, key, isHuge ? { type: 'slow' } : drawn)
  if (drawn.type !== 'drawn' || isHuge || drawn.svg.length < largeDrawing) return
  prepareSvg(drawn.svg)
  // Handle edits that were made in the meantime first.
  await new Promise((resolve) => setTimeout(resolve))
}

function remember({ cache }: QueueState, key: string, drawing: Drawing): void {
  cache.set(key, drawing)
  const [oldest] = cache.keys()
  if (cache.size > capacity && oldest !== undefined) cache.delete(oldest)
}

/** Shows drawings that are already cached. */
function showKnown(queue: QueueState): void {
  let next = Number.POSITIVE_INFINITY
  for (const view of queue.options.views()) {
    const request = requestOf(queue, view)
    if (view.settled === request.key) continue
    const known = queue.cache.get(request.key)
    const rest = restOf(queue, view, request)
    if (known && rest <= 0) settle(queue, view, request.key, known)
    else if (view.root.ariaBusy !== 'true') view.root.ariaBusy = 'true'
    if (rest > 0) next = Math.min(next, rest)
  }
  clearTimeout(queue.alarm)
  if (Number.isFinite(next)) queue.alarm = setTimeout(() => refresh(queue), next)
}

function settle({ options }: QueueState, view: CardView, key: string, drawing: Drawing): void {
  view.settled = key
  view.root.ariaBusy = 'false'
  try {
    view.show(drawing)
    options.onSettled(view, drawing)
  } catch (error) {
    // One card must not keep the others from being drawn.
    reportError(error)
  }
}

/**
 * Milliseconds until a card with a picture may show another: unfinished input is usually invalid, and a slow engine
 * must not run all the time.
 */
function restOf({ cache, extended }: QueueState, view: CardView, { key, since, took, drawn }: DrawingRequest): number {
  const known = cache.get(key)
  if (!view.picture || extended.has(key) || known?.type === 'drawn') return 0
  if (known) return since + rests.mistake - performance.now()
  return took < quick ? 0 : drawn + Math.min(took, rests.picture) - performance.now()
}

function requestOf(queue: QueueState, view: CardView): DrawingRequest {
  const key = keyOf(queue, view.card)
  const last = queue.requests.get(view)
  if (last?.key === key) return last
  const request = { key, since: performance.now(), took: last?.took ?? 0, drawn: last?.drawn ?? 0 }
  queue.requests.set(view, request)
  return request
}

/** Everything that a drawing depends on. */
function keyOf(queue: QueueState, { engine, source }: DiagramCard): string {
  const theme = queue.options.theme()
  if (queue.print.theme !== theme) queue.print = printOf(theme)
  return `${engine}\n${queue.print.text}\n${source}`
}

const printOf = (theme: DiagramTheme): QueueState['print'] => ({ theme, text: JSON.stringify(theme) })

function isInSight({ root }: CardView): boolean {
  const { top, bottom } = root.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

function idle(): Promise<void> {
  // Safari has no `requestIdleCallback`.
  const wait = 'requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout
  return new Promise((resolve) => wait(() => resolve()))
}
