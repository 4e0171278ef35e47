/** The sheet of keyboard shortcuts and the button that opens it. */

import { button, commandKey, element } from './dom.ts'
import { t } from './words.ts'

const keys: readonly (readonly [keys: string, does: string])[] = [
  ['Tab', t`Next diagram, then its contents`],
  [t`Click`, t`Show the source of a node or an arrow`],
  [t`Enter, double click`, t`Go to the source of a diagram, a node or an arrow`],
  ['+  −  0', t`Zoom in, zoom out, fit`],
  [t`${commandKey} + wheel`, t`Zoom where the pointer is`],
  [t`Arrows`, t`Pan a zoomed diagram, or move between its nodes`],
  ['Shift + F10', t`Export or copy a diagram`],
  [`${commandKey} + F`, t`Find text in all diagrams`],
  ['Esc', t`Back to the diagram; close open menus`],
  ['?', t`Show these keys`],
]

export interface Help {
  readonly toggle: HTMLButtonElement
  readonly sheet: HTMLElement
  /** Opens or closes the sheet. */
  show(): void
}

/** A button and the sheet it opens. The browser closes the sheet on Esc and on a click elsewhere. */
export function createHelp(): Help {
  const sheet = element('div', { class: 'help', popover: 'auto', id: 'help', role: 'dialog', 'aria-label': t`Keys` })
  const toggle = button({ icon: 'help', name: 'tool', label: t`Keys` }, () => {})
  toggle.setAttribute('popovertarget', 'help')
  const list = element('dl')
  for (const [key, does] of keys) list.append(element('div', {}, element('dt', {}, key), element('dd', {}, does)))
  sheet.append(list)
  return { toggle, sheet, show: () => void sheet.togglePopover() }
}
