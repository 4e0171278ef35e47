/** Substitutes for the parser if a text would be too expensive: reads it as one block of plain text. */

import type { Root } from 'mdast'
import { htmlEnds } from './cuts.ts'
import { frontmatterEnd } from './markdown.ts'

/**
 * Reads a text that would take too long to parse as one block of the kind that it begins with: front matter, code, HTML
 * or a paragraph, with the text unchanged. Empty for a blank text.
 */
export function readPlainly(text: string): Root['children'] {
  const value = text.trimEnd()
  if (!value) return []
  const lines = value.split(/\r\n?|\n/)
  const lastLine = lines.at(-1) ?? ''
  // A new object for each node, since they are moved one by one.
  const position = () => ({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: lastLine.length + 1, offset: value.length },
  })
  if (frontmatterEnd(value) > 0) return [{ type: 'yaml', value: lines.slice(1, -1).join('\n'), position: position() }]
  const [, marker, info = ''] = /^(`{3,}|~{3,})([^\r\n]*)/.exec(value) ?? []
  if (marker) {
    const body = lines.slice(1, lastLine.startsWith(marker) && lines.length > 1 ? -1 : undefined)
    const [, lang = null, meta = null] = /^(\S+)(?:[ \t]+(\S.*))?/.exec(info.trim()) ?? []
    return [{ type: 'code', lang, meta, value: body.join('\n'), position: position() }]
  }
  if (htmlEnds.some(([begin]) => begin.test(value))) return [{ type: 'html', value, position: position() }]
  return [{ type: 'paragraph', children: [{ type: 'text', value, position: position() }], position: position() }]
}
