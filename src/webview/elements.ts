/** Makes nodes and edges of a picture clickable, reachable by keyboard and highlightable. */

import type { DiagramElement } from '../core/diagrams/elements.ts'

/** The nodes and edges of the picture on a stage: they can be clicked, reached by keyboard and highlighted. */
export interface PictureElements {
  /** Takes over the elements of a new picture; `texts` has their names. */
  attach(picture: Element, texts: readonly DiagramElement[]): void
  /** Highlights only this element. @returns its DOM element; undefined if the picture does not show it */
  light(mark: string | undefined): Element | undefined
}

/** How far from a thin line a click still counts, in CSS pixels. */
const reach = 5

/**
 * Handles pointer and keyboard inside `root`.
 *
 * @param onOpen called with the mark of the chosen element; `isGlance` is true for a single click, which leaves the
 * focus in the picture
 */
export function createElements(root: ShadowRoot, onOpen: (mark: string, isGlance: boolean) => void): PictureElements {
  let picture: Element | undefined
  let lit: string | undefined
  let kinds: ReadonlyMap<string, DiagramElement['kind']> = new Map()

  const all = () => [...(picture?.querySelectorAll('[data-mark]') ?? [])]
  const isEdge = (mark: string) => kinds.get(mark) === 'edge'

  const choose = (event: Event, isGlance: boolean) => {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return
    if (event.target.closest('[data-link]')) return
    const exact = markOf(event.target)
    const isSmall = exact !== undefined && kinds.get(exact) !== 'group'
    const mark = isSmall ? exact : (edgeNear(root, event, isEdge) ?? exact)
    if (mark !== undefined) onOpen(mark, isGlance)
  }
  for (const type of ['click', 'dblclick']) root.addEventListener(type, (event) => choose(event, type === 'click'))
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return
    const mark = event.target.getAttribute('data-mark')
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') onOpen(mark, false)
    else if (event.key.startsWith('Arrow')) focus(nearest(event.target, stops(), event.key))
    else return
    event.preventDefault()
    event.stopPropagation()
  })

  const stops = () => all().filter((element) => element.hasAttribute('tabindex'))

  /** Roving tab index: one element can be reached with Tab, the others from there with the arrow keys. */
  function focus(next: Element | undefined): void {
    if (!(next instanceof SVGElement)) return
    for (const stop of stops()) stop.setAttribute('tabindex', stop === next ? '0' : '-1')
    next.focus()
  }

  function light(mark: string | undefined): Element | undefined {
    lit = mark
    const elements = all()
    for (const element of elements) element.toggleAttribute('data-lit', element.getAttribute('data-mark') === mark)
    return elements.find((element) => element.hasAttribute('data-lit'))
  }

  return {
    attach(next, texts) {
      picture = next
      kinds = new Map(texts.map(({ mark, kind }) => [mark, kind]))
      const unnamed = new Map(texts.map(({ mark, text }) => [mark, text]))
      for (const element of all()) {
        const mark = element.getAttribute('data-mark') ?? ''
        const text = unnamed.get(mark)
        // A `data-mark` of the engine itself does not belong to an element of ours.
        if (!kinds.has(mark)) element.removeAttribute('data-mark')
        if (text === undefined || element.closest('[data-link]')) continue
        element.setAttribute('role', 'button')
        if (!saysMore(element, text)) element.setAttribute('aria-label', text)
        element.setAttribute('tabindex', '-1')
        unnamed.delete(mark)
      }
      const first = texts.find(({ mark }) => !unnamed.has(mark))
      stops()
        .find((stop) => markOf(stop) === first?.mark)
        ?.setAttribute('tabindex', '0')
      light(lit)
    },
    light,
  }
}

/** The mark of the element that a part of the drawing belongs to. */
const markOf = (element: Element | null): string | undefined =>
  element?.closest('[data-mark]')?.getAttribute('data-mark') ?? undefined

/** An edge close to the pointer, since thin lines are hard to hit. */
function edgeNear(
  root: ShadowRoot,
  { clientX: x, clientY: y }: MouseEvent,
  isEdge: (mark: string) => boolean,
): string | undefined {
  // A line may be only one pixel wide, so every pixel of a cross is tested.
  const near = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
    .sort((one, other) => Math.abs(one) - Math.abs(other))
    .flatMap((by) => [root.elementFromPoint(x + by, y), root.elementFromPoint(x, y + by)])
    .map(markOf)
  return near.find((mark) => mark !== undefined && isEdge(mark))
}

/**
 * Whether an element shows more text than its name, such as a class with its members, or shows it in pieces. That text
 * is then its accessible name.
 */
function saysMore(element: Element, name: string): boolean {
  const known = name.toLowerCase()
  const pieces = [...element.querySelectorAll('text, p')].map(({ textContent }) => textContent.trim().toLowerCase())
  return [...pieces, pieces.join('')].some((words) => !known.includes(words))
}

/** The nearest element in the direction of an arrow key; undefined if there is none. */
function nearest(from: Element, all: readonly Element[], key: string): Element | undefined {
  const center = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }
  const start = center(from)
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight'
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const cost = (element: Element) => {
    const { x, y } = center(element)
    const [along, aside] = isAcross ? [x - start.x, y - start.y] : [y - start.y, x - start.x]
    return along * sign > 1 ? along * sign + 2 * Math.abs(aside) : Number.POSITIVE_INFINITY
  }
  const [best] = all
    .filter((element) => element !== from)
    .map((element) => ({ element, cost: cost(element) }))
    .sort((a, b) => a.cost - b.cost)
  return best && Number.isFinite(best.cost) ? best.element : undefined
}
