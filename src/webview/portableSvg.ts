/** Makes a drawing into an SVG file that stands for itself. */

import { doubleLabel } from '../diagrams/mermaid/inside/labels.ts'
import { naturalSize } from './naturalSize.ts'
import { paintHtml } from './portableHtml.ts'
import { renumberIds } from './portableIds.ts'
import type { Drawn } from './rasterize.ts'
import { sanitizeSvg } from './sanitize.ts'

export interface PortableLook {
  readonly title: string
  readonly description?: string | undefined
  /** The ground under the picture, as `#rrggbb`, by what the drawing was made for; empty where it takes that of the theme. */
  readonly grounds: Readonly<Record<'' | 'light' | 'dark', string>>
}

const space = 'http://www.w3.org/2000/svg'

/** Around the picture, in its own units. */
const margin = 12

/** What only the panel knows to use, and what engines say to pages. */
const spare = ['data-mark', 'data-link', 'data-paper', 'tabindex', 'role', 'aria-roledescription', 'xml:space']

/**
 * Makes a file of a drawing, which needs nothing but itself, and does nothing but show. It passes the same sanitizer as on the
 * way into the panel; then links go too, for a picture in a document has none. The same drawing gives the same text.
 * Undefined: there is no picture in it.
 */
export async function portableSvg(
  drawing: string,
  { title, description, grounds }: PortableLook,
): Promise<Drawn | undefined> {
  const clean = sanitizeSvg(drawing)
  if (!clean) return undefined
  const { svg, sheet } = clean
  const css = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')
  const paper = svg.dataset['paper']
  const ground = grounds[paper === 'light' || paper === 'dark' ? paper : '']
  for (const html of svg.querySelectorAll(doubleLabel)) chooseLabel(html)
  for (const each of [svg, ...svg.querySelectorAll('*')]) tidy(each, css)
  renumberIds(svg, css)
  const serialize = (each: SVGSVGElement) =>
    withoutControls(withStyles(new XMLSerializer().serializeToString(each), css))
  await paintHtml(svg, serialize)
  const size = frame(svg)
  for (const old of svg.querySelectorAll(':scope > :is(title, desc)')) old.remove()
  const paint = make('rect', { ...size, fill: ground })
  svg.prepend(make('title', {}, title), ...(description ? [make('desc', {}, description)] : []), paint)
  svg.setAttribute('role', 'img')
  return { text: `${serialize(svg)}\n`, width: size.width, height: size.height }
}

/** Where an engine has drawn a label twice, as HTML and for those who know none, the latter stays; but that knows no formulas. */
function chooseLabel(html: Element): void {
  const plain = html.nextElementSibling
  if (html.querySelector('math')) plain?.remove()
  else if (plain) html.remove()
}

/** Takes off what means nothing outside of the panel. Styles may ask for the other `data-` attributes. */
function tidy(element: Element, css: string): void {
  for (const { name } of [...element.attributes]) {
    const isSpare = spare.includes(name) || (name.startsWith('data-') && !css.includes(`[${name}`))
    if (isSpare && !(name === 'xml:space' && element.localName === 'text')) element.removeAttribute(name)
  }
}

/** Gives the picture its size and a margin, instead of what engines say to a page about both. */
function frame(svg: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  naturalSize(svg)
  const { x, y, width, height } = svg.viewBox.baseVal
  const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
  for (const name of [...svg.attributes].map((each) => each.name))
    if (/^(?:aria-.*|preserveAspectRatio|zoomAndPan|version|contentStyleType|overflow)$/i.test(name))
      svg.removeAttribute(name)
  for (const name of ['width', 'height', 'max-width', 'background', 'background-color']) svg.style.removeProperty(name)
  if (!svg.getAttribute('style')) svg.removeAttribute('style')
  svg.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(round).join(' '))
  svg.setAttribute('width', round(box.width))
  svg.setAttribute('height', round(box.height))
  return box
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element {
  const made = document.createElementNS(space, name)
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? round(value) : value)
  made.textContent = text
  return made
}

const round = (value: number): string => String(Math.round(value * 100) / 100)

const withStyles = (text: string, css: string): string =>
  text.replace(/^<svg[^>]*>/, (start) => (css ? `${start}<style>${asXml(css)}</style>` : start))

const asXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Characters that no XML may have, which HTML takes: with one of them the file would not open. */
const withoutControls = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
