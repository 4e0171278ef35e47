/** A picture by itself, as the text of an SVG, with its size in units. */
export interface Drawn {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** What a canvas of any browser can hold: pixels of a side, and of all. */
const largest = { side: 16_000, area: 64_000_000 }

/** A PNG of `scale` pixels for each unit, or of as many as a canvas can hold. The picture loads nothing: it is an image. */
export async function rasterize({ text, width, height }: Drawn, scale: number): Promise<Blob> {
  const image = new Image()
  // From a blob's address, a picture with HTML in it could not be read back.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const most = Math.min(largest.side / width, largest.side / height, Math.sqrt(largest.area / (width * height)))
  const pixels = (length: number) => Math.max(1, Math.round(length * Math.min(scale, most)))
  const canvas = new OffscreenCanvas(pixels(width), pixels(height))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('Not enough memory for the image')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}
