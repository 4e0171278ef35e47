/** The panel: cards, top bar, and which card is the current one. */

import {
  type FromWebviewMessage,
  firstView,
  isStill,
  type PanelDocument,
  type PanelView,
  type ToWebviewMessage,
} from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { type CardList, createCardList } from './cardList.ts'
import type { CardView } from './cardView.ts'
import { element, iconOf } from './dom.ts'
import { createTopBar, type TopBar } from './topBar.ts'
import { t } from './words.ts'

/** The cards on the screen, in document order. */
export interface Panel {
  readonly views: readonly CardView[]
  readonly view: PanelView
  /** The card shown alone, or the one last looked at. */
  readonly current: CardView | undefined
  update(message: Extract<ToWebviewMessage, { type: 'update' }>): void
  setView(view: PanelView): void
  /** Follows the cursor to this card and element; undefined if it is in no diagram. */
  follow(id: string | undefined, mark: string | undefined): void
  /** Scrolls a card into view. */
  show(view: CardView): void
  /** Opens or closes the sheet of keyboard shortcuts. */
  showKeys(): void
}

export interface PanelOptions {
  readonly root: HTMLElement
  readonly post: (message: FromWebviewMessage) => void
  readonly drawAgain: (view: CardView) => void
  /** Cards were added, removed, changed, or came into view. */
  readonly onChange: () => void
  /** A picture was zoomed or scrolled, or another card became the current one. */
  readonly onMove: () => void
  readonly onFind: () => void
  /** Id of the current card in the restored panel; undefined if there is none. */
  readonly firstCurrent: string | undefined
}

/** The state of a panel. */
interface PanelState {
  readonly options: PanelOptions
  readonly cards: CardList
  readonly top: TopBar
  readonly empty: HTMLElement
  document: PanelDocument | undefined
  view: PanelView
  current: CardView | undefined
  /** The number of updates so far. */
  updates: number
  /** The last cursor position, and the number of updates at that time. */
  followed: { readonly view: CardView; readonly mark: string | undefined; readonly updates: number } | undefined
}

export function createPanel(options: PanelOptions): Panel {
  const { root, post, drawAgain, onChange, onMove, onFind } = options
  const actions: CardActions = {
    openSource: (id, at = {}) => post({ type: 'openSource', id, ...at }),
    openLink: (id, href) => post({ type: 'openLink', id, href }),
    drawAgain(id) {
      const view = cards.views.find(({ card }) => card.id === id)
      if (view) drawAgain(view)
    },
    onZoom: onMove,
  }
  const cards = createCardList(actions, onChange)
  const panel: PanelState = {
    options,
    cards,
    top: createTopBar({
      setView: (change) => post({ type: 'setView', view: { ...panel.view, ...change } }),
      step: (by) => step(panel, by),
      find: onFind,
    }),
    empty: element('div', { class: 'empty' }),
    document: undefined,
    view: firstView,
    current: undefined,
    updates: 0,
    followed: undefined,
  }
  root.replaceChildren(panel.top.root, cards.root, panel.empty)
  return {
    get views() {
      return cards.views
    },
    get view() {
      return panel.view
    },
    get current() {
      return panel.current
    },
    update: (message) => update(panel, message),
    setView(next) {
      // A zoom fits the size of the stage, which depends on the mode.
      if (next.mode !== panel.view.mode) for (const { zoom } of cards.views) zoom.reset()
      panel.view = next
      arrange(panel)
      if (panel.current) show(panel, panel.current)
    },
    follow: (id, mark) => follow(panel, id, mark),
    show: (view) => show(panel, view),
    showKeys: () => panel.top.showKeys(),
  }
}

function update(panel: PanelState, { diagrams, document, view }: Parameters<Panel['update']>[0]): void {
  const { cards, empty, options } = panel
  const isSameDocument = isStill(panel.document?.uri, document)
  panel.document = document
  panel.view = view
  panel.updates++
  cards.update(diagrams, isSameDocument)
  const isEmpty = cards.views.length === 0
  options.root.toggleAttribute('data-empty', isEmpty)
  empty.replaceChildren()
  if (isEmpty) for (const each of whyEmpty(document)) empty.append(each)
  arrange(panel)
  options.onChange()
}

/** Marks the current card, which in mode `one` is the only visible one. */
function arrange(panel: PanelState): void {
  const { options, cards, top, document, view } = panel
  const { views } = cards
  if (!panel.current || !views.includes(panel.current))
    panel.current = views.find(({ card }) => card.id === options.firstCurrent) ?? views[0]
  const { current } = panel
  options.root.dataset['mode'] = view.mode
  for (const each of views) {
    each.root.toggleAttribute('data-current', each === current)
    each.stage.toggleAttribute('data-fill', view.mode === 'one')
  }
  const place = view.mode === 'one' && current ? views.indexOf(current) : undefined
  top.update({ document, count: views.length, place, view })
}

function show(panel: PanelState, target: CardView): void {
  panel.current = target
  arrange(panel)
  if (panel.view.mode === 'all') target.root.scrollIntoView({ block: 'nearest' })
  panel.options.onMove()
}

/** Shows the next or the previous card. */
function step(panel: PanelState, by: number): void {
  const { views } = panel.cards
  const place = panel.current ? views.indexOf(panel.current) : 0
  const next = views[(place + by + views.length) % views.length]
  if (next) show(panel, next)
}

function follow(panel: PanelState, id: string | undefined, mark: string | undefined): void {
  const { cards, followed, updates } = panel
  const found = cards.views.find(({ card }) => card.id === id)
  for (const each of cards.views) {
    each.isSelected = each === found
    if (each !== found) each.light(undefined)
  }
  const lit = found?.light(mark)
  const now = found && { view: found, mark, updates }
  // If the reader scrolled away while typing, do not scroll back.
  const isMoved = now?.view !== followed?.view || (now?.mark !== followed?.mark && now?.updates === followed?.updates)
  panel.followed = now
  if (!found || !isMoved) return
  show(panel, found)
  if (panel.view.mode === 'all' || found.zoom.isScrolling) lit?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Shown instead of cards if there is no diagram. */
const whyEmpty = (document: PanelDocument | undefined): readonly Element[] => [
  iconOf('diagram'),
  element('h2', {}, document ? t`No diagrams yet` : t`No document`),
  document ? howToBegin() : element('p', {}, t`Open a Markdown document to see its diagrams here.`),
]

function howToBegin(): Element {
  const [mermaid, plantuml, graphviz] = ['```mermaid', '```plantuml', '```dot']
  const sentence = t`Start a code fence with ${mermaid}, ${plantuml} or ${graphviz}, or draw boxes with characters, and the diagram appears here, as do images in this workspace on a line of their own.`
  const parts = sentence.split(/(`{3}\w+)/)
  const words = element('p')
  for (const part of parts) words.append(part.startsWith('```') ? element('code', {}, part) : part)
  return words
}
