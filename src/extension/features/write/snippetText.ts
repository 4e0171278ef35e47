/** Shows snippets and their guidance as readable text. */

import * as vscode from 'vscode'
import { createDocument } from '../../../core/document/document.ts'
import { createParser } from '../../../core/markdown/slices.ts'
import { parseSnippet } from '../../../core/template/snippet.ts'
import { resolveVariable } from '../../builtIn.ts'
import { withoutGuidance } from '../../guidance.ts'

/** A snippet as it looks when inserted, without guidance. */
export const renderedText = (snippet: string): string => parseSnippet(withoutGuidance(snippet), resolveVariable).text

/** A description and a snippet, for the details of a completion item. */
export function snippetDocumentation(saying: string, snippet: string): vscode.MarkdownString {
  return new vscode.MarkdownString(withoutImages(`${saying}\n\n---\n\n${withSmallHeadings(renderedText(snippet))}`))
}

/** Guidance for reading: lines are joined, and a line that starts with a keyword starts a paragraph. */
export const guidanceText = (guidance: string): string =>
  withoutImages(guidance.replace(/\r\n?/g, '\n').replace(keyLine, '\n\n'))

/** Matches before a line with a weak or better example, in the languages of the templates. */
const keyLine =
  /\n(?=(?:Weak|Better|Good|Bad|Example|Not|Schwach|Besser|Gut|Schlecht|Beispiel|欠佳|更好|较好|示例)(?!\p{L})[^\n:：]*[:：])/gu

/** A team's template may be untrusted: reading it must not fetch images. */
const withoutImages = (text: string): string => text.replaceAll('![', '!\\[')

/** Full-size headings would fill the small details pane. */
const withSmallHeadings = (text: string): string =>
  createDocument(createParser().parse(text), []).sections.reduceRight(
    (whole, { start }) => whole.slice(0, start) + whole.slice(start).replace(/^#+/, '#####'),
    text,
  )
