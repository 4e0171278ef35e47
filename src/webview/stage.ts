/** Holds a card's picture in a shadow root. */

import type { DiagramElement } from '../core/diagrams/elements.ts'
import { papers } from '../diagrams/drawn/paper.ts'
import { element } from './dom.ts'
import { createElements } from './elements.ts'
import { naturalSize } from './naturalSize.ts'
import { sanitizeSvg } from './sanitize.ts'
import { textSizeOf } from './textSize.ts'
import { createZoom, type Zoom } from './zoom.ts'

/** The part of a card that shows its picture. */
export interface Stage {
  readonly host: HTMLElement
  readonly zoom: Zoom
  /** Shows a drawing of a diagram with these elements. @returns false if the sanitizer left nothing to show */
  show(svg: string, elements: readonly DiagramElement[]): boolean
  /** Highlights an element, in later pictures too. @returns its DOM element; undefined if there is none */
  light(mark: string | undefined): Element | undefined
  /** The picture shown, which may be out of date; undefined before the first one. */
  readonly picture: SVGSVGElement | undefined
}

export interface StageActions {
  readonly onLink: (href: string) => void
  /** A node or an edge was chosen; with `isGlance`, the focus stays in the picture. */
  readonly onElement: (mark: string, isGlance: boolean) => void
  /** The picture was zoomed or scrolled. */
  readonly onZoom: () => void
}

/** Styles inside the shadow root, which the panel's style sheets do not reach. */
const base = new CSSStyleSheet()
base.replaceSync(`
  .ground { width: max-content; min-width: 100%; box-sizing: border-box; padding: 12px; display: flex; justify-content: safe center; }
  .ground[data-paper='light'] { background: ${papers.light}; color: #1f1f1f; }
  .ground[data-paper='dark'] { background: ${papers.dark}; color: #eee; }
  .ground > svg { display: block; flex: none; height: auto !important; max-width: none; width: min(100cqw - 24px, var(--natural)) !important; }
  :host([data-fill]) .ground { min-height: 100%; align-items: safe center; }
  :host([data-fill]) .ground > svg { width: min(100cqw - 24px, (100cqh - 24px) * var(--ratio), 2 * var(--natural)) !important; }
  :host([data-scrolls]) .ground > svg { width: var(--least) !important; }
  :host([data-zoomed]) .ground > svg { width: var(--zoomed) !important; }
  ::highlight(found) { background-color: var(--vscode-editor-findMatchHighlightBackground, #ea5c0055); }
  ::highlight(found-current) { background-color: var(--vscode-editor-findMatchBackground, #9e6a03); }
  [data-mark] { cursor: pointer; }
  g[data-mark]:focus-visible, g[data-lit] { outline: 2px solid var(--vscode-focusBorder); outline-offset: 3px; }
  [data-mark]:focus-visible, [data-lit] { outline-color: var(--vscode-focusBorder); }
  @layer lit {
    :is(path, line, rect, circle, ellipse, polygon)[data-mark]:is([data-lit], :focus-visible) { stroke: var(--vscode-focusBorder) !important; stroke-width: 3px !important; outline: none; }
    text[data-mark]:is([data-lit], :focus-visible) { fill: var(--vscode-focusBorder) !important; outline: none; }
  }
  [data-link] { cursor: pointer; text-decoration: underline; }
  [data-link]:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`)

/** A stage is a shadow root: a drawing's styles do not affect the page, and ids of two drawings do not clash. */
export function createStage({ onLink, onElement, onZoom }: StageActions): Stage {
  const host = element('div', { class: 'stage' })
  const root = host.attachShadow({ mode: 'open' })
  const ground = element('div', { class: 'ground' })
  root.append(ground)
  const zoom = createZoom(host, onZoom)
  const elements = createElements(root, onElement)
  let picture: SVGSVGElement | undefined

  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-link]') : null
    if (!link) return
    event.preventDefault()
    onLink(link.getAttribute('data-link') ?? '')
  }
  root.addEventListener('click', follow)
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter') follow(event)
  })

  return {
    host,
    zoom,
    get picture() {
      return picture
    },
    light: elements.light,
    show(text, shown) {
      const clean = sanitizeSvg(text)
      if (!clean) return false
      const size = naturalSize(clean.svg)
      ground.dataset['paper'] = clean.svg.dataset['paper'] ?? ''
      // The card already names the drawing; a role of its own would hide the links inside from screen readers.
      for (const name of ['width', 'height', 'data-paper']) clean.svg.removeAttribute(name)
      clean.svg.style.removeProperty('max-width')
      root.adoptedStyleSheets = [base, clean.sheet]
      ground.replaceChildren(clean.svg)
      zoom.attach(clean.svg, { ...size, text: textSizeOf(clean.svg) })
      host.style.removeProperty('--held')
      picture = clean.svg
      elements.attach(picture, shown)
      return true
    },
  }
}
