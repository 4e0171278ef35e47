/** The bar above the cards: document, mode, lock and find. */

import type { PanelDocument, PanelView } from '../core/diagrams/protocol.ts'
import { button, commandKey, element, iconOf } from './dom.ts'
import { createHelp } from './help.ts'
import { t } from './words.ts'

/** The bar above the cards: the document's name, and how its diagrams are shown. */
export interface TopBar {
  readonly root: HTMLElement
  update(shown: ShownState): void
  /** Opens or closes the sheet of keyboard shortcuts. */
  showKeys(): void
}

export interface ShownState {
  readonly document: PanelDocument | undefined
  readonly count: number
  /** Index of the only visible card, from 0; undefined if all are visible. */
  readonly place: number | undefined
  readonly view: PanelView
}

export interface TopBarActions {
  setView(change: Partial<PanelView>): void
  /** Moves by this number of diagrams. */
  step(by: number): void
  find(): void
}

export function createTopBar(actions: TopBarActions): TopBar {
  let view: PanelView | undefined
  const name = element('h1')
  const count = element('span', { class: 'count', role: 'status' })
  const steps = element(
    'span',
    { class: 'steps' },
    button({ icon: 'previous', name: 'tool', label: t`Previous Diagram` }, () => actions.step(-1)),
    button({ icon: 'next', name: 'tool', label: t`Next Diagram` }, () => actions.step(1)),
  )
  const mode = button({ icon: 'one', name: 'tool toggle', label: t`Only the Diagram Under the Cursor` }, () =>
    actions.setView({ mode: view?.mode === 'one' ? 'all' : 'one' }),
  )
  const lock = button({ icon: 'unlocked', name: 'tool toggle', label: t`Lock to This Document` }, () =>
    actions.setView({ locked: !view?.locked }),
  )
  const find = button({ icon: 'find', name: 'tool', label: t`Find in Diagrams (${commandKey}+F)` }, actions.find)
  const { toggle, sheet, show: showKeys } = createHelp()
  const tools = element('div', { class: 'bar-tools' }, find, mode, lock, toggle)
  return {
    root: element('header', { class: 'top' }, name, count, steps, tools, sheet),
    showKeys,
    update(shown) {
      view = shown.view
      const { document, place } = shown
      name.textContent = document?.name ?? ''
      name.hidden = !document
      count.textContent = countText(shown)
      steps.hidden = place === undefined || shown.count < 2
      tools.hidden = shown.count === 0
      mode.ariaPressed = String(view.mode === 'one')
      lock.ariaPressed = String(view.locked)
      lock.replaceChildren(iconOf(view.locked ? 'locked' : 'unlocked'))
    },
  }
}

function countText({ count, place }: ShownState): string {
  if (count === 0) return ''
  if (place !== undefined && count > 1) return t`${place + 1} of ${count}`
  return count === 1 ? t`1 diagram` : t`${count} diagrams`
}
