/** Shows snippets and their guidance as readable text. */

import * as vscode from 'vscode'
import { createDocument } from '../../../core/document/document.ts'
import { createParser } from '../../../core/markdown/slices.ts'
import { parseSnippet } from '../../../core/template/snippet.ts'
import { resolveVariable } from '../../builtIn.ts'
import { withoutGuidance } from '../../guidance.ts'

/** What a snippet looks like once it is inserted, without its guidance. */
export const renderedText = (snippet: string): string => parseSnippet(withoutGuidance(snippet), resolveVariable).text

/** A snippet as the small window beside a list shows it, under what is said of it. */
export function snippetDocumentation(saying: string, snippet: string): vscode.MarkdownString {
  return new vscode.MarkdownString(withoutImages(`${saying}\n\n---\n\n${withSmallHeadings(renderedText(snippet))}`))
}

/** Guidance as the author wrote it, for reading: lines are joined, and what begins with a key word begins a paragraph. */
export const guidanceText = (guidance: string): string =>
  withoutImages(guidance.replace(/\r\n?/g, '\n').replace(keyLine, '\n\n'))

/** Before a line that shows what is weak or better, in the languages of the templates. */
const keyLine =
  /\n(?=(?:Weak|Better|Good|Bad|Example|Not|Schwach|Besser|Gut|Schlecht|Beispiel|欠佳|更好|较好|示例)(?!\p{L})[^\n:：]*[:：])/gu

/** A team's template may come from anywhere: nothing is fetched because somebody reads it. */
const withoutImages = (text: string): string => text.replaceAll('![', '!\\[')

/** A page's headings would fill the small window. */
const withSmallHeadings = (text: string): string =>
  createDocument(createParser().parse(text), []).sections.reduceRight(
    (whole, { start }) => whole.slice(0, start) + whole.slice(start).replace(/^#+/, '#####'),
    text,
  )
