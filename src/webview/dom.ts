/** Creates an element with attributes and children. Text is never parsed as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  for (const child of children) made.append(child)
  return made
}

/** A button with an icon and an optional text; `label` is its tooltip and its name for screen readers. */
export function button(
  { icon, label, text, name }: { icon?: IconName; label: string; text?: string; name: string },
  onClick: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: name, title: label, 'aria-label': label })
  if (icon) made.append(iconOf(icon))
  if (text) made.append(element('span', {}, text))
  made.addEventListener('click', onClick)
  return made
}

/** The modifier key for commands on this platform. */
export const commandKey = navigator.platform.startsWith('Mac') ? 'Cmd' : 'Ctrl'

/** Strokes on a 16 by 16 grid, drawn in the current text colour. */
const icons = {
  zoomIn: 'M8 3.5v9M3.5 8h9',
  zoomOut: 'M3.5 8h9',
  fit: 'M6 2.5H2.5V6M10 2.5h3.5V6M6 13.5H2.5V10M10 13.5h3.5V10',
  source: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  error: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.9 5.9l4.2 4.2M10.1 5.9 5.9 10.1',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.5V8l2.3 1.6',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  one: 'M2.5 3.5h11v9h-11zM5 6.5h6v3H5z',
  locked: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  unlocked: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  find: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.2 10.2l3.3 3.3',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6q-.8.4-.8 1.3M8 11.2v.1',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.5M2.5 8h.5M2.5 12h.5',
  diagram: 'M5.5 2.5h5v3h-5zM1.5 10.5h5v3h-5zM9.5 10.5h5v3h-5zM8 5.5V8M4 10.5V8h8v2.5',
} as const

export type IconName = keyof typeof icons

/** One of the icons above, hidden from screen readers. */
export function iconOf(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const path = document.createElementNS(space, 'path')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', icons[name])
  svg.append(path)
  return svg
}
