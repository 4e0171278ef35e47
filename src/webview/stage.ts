import { element } from './dom.ts'
import { sanitizeSvg } from './sanitize.ts'
import { createZoom, type Zoom } from './zoom.ts'

/** The place of a card where its picture is. */
export interface Stage {
  readonly host: HTMLElement
  readonly zoom: Zoom
  /** Puts a drawing in; false if nothing of it may be shown. */
  show(svg: string): boolean
  /** What is shown, be it an old drawing; undefined until the first one. */
  readonly picture: SVGSVGElement | undefined
}

export interface StageActions {
  readonly onLink: (href: string) => void
  /** The picture was zoomed or moved. */
  readonly onZoom: () => void
}

/** Styles inside the shadow root, which the sheets of the panel do not reach. */
const base = new CSSStyleSheet()
base.replaceSync(`
  .ground { width: max-content; min-width: 100%; box-sizing: border-box; padding: 12px; display: flex; justify-content: safe center; }
  .ground[data-paper='light'] { background: #fff; color: #1f1f1f; }
  .ground[data-paper='dark'] { background: #1f1f1f; color: #eee; }
  .ground > svg { display: block; flex: none; height: auto !important; max-width: none; width: min(100cqw - 24px, var(--natural)) !important; }
  :host([data-fill]) .ground { min-height: 100%; align-items: safe center; }
  :host([data-fill]) .ground > svg { width: min(100cqw - 24px, (100cqh - 24px) * var(--ratio), 2 * var(--natural)) !important; }
  :host([data-zoomed]) .ground > svg { width: var(--zoomed) !important; }
  ::highlight(found) { background-color: var(--vscode-editor-findMatchHighlightBackground, #ea5c0055); }
  ::highlight(found-current) { background-color: var(--vscode-editor-findMatchBackground, #9e6a03); }
  [data-link] { cursor: pointer; text-decoration: underline; }
  [data-link]:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`)

/** A stage is a shadow root: styles of a drawing end at its border, and ids of two drawings do not meet. */
export function createStage({ onLink, onZoom }: StageActions): Stage {
  const host = element('div', { class: 'stage' })
  const root = host.attachShadow({ mode: 'open' })
  const ground = element('div', { class: 'ground' })
  root.append(ground)
  const zoom = createZoom(host, onZoom)
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
    show(text) {
      const clean = sanitizeSvg(text)
      if (!clean) return false
      const size = naturalSize(clean.svg)
      ground.dataset['paper'] = clean.svg.dataset['paper'] ?? ''
      // The drawing is named by its card; a role of its own would hide the links inside.
      for (const name of ['width', 'height', 'data-paper']) clean.svg.removeAttribute(name)
      clean.svg.style.removeProperty('max-width')
      root.adoptedStyleSheets = [base, clean.sheet]
      ground.replaceChildren(clean.svg)
      zoom.attach(clean.svg, size)
      host.style.removeProperty('--held')
      picture = clean.svg
      return true
    },
  }
}

/** Size at 100 %: engines say it in `viewBox`, some in `width` and `height`. */
function naturalSize(svg: SVGSVGElement): { width: number; height: number } {
  const { width, height } = svg.viewBox.baseVal ?? { width: 0, height: 0 }
  if (width > 0 && height > 0) return { width, height }
  const own = {
    width: Number.parseFloat(svg.getAttribute('width') ?? ''),
    height: Number.parseFloat(svg.getAttribute('height') ?? ''),
  }
  const size = { width: own.width || 400, height: own.height || 300 }
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`)
  return size
}
