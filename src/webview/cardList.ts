/** The cards of the panel, in the order of the document: each lives on while its diagram is edited. */

import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { type CardView, createCardView } from './cardView.ts'
import { element } from './dom.ts'
import { pairCards } from './pairing.ts'

export interface CardList {
  readonly root: HTMLElement
  readonly views: readonly CardView[]
  /** @param isSameDocument a card with another id may be the one before it, edited; else each one is new */
  update(cards: readonly DiagramCard[], isSameDocument: boolean): void
}

/** @param onChange called when cards come into view or leave it */
export function createCardList(actions: CardActions, onChange: () => void): CardList {
  let views: readonly CardView[] = []
  const root = element('div', { class: 'cards' })
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

/** Brings children into order and touches only those that stand wrong: a moved element would lose scroll and focus. */
function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let after: Element | null = null
  for (const child of children) {
    const expected: Element | null = after ? after.nextElementSibling : parent.firstElementChild
    if (expected !== child) parent.insertBefore(child, expected)
    after = child
  }
}
