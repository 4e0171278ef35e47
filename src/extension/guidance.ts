/** Removes the guidance from a template where the author does not want it. */

import { createDocument } from '../core/document/document.ts'
import { createParser } from '../core/markdown/slices.ts'

/** Removes comments that are guidance, but not those in code or those for the linter. */
export function withoutGuidance(snippet: string): string {
  const { comments } = createDocument(createParser().parse(snippet), [])
  return comments
    .filter(({ text }) => !text.startsWith('design-docs-'))
    .reduceRight((text, { start, end }) => {
      const rest = text.slice(end).replace(/^[ \t]*(?:\r\n?|\n)/, '')
      const before = text.slice(0, start)
      // If the comment was between two blank lines, only one of them stays.
      return before + (/(?:^|\n\r?\n)$/.test(before) ? rest.replace(/^(?:\r\n?|\n)/, '') : rest)
    }, snippet)
}
