/** Measures how large the text in a picture is. */

/** Maximum number of labels measured. */
const samples = 40

/**
 * The median font size in a picture at 100 %, in CSS pixels. Undefined if it has no text. The picture must be part of
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
