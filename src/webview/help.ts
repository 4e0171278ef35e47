/** The sheet of keys and the button that opens it. */

import { button, commandKey, element } from './dom.ts'

const keys: readonly (readonly [keys: string, does: string])[] = [
  ['Tab', 'Next diagram, then into its picture'],
  ['Click', 'Show the source of a node or an arrow'],
  ['Enter, double click', 'Go to the source of a diagram, a node or an arrow'],
  ['+  −  0', 'Zoom in, zoom out, fit'],
  [`${commandKey} + wheel`, 'Zoom where the pointer is'],
  ['Arrows', 'Pan a zoomed picture, or go from node to node inside'],
  ['Shift + F10', 'Export or copy a diagram'],
  [`${commandKey} + F`, 'Find text in all diagrams'],
  ['Esc', 'Back to the diagram; close what is open'],
]

/** A button and the sheet of keys it opens. The browser closes the sheet on Esc and on a click elsewhere. */
export function createHelp(): { readonly toggle: HTMLButtonElement; readonly sheet: HTMLElement } {
  const sheet = element('div', { class: 'help', popover: 'auto', id: 'help', role: 'dialog', 'aria-label': 'Keys' })
  const toggle = button({ icon: 'help', name: 'tool', label: 'Keys' }, () => {})
  toggle.setAttribute('popovertarget', 'help')
  const list = element('dl')
  for (const [key, does] of keys) list.append(element('div', {}, element('dt', {}, key), element('dd', {}, does)))
  sheet.append(list)
  return { toggle, sheet }
}
