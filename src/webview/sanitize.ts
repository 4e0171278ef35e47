/** Lets only harmless SVG from an engine into the panel. */

import createDOMPurify from 'dompurify'
import { cleanDeclarations, cleanSheet, isFetching } from './sanitizeCss.ts'

/** A sanitized drawing: its picture, and its style sheet for the shadow root it goes into. */
export interface CleanDrawing {
  readonly svg: SVGSVGElement
  readonly sheet: CSSStyleSheet
}

const purifier = createDOMPurify(window)

/** Raster images only: an SVG can contain script. */
const dataImage = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i
const followable = /^(?:https?:|#|\.{0,2}\/|[^:]*$)/i

purifier.addHook('uponSanitizeAttribute', (node, attribute) => {
  const { attrName: name, attrValue: value } = attribute
  if (name === 'href' || name === 'xlink:href' || name === 'src') attribute.keepAttr = mayPointTo(node.localName, value)
  else if (name === 'srcset' || name === 'action' || name === 'formaction') attribute.keepAttr = false
  else if (name !== 'style' && isFetching(value)) attribute.keepAttr = false
})

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (!(node instanceof Element)) return
  if (node.hasAttribute('style')) cleanDeclarations(node)
  if (node.localName === 'a') sanitizeLink(node)
})

let prepared: { readonly text: string; readonly clean: CleanDrawing | undefined } | undefined

/**
 * Does the work of the next `sanitizeSvg` call for the same text, so that a large drawing is not cleaned and laid out
 * in a single task.
 */
export function prepareSvg(text: string): void {
  prepared = { text, clean: cleanSvg(text) }
}

/**
 * Sanitizes an engine's drawing for the panel. Engines sanitize too, but whatever one of them misses must be removed
 * here.
 *
 * @returns undefined if there is no picture in the text
 */
export function sanitizeSvg(text: string): CleanDrawing | undefined {
  const ready = prepared
  prepared = undefined
  return ready?.text === text ? ready.clean : cleanSvg(text)
}

function cleanSvg(text: string): CleanDrawing | undefined {
  const { markup, styles } = takeStyles(text)
  const fragment = purifier.sanitize(markup, {
    USE_PROFILES: { svg: true, svgFilters: true, html: true, mathMl: true },
    ADD_TAGS: ['foreignobject'],
    ADD_ATTR: ['dominant-baseline'],
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'audio',
      'video',
      'source',
      'track',
      'dialog',
      'slot',
    ],
    HTML_INTEGRATION_POINTS: { foreignobject: true },
    // Ids and names are in a shadow root, where they cannot shadow globals.
    SANITIZE_DOM: false,
    RETURN_DOM_FRAGMENT: true,
  })
  const svg = fragment.querySelector('svg')
  if (!svg) return undefined
  return { svg: document.adoptNode(svg), sheet: cleanSheet(styles) }
}

/**
 * Takes style elements out before the markup is parsed: they end up in a style sheet anyway, and the browser would
 * report each one as a violation of the policy. A style element that is missed is removed with the other forbidden
 * elements.
 */
function takeStyles(text: string): { markup: string; styles: string } {
  const styles: string[] = []
  const markup = text.replace(/<style[^>]*>([^<]*)<\/style>/g, (_, css: string) => {
    styles.push(css.replace(/&(gt|lt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name]))
    return ''
  })
  return { markup, styles: styles.join('\n') }
}

const entities = { gt: '>', lt: '<', quot: '"', amp: '&' } as const

function mayPointTo(tag: string, address: string): boolean {
  // A scheme may contain blanks and control characters, which browsers skip.
  const plain = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, '')
  if (tag === 'a') return followable.test(plain)
  if (tag === 'image' || tag === 'img') return dataImage.test(plain)
  return plain.startsWith('#')
}

/** Without `href`, a browser can in no way follow the link itself; the panel asks the extension host to open it. */
function sanitizeLink(link: Element): void {
  const href = link.getAttribute('href') ?? link.getAttribute('xlink:href')
  for (const name of ['href', 'xlink:href', 'target', 'download', 'ping']) link.removeAttribute(name)
  if (href === null) return
  link.setAttribute('data-link', href)
  link.setAttribute('role', 'link')
  link.setAttribute('tabindex', '0')
}
