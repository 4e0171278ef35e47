import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { DiagramCard } from '../core/diagrams/protocol.ts'
import { button, element, iconOf } from './dom.ts'
import type { Drawing } from './frame.ts'
import { createStage } from './stage.ts'
import type { Zoom } from './zoom.ts'

/** What a card asks of the panel. */
export interface CardActions {
  openSource(id: string, at?: { readonly mark?: string; readonly line?: number }): void
  openLink(id: string, href: string): void
  drawAnyway(id: string): void
  /** The picture was zoomed or moved. */
  onZoom(): void
}

/** One diagram on the screen. It lives on while its diagram is edited, and with it picture, zoom and scroll. */
export interface CardView {
  readonly root: HTMLElement
  /** Holds the picture. */
  readonly stage: HTMLElement
  /** What is shown, be it an old drawing; undefined until the first one. */
  readonly picture: SVGSVGElement | undefined
  readonly card: DiagramCard
  readonly zoom: Zoom
  /** Whether it is in view, or nearly: only then it moves while it waits. */
  isVisible: boolean
  /** What the card shows now, or tried to: the key of the drawing. */
  settled: string | undefined
  update(card: DiagramCard): void
  /** Lights an element of the picture. Returns its element; undefined when there is none. */
  light(mark: string | undefined): Element | undefined
  show(drawing: Drawing): void
  isSelected: boolean
}

export function createCardView(first: DiagramCard, actions: CardActions): CardView {
  let card = first
  let trouble: Drawing | undefined
  const stage = createStage({
    onLink: (href) => actions.openLink(card.id, href),
    onElement: (mark) => actions.openSource(card.id, { mark }),
    onZoom: actions.onZoom,
  })
  const title = element('h2')
  const kind = element('span', { class: 'kind' })
  const source = button({ icon: 'source', name: 'source', label: 'Go to Source', text: '' }, () =>
    actions.openSource(card.id),
  )
  const line = element('span')
  source.append(line)
  const tools = element(
    'div',
    { class: 'tools' },
    button({ icon: 'zoomOut', name: 'tool', label: 'Zoom Out' }, () => stage.zoom.by(1 / 1.25)),
    button({ icon: 'zoomIn', name: 'tool', label: 'Zoom In' }, () => stage.zoom.by(1.25)),
    button({ icon: 'fit', name: 'tool', label: 'Fit' }, () => stage.zoom.fit()),
  )
  const more = button({ icon: 'more', name: 'tool', label: 'Export and Copy' }, () => openMenu(more))
  more.ariaHasPopup = 'menu'
  tools.append(more)
  const list = element('ul', { class: 'elements', 'aria-label': 'As Text' })
  const asText = button({ icon: 'list', name: 'tool toggle', label: 'As Text' }, () => showText(list.hidden !== false))
  tools.prepend(asText)
  const notice = element('div', { class: 'notice', role: 'status' })
  const root = element(
    'article',
    { class: 'card', role: 'region', tabindex: '0', 'data-state': 'waiting' },
    element('header', {}, title, kind, tools, source),
    stage.host,
    list,
    notice,
  )
  root.addEventListener('keydown', (event) => {
    if (event.target === root) pressKey(event)
  })

  function pressKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const keys: Record<string, () => void> = {
      Enter: () => actions.openSource(card.id),
      '+': () => stage.zoom.by(1.25),
      '=': () => stage.zoom.by(1.25),
      '-': () => stage.zoom.by(1 / 1.25),
      '0': () => stage.zoom.fit(),
    }
    const pan = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[event.key]
    const act = pan && stage.zoom.state ? () => stage.host.scrollBy(pan[0] ?? 0, pan[1] ?? 0) : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  /** The picture in words, for those who do not see it and those who look for a name. */
  function showText(isShown: boolean): void {
    const elements = card.elements ?? []
    asText.hidden = elements.length === 0
    list.hidden = !isShown || elements.length === 0
    asText.ariaExpanded = String(!list.hidden)
    const items = elements.map(({ mark, text }) =>
      element(
        'li',
        {},
        button({ name: 'mark', label: text, text }, () => actions.openSource(card.id, { mark })),
      ),
    )
    list.replaceChildren()
    if (!list.hidden) for (const item of items) list.append(item)
  }

  function update(next: DiagramCard): void {
    const isSame = next.id === card.id && next.title === card.title && next.line === card.line
    card = next
    if (!isSame || next === first) describe()
  }

  function describe(): void {
    describeTrouble()
    showText(asText.ariaExpanded === 'true')
    const label = kindLabel(card)
    title.textContent = card.title
    kind.textContent = label
    line.textContent = `Line ${card.line}`
    source.title = `Go to Source, Line ${card.line}`
    source.setAttribute('aria-label', source.title)
    root.setAttribute('aria-label', label ? `${card.title}, ${label}` : card.title)
    root.dataset['id'] = card.id
    root.dataset['vscodeContext'] = JSON.stringify({ diagram: card.id, preventDefaultContextMenuItems: true })
  }

  function show(drawing: Drawing): void {
    const isDrawn = drawing.type === 'drawn' && stage.show(drawing.svg, card.elements ?? [])
    trouble = isDrawn ? undefined : drawing
    root.dataset['state'] = isDrawn ? 'drawn' : drawing.type === 'slow' ? 'slow' : 'failed'
    if (!isDrawn) root.toggleAttribute('data-empty', !stage.picture)
    describeTrouble()
  }

  /** Why there is no picture, or none of the source as it is now. */
  function describeTrouble(): void {
    if (!trouble) notice.replaceChildren()
    else if (trouble.type === 'slow') {
      const again = button({ name: 'action', label: 'Draw Anyway', text: 'Draw Anyway' }, () =>
        actions.drawAnyway(card.id),
      )
      notice.replaceChildren(iconOf('clock'), element('p', {}, 'This diagram takes too long to draw'), again)
    } else {
      const message = trouble.type === 'drawn' ? 'The engine gave no picture' : trouble.message
      const line = trouble.type === 'failed' ? trouble.line : undefined
      const icon = iconOf(trouble.type === 'broken' ? 'diagram' : 'error')
      notice.replaceChildren(icon, element('p', {}, ...withCode(message)))
      if (line === undefined) return
      // The first line of the source is the one after the fence.
      const place = card.line + line
      const go = () => actions.openSource(card.id, { line })
      notice.append(button({ name: 'place', label: `Go to Line ${place}`, text: `Line ${place}` }, go))
    }
  }

  update(first)
  return {
    root,
    stage: stage.host,
    zoom: stage.zoom,
    get isVisible() {
      return root.hasAttribute('data-near')
    },
    set isVisible(value) {
      root.toggleAttribute('data-near', value)
    },
    settled: undefined,
    get picture() {
      return stage.picture
    },
    get card() {
      return card
    },
    get isSelected() {
      return root.hasAttribute('data-selected')
    },
    set isSelected(value) {
      root.toggleAttribute('data-selected', value)
    },
    update,
    show,
    light: stage.light,
  }
}

/** The editor's own menu, as a click with the other button opens it. */
function openMenu(at: Element): void {
  const { left, bottom } = at.getBoundingClientRect()
  at.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }))
}

/** A message with what stands in backticks as code. */
function withCode(message: string): (HTMLElement | string)[] {
  return message.split('`').map((words, index) => (index % 2 === 1 ? element('code', {}, words) : words))
}
