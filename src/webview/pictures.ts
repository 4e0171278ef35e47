/** Draws the pictures that the extension requests for files and the clipboard. */

import type { FromWebviewMessage, Picture, PictureOrder } from '../core/diagrams/protocol.ts'
import type { PainterOf } from './frame.ts'
import { portableSvg } from './portableSvg.ts'
import { portableTheme } from './portableTheme.ts'
import { type Drawn, rasterize } from './rasterize.ts'

/** Time limit for a diagram that the user asked for, in milliseconds. */
const timeLimit = 15_000

/** Returns a function that carries out requests for pictures. */
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
    // Errors are reported below; this only avoids an unhandled rejection.
    png.catch(() => undefined)
    await focus()
    await png
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return {}
  }
  const taken = new Set<number>()
  return async (order) => {
    // The extension host repeats its requests after a start, since it cannot know which ones arrived before.
    if (taken.has(order.order)) return
    taken.add(order.order)
    const picture = await (order.to === 'clipboard' ? copy(order) : make(order)).catch((error: unknown) => ({
      error: (error instanceof Error ? error.message : String(error)).slice(0, 2000),
    }))
    post({ type: 'picture', order: order.order, ...picture })
  }
}

/** Draws a picture for a file. Rejects with an error that can be shown to the user. */
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

/** Only a focused page may write to the clipboard, and focus may still be returning from a menu. */
async function focus(): Promise<void> {
  for (let tries = 0; !document.hasFocus() && tries < 50; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}
