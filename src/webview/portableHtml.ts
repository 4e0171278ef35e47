/** Turns HTML labels of a drawing into images, so that any program can show them. */

import { rasterize } from './rasterize.ts'

/** Pixels per unit of the drawing, enough for printing. */
const sharpness = 4

/** How far a label may extend beyond its box on each side, in units: a root is higher than mermaid calculates. */
const overhang = 8

/**
 * Replaces each HTML label, such as a formula, by an image: only browsers show HTML in SVG, and not when the SVG is
 * used as an image.
 *
 * @param serialize returns the text of an SVG with the drawing's styles
 */
export async function paintHtml(svg: SVGSVGElement, serialize: (svg: SVGSVGElement) => string): Promise<void> {
  for (const label of svg.querySelectorAll('foreignObject')) {
    const box = boxOf(label)
    if (box.width > 0 && box.height > 0 && hasContent(label)) label.replaceWith(await paint(svg, label, box, serialize))
    else label.remove()
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const boxOf = (element: Element): Box => {
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
    Number.parseFloat(element.getAttribute(name) ?? '0'),
  )
  return { x, y, width, height }
}

const hasContent = (label: Element): boolean => label.textContent.trim() !== '' || label.querySelector('img') !== null

async function paint(
  svg: SVGSVGElement,
  label: SVGForeignObjectElement,
  { x, y, width, height }: Box,
  serialize: (svg: SVGSVGElement) => string,
): Promise<SVGImageElement> {
  const box = { x: x - overhang, y: y - overhang, width: width + 2 * overhang, height: height + 2 * overhang }
  const text = serialize(alone(svg, label, box))
  const png = new Uint8Array(await (await rasterize({ text, ...box }, sharpness)).arrayBuffer())
  const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
  for (const [name, value] of Object.entries(box)) image.setAttribute(name, String(Math.round(value * 100) / 100))
  // Older programs only know `href` with the `xlink` prefix.
  image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `data:image/png;base64,${base64(png)}`)
  return image
}

/** The label and its ancestors, which styles depend on, without siblings and transforms. */
function alone(svg: SVGSVGElement, label: SVGForeignObjectElement, box: Box): SVGSVGElement {
  const own = label.cloneNode(true) as SVGForeignObjectElement
  own.style.overflow = 'visible'
  let inner: Element = own
  for (let outer: Element | null = label.parentElement; outer && outer !== svg; outer = outer.parentElement) {
    const shell = outer.cloneNode(false) as Element
    shell.removeAttribute('transform')
    shell.append(inner)
    inner = shell
  }
  const root = svg.cloneNode(false) as SVGSVGElement
  root.setAttribute('viewBox', [box.x, box.y, box.width, box.height].join(' '))
  root.setAttribute('width', String(box.width))
  root.setAttribute('height', String(box.height))
  root.append(inner)
  return root
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
