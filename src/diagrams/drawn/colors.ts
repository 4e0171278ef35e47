/** Calculates with colours in the form `#rrggbb`, which every engine accepts. */

/** Blends a `share` of `over`, from 0 to 1, into `under`. */
export function mix(under: string, over: string, share: number): string {
  const from = channels(under)
  const to = channels(over)
  return toHex(from.map((value, index) => value + ((to[index] ?? value) - value) * share))
}

/** `#rrggbb` from channels of 0 to 255. */
export function toHex(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** The contrast ratio of two colours by WCAG, from 1 (none) to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance by WCAG, from 0 (black) to 1 (white), in which green counts far more than blue. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
