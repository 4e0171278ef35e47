/** Shows the document's images like diagrams: the extension reads the file, and the sanitizer checks its contents. */

import { imageEngine } from '../core/diagrams/imageSource.ts'
import type { ToWebviewMessage } from '../core/diagrams/protocol.ts'
import type { Drawing, Painter, PainterOf } from './frame.ts'

/**
 * Adds a painter for the document's images to those of the engines.
 *
 * @param ask requests an image from the extension, which answers with one `image` message
 * @param onLate called when an image arrives after its card has stopped waiting; it is kept for the next drawing
 */
export function createImagePainters(
  others: PainterOf,
  ask: (source: string) => void,
  onLate: (source: string) => void,
): PainterOf {
  const waiting = new Map<string, (answer: Answer | undefined) => void>()
  const late = new Map<string, Answer>()
  window.addEventListener('message', ({ data, origin }: MessageEvent<ToWebviewMessage>) => {
    // Messages from sandboxed frames, which have an opaque origin, never contain images.
    if (origin === 'null' || data.type !== 'image') return
    const use = waiting.get(data.source)
    if (use) use(data)
    else {
      late.set(data.source, data)
      onLate(data.source)
    }
  })
  const read = (source: string, limit: number) =>
    new Promise<Answer | undefined>((resolve) => {
      waiting.set(source, resolve)
      setTimeout(resolve, limit)
      ask(source)
    })
  const painter: Painter = {
    isReady: true,
    async draw({ source }, limit): Promise<Drawing> {
      const start = performance.now()
      const answer = late.get(source) ?? (await read(source, limit))
      late.delete(source)
      waiting.delete(source)
      if (!answer) return { type: 'broken', message: 'Reading this image takes too long' }
      const { data } = answer
      const svg = data === undefined ? undefined : await toSvg(data).catch(() => undefined)
      if (svg === undefined) return { type: 'broken', message: 'This image does not exist in the workspace' }
      return { type: 'drawn', svg, took: performance.now() - start }
    },
  }
  return (engine) => (engine === imageEngine ? painter : others(engine))
}

/** An image as the extension sends it; without data if it cannot be read. */
type Answer = Extract<ToWebviewMessage, { readonly type: 'image' }>

const svgType = 'data:image/svg+xml;base64,'

/**
 * The background behind an image: most are made for a white page, and with transparency they would be hard to see in a
 * dark theme.
 */
const opening = '<svg data-paper="light"'

/** An image as SVG text. Rejects if the data is not an image. */
async function toSvg(data: string): Promise<string> {
  if (data.startsWith(svgType)) return textOf(data.slice(svgType.length))
  const image = new Image()
  image.src = data
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  return `${opening} xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image href="${data}" width="${width}" height="${height}"/></svg>`
}

/** The text from the `svg` element on, without an XML declaration and the like. */
function textOf(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const text = new TextDecoder().decode(bytes)
  const start = text.search(/<svg[\s>]/i)
  return start < 0 ? '' : opening + text.slice(start + '<svg'.length)
}
