/** Says of a place that is to be filled in what is the matter. */

import type { Place } from './findPlaceholders.ts'

/** @param written what stands at the place */
export function reasonFor({ kind, label }: Place, written: string): string {
  switch (kind) {
    case 'template':
    case 'words':
      return `Still to be filled in: \`${shorten(written)}\``
    case 'example':
      return "Still the template's example: put your own in its place, or remove it"
    case 'label':
      return `Nothing behind \`${label}\`: fill it in, or remove it`
    case 'heading':
      return 'A heading without words: name its section, or remove it'
    default:
      return `An empty ${kind}: fill it in, or remove it`
  }
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
