/** The view of one diagram: its picture and the messages about it. */

import type { DiagramCard } from '../core/diagrams/protocol.ts'
import type { CardActions } from './cardActions.ts'
import { createCardFrame } from './cardFrame.ts'
import { showTrouble } from './cardNotice.ts'
import type { Drawing } from './frame.ts'
import { createPictureText } from './pictureText.ts'
import { createStage } from './stage.ts'
import type { Zoom } from './zoom.ts'

/** The view of one diagram. It is kept, with picture, zoom and scroll position, while the diagram is edited. */
export interface CardView {
  readonly root: HTMLElement
  /** Contains the picture. */
  readonly stage: HTMLElement
  /** The picture shown, which may be out of date; undefined before the first one. */
  readonly picture: SVGSVGElement | undefined
  /** Whether it shows that it was not drawn through no fault of the diagram. */
  readonly isBroken: boolean
  readonly card: DiagramCard
  readonly zoom: Zoom
  /** Whether the card is in view or nearly so; other cards do not animate while they wait. */
  isVisible: boolean
  /** The key of the last drawing that was shown or failed. */
  settled: string | undefined
  update(card: DiagramCard): void
  /** Highlights an element of the picture. @returns its DOM element; undefined if there is none */
  light(mark: string | undefined): Element | undefined
  show(drawing: Drawing): void
  isSelected: boolean
}

export function createCardView(first: DiagramCard, actions: CardActions): CardView {
  let card = first
  let trouble: Drawing | undefined
  const stage = createStage({
    onLink: (href) => actions.openLink(card.id, href),
    onElement: (mark, isGlance) => actions.openSource(card.id, { mark, ...(isGlance && { isGlance }) }),
    onZoom: actions.onZoom,
  })
  const words = createPictureText((mark) => actions.openSource(card.id, { mark }))
  const frame = createCardFrame({ stage, words, openSource: () => actions.openSource(card.id) })
  const { root, notice } = frame
  const tellTrouble = () => showTrouble(notice, trouble, card, actions)

  function update(next: DiagramCard): void {
    const isSame = next.id === card.id && next.title === card.title && next.line === card.line
    card = next
    if (isSame && next !== first) return
    tellTrouble()
    words.show(card.elements ?? [])
    frame.describe(card)
  }

  function show(drawing: Drawing): void {
    const isDrawn = drawing.type === 'drawn' && stage.show(drawing.svg, card.elements ?? [])
    trouble = isDrawn ? undefined : drawing
    const isMistake = drawing.type !== 'slow' && drawing.type !== 'unknown'
    root.dataset['state'] = isDrawn ? 'drawn' : isMistake ? 'failed' : drawing.type
    if (!isDrawn) root.toggleAttribute('data-empty', !stage.picture)
    tellTrouble()
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
    get isBroken() {
      return trouble?.type === 'broken'
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
