/** Has the diagram panel draw a picture for a file or the clipboard. */

import type { Picture, PictureOrder } from '../../../core/diagrams/protocol.ts'
import { translated } from '../../localize.ts'
import type { DiagramAccess, Entry } from './chooseDiagram.ts'

/** Draws one picture in the panel, which is revealed, or opened if there is none. Its error is translated. */
export async function drawPicture(
  { previews }: DiagramAccess,
  { card, diagram }: Entry,
  how: Pick<PictureOrder, 'dark' | 'format' | 'scale'>,
  to: PictureOrder['to'] = 'host',
): Promise<Picture> {
  const panel = previews.current() ?? previews.open()
  panel.reveal(to === 'clipboard')
  const { engine, source, title } = card
  const { title: own, description } = diagram.graph ?? {}
  const order = { engine, source, title: own || title, ...(description && { description }), ...how, to }
  const picture = await panel.draw(order)
  return picture.error === undefined ? picture : { ...picture, error: translated(picture.error) }
}
