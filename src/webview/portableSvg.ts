/** Turns a drawing into a self-contained SVG file. */

import { doubleLabel } from '../diagrams/mermaid/inside/labels.ts'
import { naturalSize } from './naturalSize.ts'
import { paintHtml } from './portableHtml.ts'
import { renumberIds } from './portableIds.ts'
import type { Drawn } from './rasterize.ts'
import { sanitizeSvg } from './sanitize.ts'

export interface PortableLook {
  readonly title: string
  readonly description?: string | undefined
  /** The background colour, as `#rrggbb`, by what the drawing was made for; `''` takes that of the theme. */
  readonly grounds: Readonly<Record<'' | 'light' | 'dark', string>>
}

const space = 'http://www.w3.org/2000/svg'

/** The margin around the picture, in its own units. */
const margin = 12

/** Attributes that only the panel uses, or that engines meant for a page. */
const spare = ['data-mark', 'data-link', 'data-paper', 'tabindex', 'role', 'aria-roledescription', 'xml:space']

/**
 * Turns a drawing into a file without external resources and scripts. It passes the same sanitizer as on its way into
 * the panel; links are removed as well, since a picture in a document has none. The same drawing always gives the same
 * text.
 *
 * @returns undefined if there is no picture in the drawing
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

/**
 * Where an engine has drawn a label twice, as HTML and as a fallback, the fallback stays, unless the label has a
 * formula, which only HTML can show.
 */
function chooseLabel(html: Element): void {
  const plain = html.nextElementSibling
  if (html.querySelector('math')) plain?.remove()
  else if (plain) html.remove()
}

/**
 * Removes attributes that have no meaning outside of the panel. Other `data-` attributes stay if a style selects by
 * them.
 */
function tidy(element: Element, css: string): void {
  for (const { name } of [...element.attributes]) {
    const isSpare = spare.includes(name) || (name.startsWith('data-') && !css.includes(`[${name}`))
    if (isSpare && !(name === 'xml:space' && element.localName === 'text')) element.removeAttribute(name)
  }
}

/** Sets the picture's size and margin, and removes what engines specify about both for a page. */
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

/** Removes characters that HTML accepts but XML forbids: the file would not open with them. */
const withoutControls = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
