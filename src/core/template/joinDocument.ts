/** Inserts a template into a document that contains only front matter and a title. */

import type { DocumentModel } from '../document/document.ts'
import { frontmatterEnd } from '../markdown/markdown.ts'
import { lineEnd, linesWithBreaks, nextLine } from '../text/lineBounds.ts'
import { escapeSnippet } from './snippet.ts'

/**
 * The whole text of a document after a template is inserted, in snippet syntax. The document's front matter is kept and
 * extended by keys from the template's; comments are kept above the template; the template's title replaces the
 * document's.
 *
 * @param document a blank one
 * @param snippet of the template, with the title filled in
 */
export function joinDocument({ text, frontmatter: { range, data }, comments }: DocumentModel, snippet: string): string {
  const start = range?.end ?? 0
  const kept = comments
    .filter((comment) => comment.start >= start)
    .map((comment) => text.slice(comment.start, comment.end))
  const said = kept.map((comment) => `${escapeSnippet(comment)}\n\n`).join('')
  if (!range) return said === '' ? snippet : insertBelowFrontmatter(snippet, said)
  const own = escapeSnippet(text.slice(0, range.end).replace(/\r\n?/g, '\n'))
  const end = frontmatterEnd(snippet)
  const body = end > 0 ? snippet.slice(nextLine(snippet, lineEnd(snippet, end))).replace(/^\n+/, '') : snippet
  const isYaml = text.startsWith('---', range.start)
  const added = end > 0 && isYaml ? linesWithout(snippet.slice(0, end), Object.keys(data)) : ''
  return `${own.slice(0, -3)}${added}${own.slice(-3)}\n\n${said}${body}`
}

function insertBelowFrontmatter(snippet: string, text: string): string {
  const end = frontmatterEnd(snippet)
  const at = end > 0 ? nextLine(snippet, lineEnd(snippet, end)) : 0
  return `${snippet.slice(0, at)}${at > 0 ? '\n' : ''}${text}${snippet.slice(at).replace(/^\n+/, '')}`
}

/** The lines of a template's front matter without those of keys that already exist. */
function linesWithout(opening: string, keys: readonly string[]): string {
  let isDropped = false
  const lines = linesWithBreaks(opening.slice(nextLine(opening, lineEnd(opening, 0))))
  return lines
    .filter((line) => {
      // Indented lines belong to the key above them.
      const key = /^["']?([\w-]{1,80})["']?[ \t]{0,9}:/.exec(line)?.[1]
      if (key !== undefined) isDropped = keys.includes(key)
      return !isDropped
    })
    .join('')
}
