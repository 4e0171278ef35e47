/** Replaces a drawing in a document by a mermaid flowchart. */

import type { Diagram, DocumentModel } from '../../document/document.ts'
import { isFence } from '../../document/places.ts'
import type { TextEdit } from '../../lint/rule.ts'
import { lineStart } from '../../text/lineBounds.ts'
import { boxArtToMermaid } from './toMermaid.ts'

/** Replaces a drawing in a document by its flowchart, or tells why it does not. */
export function convertInDocument(
  { text }: Pick<DocumentModel, 'text'>,
  { start, end, source, node }: Pick<Diagram, 'start' | 'end' | 'source' | 'node'>,
): { readonly edit: TextEdit } | { readonly reason: string } {
  const conversion = boxArtToMermaid(source)
  if ('reason' in conversion) return conversion
  const written = text.slice(start, end)
  const fence = isFence(written) ? (/[`~]+/.exec(written)?.[0] ?? '') : '```'
  const meta = node.meta ? ` ${node.meta}` : ''
  // In a list or quote, each line begins as the first one does, but for the bullet.
  const before = text.slice(lineStart(text, start), start)
  const prefix = before.replace(/[^>\s]/g, ' ')
  const lines = [`${fence}mermaid${meta}`, ...conversion.mermaid.split('\n'), fence]
  return { edit: { start, end, newText: lines.join(`${firstLineBreak(text)}${prefix}`) } }
}

const firstLineBreak = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
