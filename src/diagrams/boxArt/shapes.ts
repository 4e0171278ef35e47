/** Converts columns and rows to lengths in the picture, and writes SVG text. */

/** The size of a cell. A row is about twice as high as a column is wide, as in an editor. */
export const column = 8.4
export const row = 18

/** The middle of a cell. */
export const middleX = (x: number): number => (x + 0.5) * column
export const middleY = (y: number): number => (y + 0.5) * row

/** A number, rounded as far as is not visible. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

/** An element; undefined attributes are left out. */
export function tag(name: string, attributes: Record<string, string | number | undefined>, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? short(value) : asXml(value)}"`],
  )
  return `<${name}${written.join('')}${content ? `>${content}</${name}>` : '/>'}`
}

/** Escapes text for XML, and replaces characters that XML does not allow. */
export const asXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replace(/[&<>"]/g, (character) => entities[character as keyof typeof entities])

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const
