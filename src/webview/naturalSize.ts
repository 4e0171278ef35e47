/** The size at 100 % in CSS pixels, from `viewBox` or from `width` and `height`. Adds a `viewBox` if there is none. */
export function naturalSize(svg: SVGSVGElement): { width: number; height: number } {
  const { width, height } = svg.viewBox.baseVal ?? { width: 0, height: 0 }
  if (width > 0 && height > 0) return { width, height }
  const own = {
    width: Number.parseFloat(svg.getAttribute('width') ?? ''),
    height: Number.parseFloat(svg.getAttribute('height') ?? ''),
  }
  const size = { width: own.width || 400, height: own.height || 300 }
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`)
  return size
}
