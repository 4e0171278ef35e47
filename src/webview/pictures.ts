/** Makes the pictures that the extension orders for files and the clipboard. */

import type { FromWebviewMessage, Picture, PictureOrder } from '../core/diagrams/protocol.ts'
import type { PainterOf } from './frame.ts'
import { portableSvg } from './portableSvg.ts'
import { portableTheme } from './portableTheme.ts'
import { type Drawn, rasterize } from './rasterize.ts'

/** Time a diagram may take that somebody asked for by name, in milliseconds. */
const timeLimit = 15_000

/** Carries out orders for pictures, one after the other. */
export function createPictures(
  painterOf: PainterOf,
  post: (message: FromWebviewMessage) => void,
): (order: PictureOrder) => Promise<void> {
  const make = async (order: PictureOrder): Promise<Picture> => {
    const svg = await drawPortable(order, painterOf)
    if (order.format === 'svg') return { svg: svg.text }
    return { png: new Uint8Array(await (await rasterize(svg, order.scale)).arrayBuffer()) }
  }
  const copy = async (order: PictureOrder): Promise<Picture> => {
    const png = drawPortable(order, painterOf).then((svg) => rasterize(svg, order.scale))
    // Its own words are said below, and not by the browser.
    png.catch(() => undefined)
    await focus()
    await png
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return {}
  }
  const taken = new Set<number>()
  return async (order) => {
    // The host asks again after a start, for it cannot know what came through before.
    if (taken.has(order.order)) return
    taken.add(order.order)
    const picture = await (order.to === 'clipboard' ? copy(order) : make(order)).catch((error: unknown) => ({
      error: (error instanceof Error ? error.message : String(error)).slice(0, 2000),
    }))
    post({ type: 'picture', order: order.order, ...picture })
  }
}

/** Draws for a file. Rejects with what can be said to the reader. */
async function drawPortable(order: PictureOrder, painterOf: PainterOf): Promise<Drawn> {
  const { engine, source, dark, title, description } = order
  const painter = painterOf(engine)
  if (!painter) throw new Error('This notation cannot be drawn here')
  const theme = portableTheme(dark)
  const drawing = await painter.draw({ source, theme }, timeLimit)
  if (drawing.type === 'slow') throw new Error('Drawing takes too long')
  if (drawing.type !== 'drawn') throw new Error(drawing.message)
  const grounds = {
    '': theme.colors.background,
    light: portableTheme(false).colors.background,
    dark: portableTheme(true).colors.background,
  }
  const svg = await portableSvg(drawing.svg, { title, description, grounds })
  if (!svg) throw new Error('The engine returned no picture')
  return svg
}

/** The clipboard is for a page that has the focus, which may still be on its way from a menu. */
async function focus(): Promise<void> {
  for (let tries = 0; !document.hasFocus() && tries < 50; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}
