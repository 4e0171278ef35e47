/** Finds the background of text in a drawing: which shapes are below it, and in which colours. */

import { toHex } from './colors.ts'

/** A colour, which may be partly transparent. */
export interface Look {
  /** Red, green and blue, from 0 to 255. */
  readonly channels: readonly number[]
  /** From 0 to 1. */
  readonly opacity: number
}

/** Text and its background. */
export interface WordsOn {
  readonly element: HTMLElement | SVGElement
  /** The property that sets the text's colour. */
  readonly property: 'fill' | 'color'
  /** As `#rrggbb`. */
  readonly color: string
  /** Whether the drawing sets this text's colour directly, not by a style sheet. */
  readonly isChosen: boolean
  /** Bottom first. */
  readonly under: readonly Look[]
}

/** A shape that covers something. */
interface Shape extends Look {
  readonly element: SVGGeometryElement
  readonly box: DOMRect
}

/** Maximum number of pairs of texts and shapes to compare, which limits the time. */
const mostPairs = 2_000_000

/** Elements that are not drawn themselves. */
const hidden = new Set(['defs', 'marker', 'clipPath', 'mask', 'pattern', 'symbol', 'title', 'desc', 'style'])

/** All text of a drawing that is part of the page, with its background; empty for a drawing with too much text. */
export function wordsOn(root: Element): readonly WordsOn[] {
  const shapes: Shape[] = []
  const words: { readonly text: Text; readonly element: HTMLElement | SVGElement; readonly below: number }[] = []
  for (const node of walk(root)) {
    const shape = node instanceof SVGGeometryElement ? shapeOf(node) : undefined
    if (shape) shapes.push(shape)
    const { parentElement: element } = node
    if (node instanceof Text && /\S/.test(node.data) && isStyled(element))
      words.push({ text: node, element, below: shapes.length })
  }
  if (shapes.length * words.length > mostPairs) return []
  return words.flatMap(({ text, element, below }) => {
    const property = element instanceof SVGElement ? 'fill' : 'color'
    const color = lookOf(getComputedStyle(element)[property])
    const center = centerOf(text)
    if (!color || !center) return []
    const under = shapes.slice(0, below).filter((shape) => covers(shape, center))
    const isChosen = hasOwnColor(element, root)
    return [{ element, property, color: toHex(color.channels), isChosen, under: [...under, ...papersOf(element)] }]
  })
}

/** Elements and text nodes in painting order. */
function* walk(root: Element): Generator<Node> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    hidden.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node
}

const isStyled = (element: Element | null): element is HTMLElement | SVGElement =>
  element instanceof HTMLElement || element instanceof SVGElement

/** Undefined for a shape that covers nothing. */
function shapeOf(element: SVGGeometryElement): Shape | undefined {
  const { fill, fillOpacity, opacity, visibility, display } = getComputedStyle(element)
  const look = lookOf(fill)
  if (!look || visibility === 'hidden' || display === 'none') return undefined
  const share = look.opacity * Number.parseFloat(fillOpacity) * Number.parseFloat(opacity)
  return share > 0 ? { ...look, opacity: share, element, box: element.getBoundingClientRect() } : undefined
}

/** Undefined for an empty value, `none` and a gradient. */
function lookOf(color: string): Look | undefined {
  const [red, green, blue, opacity = 1] = (/^rgba?\(([\d., ]{5,60})\)$/.exec(color)?.[1] ?? '').split(',').map(Number)
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : { channels: [red, green, blue], opacity }
}

function centerOf(text: Text): { readonly x: number; readonly y: number } | undefined {
  const range = document.createRange()
  range.selectNodeContents(text)
  const { x, y, width, height } = range.getBoundingClientRect()
  return width > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined
}

function covers({ element, box }: Shape, { x, y }: { readonly x: number; readonly y: number }): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false
  if (element.localName === 'rect') return true
  const inside = element.getScreenCTM()?.inverse()
  return inside !== undefined && element.isPointInFill(new DOMPoint(x, y).matrixTransform(inside))
}

/** Backgrounds of HTML in a drawing, outermost first. */
function papersOf(element: Element): Look[] {
  const papers: Look[] = []
  for (let at: Element | null = element; at instanceof HTMLElement; at = at.parentElement) {
    const look = lookOf(getComputedStyle(at).backgroundColor)
    if (look && look.opacity > 0) papers.unshift(look)
  }
  return papers
}

/** Whether an element, or one around it, sets a text colour of its own. */
function hasOwnColor(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    if (at.hasAttribute('fill')) return true
    if (isStyled(at) && (at.style.color !== '' || at.style.fill !== '')) return true
  }
  return false
}
