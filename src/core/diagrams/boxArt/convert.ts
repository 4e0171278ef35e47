/** Replaces a drawing in a document by a mermaid flowchart. */

import type { Diagram, DocumentModel } from '../../document/document.ts'
import { isFence } from '../../document/places.ts'
import { lineStart } from '../../text/lineBounds.ts'
import { lineBreakOf } from '../../text/lineBreak.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { boxArtToMermaid } from './toMermaid.ts'

/** The edit that replaces a drawing by a flowchart, or the reason why that is not possible. */
export function convertInDocument(
  { text }: Pick<DocumentModel, 'text'>,
  { start, end, source, node }: Pick<Diagram, 'start' | 'end' | 'source' | 'node'>,
): { readonly edit: TextEdit } | { readonly reason: string } {
  const conversion = boxArtToMermaid(source)
  if ('reason' in conversion) return conversion
  const written = text.slice(start, end)
  const fence = isFence(written) ? (/[`~]+/.exec(written)?.[0] ?? '') : '```'
  const meta = node.meta ? ` ${node.meta}` : ''
  // In a list or blockquote, each line has the same prefix as the first one, without the bullet.
  const before = text.slice(lineStart(text, start), start)
  const prefix = before.replace(/[^>\s]/g, ' ')
  const lines = [`${fence}mermaid${meta}`, ...conversion.mermaid.split('\n'), fence]
  return { edit: { start, end, newText: lines.join(`${lineBreakOf(text)}${prefix}`) } }
}
