/** Writes the edit that lists what a sentence leaves open as a question. */
import type { DocumentModel, Section } from '../../core/document/document.ts'
import { insertionAt } from '../../core/document/sections.ts'
import { styleOf } from '../../core/document/writingStyle.ts'
import type { TextEdit } from '../../core/lint/rule.ts'
import { escapeSnippet } from '../../core/template/snippet.ts'
import { lineStart } from '../../core/text/lineBounds.ts'

/** What each question needs, to be filled in. */
const answer = '[Who answers it, and by when]'

/** A snippet that adds the question behind the last one of a section, written like it, or below the heading. */
export function addQuestion(document: DocumentModel, section: Section, sentence: string): TextEdit {
  const { text } = document
  const question = `\${1:${escapeSnippet(questionIn(sentence))}} (\${2:${answer}})`
  const list = section.content.findLast((node) => node.type === 'list')
  const last = list?.children.at(-1)
  if (!list || !last) {
    const { end } = document.rangeOf(section.content.at(-1) ?? section.heading)
    return { ...insertionAt(document, end, `${styleOf(document).bullet ?? '-'} ${question}`), isSnippet: true }
  }
  const { start, end } = document.rangeOf(last)
  const written = text.slice(start, end).trimEnd()
  const gap = styleOf(document).lineBreak.repeat(list.spread ? 2 : 1)
  const prefix = text.slice(lineStart(text, start), start)
  const at = start + written.length
  return { start: at, end: at, newText: `${gap}${escapeSnippet(prefix + markOf(written))}${question}`, isSnippet: true }
}

/** The bullet, number or box for the item after one. */
function markOf(item: string): string {
  const [mark = '- '] = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(item) ?? []
  return mark.replace(/\d+/, (number) => String(Number(number) + 1)).replace(/\[[xX]\]/, '[ ]')
}

/** The question at the end of a sentence, as in `It is unclear who owns it.`, or else the sentence itself. */
function questionIn(sentence: string): string {
  const said = sentence.replace(/\s+/g, ' ').trim()
  const [, clause = ''] = /\w ((?:how|what|when|where|which|who|why) [^?.;:]{2,200})\.?$/.exec(said) ?? []
  return clause ? `${clause.charAt(0).toUpperCase()}${clause.slice(1)}?` : said
}
