/** Arithmetic on `#rrggbb`, the one form every engine reads. */

/** `share` of `over` laid on `under`, from 0 to 1. */
export function mix(under: string, over: string, share: number): string {
  const from = channels(under)
  const to = channels(over)
  return toHex(from.map((value, index) => value + ((to[index] ?? value) - value) * share))
}

/** `#rrggbb` of channels from 0 to 255. */
export function toHex(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
