/** The frame around a card's picture: title, tools and keyboard handling. */

import { imageEngine } from '../core/diagrams/imageSource.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { DiagramCard } from '../core/diagrams/protocol.ts'
import { button, element } from './dom.ts'
import type { PictureText } from './pictureText.ts'
import type { Stage } from './stage.ts'
import { t, translated } from './words.ts'

export interface CardFrame {
  readonly root: HTMLElement
  /** Shows why there is no picture. */
  readonly notice: HTMLElement
  /** Shows the diagram's title, kind and line. */
  describe(card: DiagramCard): void
}

export interface CardFrameOptions {
  readonly stage: Stage
  readonly words: PictureText
  readonly openSource: () => void
}

/** The factor of one zoom step. */
const step = 1.25

export function createCardFrame({ stage, words, openSource }: CardFrameOptions): CardFrame {
  const title = element('h2')
  const kind = element('span', { class: 'kind' })
  const line = element('span')
  const source = button({ icon: 'source', name: 'source', label: t`Go to Source`, text: '' }, openSource)
  source.append(line)
  const more = button({ icon: 'more', name: 'tool', label: t`Export and Copy` }, () => openMenu(more))
  more.ariaHasPopup = 'menu'
  const tools = element(
    'div',
    { class: 'tools' },
    words.toggle,
    button({ icon: 'zoomOut', name: 'tool', label: t`Zoom Out` }, () => stage.zoom.by(1 / step)),
    button({ icon: 'zoomIn', name: 'tool', label: t`Zoom In` }, () => stage.zoom.by(step)),
    button({ icon: 'fit', name: 'tool', label: t`Fit` }, () => stage.zoom.fit()),
    more,
  )
  const notice = element('div', { class: 'notice', role: 'status' })
  const root = element(
    'article',
    { class: 'card', role: 'region', tabindex: '0', 'data-state': 'waiting' },
    element('header', {}, title, kind, tools, source),
    stage.host,
    words.list,
    notice,
  )
  root.addEventListener('keydown', (event) => {
    if (event.target === root) pressKey(event, stage, openSource)
  })
  return {
    root,
    notice,
    describe(card) {
      const label = translated(kindLabel(card))
      title.textContent = card.title
      kind.textContent = label
      line.textContent = t`Line ${card.line}`
      source.title = t`Go to Source, Line ${card.line}`
      source.setAttribute('aria-label', source.title)
      root.setAttribute('aria-label', label ? `${card.title}, ${label}` : card.title)
      root.dataset['id'] = card.id
      // An image in the document is already a file, so there is nothing to export.
      const isImage = card.engine === imageEngine
      more.hidden = isImage
      root.dataset['vscodeContext'] = JSON.stringify({
        ...(!isImage && { diagram: card.id }),
        preventDefaultContextMenuItems: true,
      })
    },
  }
}

function pressKey(event: KeyboardEvent, { zoom, host }: Stage, openSource: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const keys: Record<string, () => void> = {
    Enter: openSource,
    '+': () => zoom.by(step),
    '=': () => zoom.by(step),
    '-': () => zoom.by(1 / step),
    '0': () => zoom.fit(),
  }
  const pan = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[event.key]
  const act = pan && zoom.isScrolling ? () => host.scrollBy(pan[0] ?? 0, pan[1] ?? 0) : keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** Opens VS Code's context menu, as a click with the secondary button does. */
function openMenu(at: Element): void {
  const { left, bottom } = at.getBoundingClientRect()
  at.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }))
}
