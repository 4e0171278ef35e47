import type { DiagramCard, FromWebviewMessage, PanelDocument, ToWebviewMessage } from '../core/protocol.ts'
import { type CardView, createCardView } from './cardView.ts'
import { element, iconOf } from './dom.ts'
import { pairCards } from './pairing.ts'

/** The cards on the screen, in the order of the document. */
export interface Panel {
  readonly views: readonly CardView[]
  update(message: Extract<ToWebviewMessage, { type: 'update' }>): void
  reveal(id: string): void
}

export interface PanelParts {
  readonly root: HTMLElement
  readonly post: (message: FromWebviewMessage) => void
  readonly drawAnyway: (view: CardView) => void
  /** Cards came, went, changed, or came into view. */
  readonly onChange: () => void
}

export function createPanel({ root, post, drawAnyway, onChange }: PanelParts): Panel {
  let views: CardView[] = []
  const name = element('h1')
  const count = element('span', { class: 'count', role: 'status' })
  const list = element('div', { class: 'cards' })
  const empty = element('div', { class: 'empty' })
  root.replaceChildren(element('header', { class: 'top' }, name, count), list, empty)

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
    openSource: (id: string) => post({ type: 'openSource', id }),
    openLink: (id: string, href: string) => post({ type: 'openLink', id, href }),
    drawAnyway(id: string) {
      const view = views.find(({ card }) => card.id === id)
      if (view) drawAnyway(view)
    },
  }

  function create(card: DiagramCard): CardView {
    const view = createCardView(card, actions)
    observer.observe(view.root)
    return view
  }

  function update(cards: readonly DiagramCard[]): void {
    const olds = views.map((view) => ({ id: view.card.id, engine: view.card.engine, view }))
    const pairs = pairCards(olds, cards)
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

  function describe(document: PanelDocument | undefined): void {
    name.textContent = document?.name ?? ''
    count.textContent = views.length === 0 ? '' : views.length === 1 ? '1 diagram' : `${views.length} diagrams`
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

  return {
    get views() {
      return views
    },
    update(message) {
      update(message.diagrams)
      describe(message.document)
      onChange()
    },
    reveal(id) {
      for (const view of views) {
        view.isSelected = view.card.id === id
        if (view.isSelected) view.root.scrollIntoView({ block: 'nearest' })
      }
    },
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
