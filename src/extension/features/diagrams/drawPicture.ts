/** Has the diagram panel draw a picture that goes elsewhere. */

import type { Picture, PictureOrder } from '../../../core/diagrams/protocol.ts'
import type { DiagramAccess, Entry } from './chooseDiagram.ts'

/** Has one picture drawn. The panel is shown for it, and opened where there is none. */
export function drawPicture(
  { previews }: DiagramAccess,
  { card, diagram }: Entry,
  how: Pick<PictureOrder, 'dark' | 'format' | 'scale'>,
  to: PictureOrder['to'] = 'host',
): Promise<Picture> {
  const panel = previews.current() ?? previews.open()
  panel.reveal(to === 'clipboard')
  const { engine, source, title } = card
  const { title: own, description } = diagram.graph ?? {}
  return panel.draw({ engine, source, title: own || title, ...(description && { description }), ...how, to })
}
