/** Words the problem of a place that is still to be filled in. */

import type { Placeholder } from './findPlaceholders.ts'

/** @param written the text at the place */
export function reasonFor({ kind, label }: Placeholder, written: string): string {
  switch (kind) {
    case 'template':
    case 'words':
      return `Not filled in yet: \`${shorten(written)}\``
    case 'example':
      return "Still the template's example: replace it with your own, or remove it"
    case 'label':
      return `\`${label}\` is empty: fill it in, or remove it`
    case 'heading':
      return 'This heading has no text: name its section, or remove it'
    default:
      return `This ${kind} is empty: fill it in, or remove it`
  }
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
