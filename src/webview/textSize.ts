/** Tells how large the words of a picture are. */

/** So many words tell how large the others are. */
const samples = 40

/**
 * The usual size of the words in a picture at 100 %, in CSS pixels. Undefined where it has none. The picture has to be part of
 * the page.
 */
export function textSizeOf(svg: SVGSVGElement): number | undefined {
  const words = svg.querySelectorAll('text, foreignObject')
  const step = Math.ceil(words.length / samples)
  const sizes: number[] = []
  for (let index = 0; index < words.length; index += step) {
    const element = words[index]
    const inner = element?.querySelector('p, span') ?? element
    const size = inner ? Number.parseFloat(getComputedStyle(inner).fontSize) : Number.NaN
    if (size > 0) sizes.push(size)
  }
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]
}
