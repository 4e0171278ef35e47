/** A picture in words, for those who do not see it and those who look for a name. */

import type { DiagramElement } from '../core/diagrams/elements.ts'
import { button, element } from './dom.ts'
import { t } from './words.ts'

export interface PictureText {
  /** Shows the list and hides it; is hidden itself where a picture has nothing to list. */
  readonly toggle: HTMLButtonElement
  readonly list: HTMLElement
  /** Lists these from now on, if the list is to be seen. */
  show(elements: readonly DiagramElement[]): void
}

/** @param onOpen gets the mark of the element that was chosen */
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
