/** The panel's cards, in document order, each of which is kept while its diagram is edited. */

import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { type CardView, createCardView } from './cardView.ts'
import { element } from './dom.ts'
import { pairCards } from './pairing.ts'

export interface CardList {
  readonly root: HTMLElement
  readonly views: readonly CardView[]
  /** @param isSameDocument whether a card with a new id may be an edited earlier one; otherwise all cards are new */
  update(cards: readonly DiagramCard[], isSameDocument: boolean): void
}

/** @param onChange called when cards come into view or leave it */
export function createCardList(actions: CardActions, onChange: () => void): CardList {
  let views: readonly CardView[] = []
  const root = element('div', { class: 'cards' })
  /** The margin loads pictures shortly before they are scrolled into view. */
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

  function create(card: DiagramCard): CardView {
    const view = createCardView(card, actions)
    observer.observe(view.root)
    return view
  }

  return {
    root,
    get views() {
      return views
    },
    update(cards, isSameDocument) {
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
        root,
        views.map((view) => view.root),
      )
    },
  }
}

/** Puts children in order and moves only those out of place, since moving one loses its scroll position and focus. */
function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let after: Element | null = null
  for (const child of children) {
    const expected: Element | null = after ? after.nextElementSibling : parent.firstElementChild
    if (expected !== child) parent.insertBefore(child, expected)
    after = child
  }
}
