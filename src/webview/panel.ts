import {
  type DiagramCard,
  type FromWebviewMessage,
  firstView,
  isStill,
  type PanelDocument,
  type PanelView,
  type ToWebviewMessage,
} from '../core/diagrams/protocol.ts'
import { type CardView, createCardView } from './cardView.ts'
import { element, iconOf } from './dom.ts'
import { pairCards } from './pairing.ts'
import { createTopBar } from './topBar.ts'

/** The cards on the screen, in the order of the document. */
export interface Panel {
  readonly views: readonly CardView[]
  readonly view: PanelView
  /** The card shown alone, or last looked at. */
  readonly current: CardView | undefined
  update(message: Extract<ToWebviewMessage, { type: 'update' }>): void
  setView(view: PanelView): void
  /** The cursor stands in the source of this card, at this element; or of none. */
  follow(id: string | undefined, mark: string | undefined): void
  /** Brings a card into view. */
  show(view: CardView): void
}

export interface PanelOptions {
  readonly root: HTMLElement
  readonly post: (message: FromWebviewMessage) => void
  readonly drawAnyway: (view: CardView) => void
  /** Cards came, went, changed, or came into view. */
  readonly onChange: () => void
  /** A picture was zoomed or moved, or another card is the current one. */
  readonly onMove: () => void
  readonly onFind: () => void
  /** Id of the card that a panel of earlier shows alone; undefined when there is no earlier. */
  readonly firstCurrent: string | undefined
}

export function createPanel({ root, post, drawAnyway, onChange, onMove, onFind, firstCurrent }: PanelOptions): Panel {
  let views: CardView[] = []
  let view = firstView
  let document: PanelDocument | undefined
  let current: CardView | undefined
  let updates = 0
  let followed: { readonly view: CardView; readonly mark: string | undefined; readonly updates: number } | undefined
  const top = createTopBar({
    setView: (change) => post({ type: 'setView', view: { ...view, ...change } }),
    step: (by) => {
      const place = current ? views.indexOf(current) : 0
      const next = views[(place + by + views.length) % views.length]
      if (next) show(next)
    },
    find: onFind,
  })
  const list = element('div', { class: 'cards' })
  const empty = element('div', { class: 'empty' })
  root.replaceChildren(top.root, list, empty)

  /** A little ahead of what is in view, so that scrolling finds pictures. */
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const view = views.find((each) => each.root === target)
        if (view) view.isVisible = isIntersecting
      }
      onChange()
    },
    { rootMargin: '300px 0px' },
  )

  const actions = {
    openSource: (id: string, at = {}) => post({ type: 'openSource', id, ...at }),
    openLink: (id: string, href: string) => post({ type: 'openLink', id, href }),
    drawAnyway(id: string) {
      const view = views.find(({ card }) => card.id === id)
      if (view) drawAnyway(view)
    },
    onZoom: onMove,
  }

  function create(card: DiagramCard): CardView {
    const view = createCardView(card, actions)
    observer.observe(view.root)
    return view
  }

  /** `isSameDocument`: a card with another id may be the one before it, edited; else each one is new. */
  function update(cards: readonly DiagramCard[], isSameDocument: boolean): void {
    const olds = views.map((view) => ({ id: view.card.id, engine: view.card.engine, view }))
    const pairs = isSameDocument ? pairCards(olds, cards) : []
    views = cards.map((card, index) => {
      const view = pairs[index]?.view
      view?.update(card)
      return view ?? create(card)
    })
    for (const { view } of olds) {
      if (views.includes(view)) continue
      observer.unobserve(view.root)
      view.root.remove()
    }
    place(
      list,
      views.map((view) => view.root),
    )
  }

  function describe(): void {
    root.toggleAttribute('data-empty', views.length === 0)
    empty.replaceChildren()
    if (views.length > 0) return
    empty.append(
      iconOf('diagram'),
      element('h2', {}, document ? 'No diagrams yet' : 'No document'),
      document
        ? element(
            'p',
            {},
            'Start a code fence with ',
            element('code', {}, '```mermaid'),
            ' in this document and its drawing appears here.',
          )
        : element('p', {}, 'Open a Markdown document to see its diagrams here.'),
    )
  }

  /** Marks the current card, which in one mode is all there is to see. */
  function arrange(): void {
    if (!current || !views.includes(current)) current = views.find(({ card }) => card.id === firstCurrent) ?? views[0]
    root.dataset['mode'] = view.mode
    for (const each of views) {
      each.root.toggleAttribute('data-current', each === current)
      each.stage.toggleAttribute('data-fill', view.mode === 'one')
    }
    const place = view.mode === 'one' && current ? views.indexOf(current) : undefined
    top.update({ document, count: views.length, place, view })
  }

  function show(target: CardView): void {
    current = target
    arrange()
    if (view.mode === 'all') target.root.scrollIntoView({ block: 'nearest' })
    onMove()
  }

  return {
    get views() {
      return views
    },
    get view() {
      return view
    },
    get current() {
      return current
    },
    update(message) {
      const isSameDocument = isStill(document?.uri, message.document)
      ;({ document, view } = message)
      updates++
      update(message.diagrams, isSameDocument)
      describe()
      arrange()
      onChange()
    },
    setView(next) {
      // A zoom is for the window the picture is seen through.
      if (next.mode !== view.mode) for (const { zoom } of views) zoom.fit()
      view = next
      arrange()
      if (current) show(current)
    },
    follow(id, mark) {
      const found = views.find(({ card }) => card.id === id)
      for (const each of views) {
        each.isSelected = each === found
        if (each !== found) each.light(undefined)
      }
      const lit = found?.light(mark)
      const now = found && { view: found, mark, updates }
      // The reader who scrolled away while typing is not called back.
      const isMoved =
        now?.view !== followed?.view || (now?.mark !== followed?.mark && now?.updates === followed?.updates)
      followed = now
      if (!found || !isMoved) return
      show(found)
      if (view.mode === 'all' || found.zoom.state) lit?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    show,
  }
}

/** Brings children into order and touches only those that stand wrong: a moved element would lose scroll and focus. */
function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let after: Element | null = null
  for (const child of children) {
    const expected: Element | null = after ? after.nextElementSibling : parent.firstElementChild
    if (expected !== child) parent.insertBefore(child, expected)
    after = child
  }
}
