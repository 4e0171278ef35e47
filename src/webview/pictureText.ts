/** Lists a picture's elements as text, for screen readers and for finding a name. */

import type { DiagramElement } from '../core/diagrams/elements.ts'
import { button, element } from './dom.ts'
import { t } from './words.ts'

export interface PictureText {
  /** Shows and hides the list; hidden itself if there is nothing to list. */
  readonly toggle: HTMLButtonElement
  readonly list: HTMLElement
  /** Replaces the listed elements. */
  show(elements: readonly DiagramElement[]): void
}

/** @param onOpen called with the mark of the chosen element */
export function createPictureText(onOpen: (mark: string) => void): PictureText {
  let elements: readonly DiagramElement[] = []
  const list = element('ul', { class: 'elements', 'aria-label': t`As Text` })
  const toggle = button({ icon: 'list', name: 'tool toggle', label: t`As Text` }, () => fill(list.hidden !== false))

  function fill(isShown: boolean): void {
    toggle.hidden = elements.length === 0
    list.hidden = !isShown || elements.length === 0
    toggle.ariaExpanded = String(!list.hidden)
    const items = elements.map(({ mark, text }) =>
      element(
        'li',
        {},
        button({ name: 'mark', label: text, text }, () => onOpen(mark)),
      ),
    )
    list.replaceChildren()
    if (!list.hidden) for (const item of items) list.append(item)
  }

  return {
    toggle,
    list,
    show(next) {
      elements = next
      fill(toggle.ariaExpanded === 'true')
    },
  }
}
