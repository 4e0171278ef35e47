/** A self-contained picture as SVG text, with its size in units. */
export interface Drawn {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** The largest canvas that every browser supports: pixels per side, and in total. */
const largest = { side: 16_000, area: 64_000_000 }

/** A PNG with `scale` pixels per unit, or as many as a canvas can hold. As an image, the SVG cannot load anything. */
export async function rasterize({ text, width, height }: Drawn, scale: number): Promise<Blob> {
  const image = new Image()
  // With a blob URL, HTML in the picture would taint the canvas.
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
