/** Reads and extends a section that lists open questions. */

import type { Section } from '../../core/document/document.ts'
import { insertionAt } from '../../core/document/sections.ts'
import { styleOf } from '../../core/document/writingStyle.ts'
import { escapeSnippet } from '../../core/template/snippet.ts'
import { lineStart } from '../../core/text/lineBounds.ts'
import type { Range } from '../../core/text/range.ts'
import type { TextEdit } from '../../core/text/textEdit.ts'
import type { Block } from '../prose/blocks.ts'
import { blocksWithin, type Facts, firstHit } from '../prose/facts.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'

/** What each question needs, to be filled in. */
const answer = '[Who answers it, and by when]'
/** A longer text that begins with *none* says more than that. */
const mostWords = 12

/** The text with which a section says that there are no questions, if that is all it says. @param none words for that */
export function nothingIn(facts: Facts, section: Section, none: Concept): Block | undefined {
  const [first, ...more] = blocksWithin(facts, section).filter(({ start }) => start > section.start)
  return first && more.length === 0 && firstHit(first, none) && first.scan.words <= mostWords ? first : undefined
}

/**
 * A snippet that adds a sentence of the document as a question: behind the last one of a section, written like it;
 * in place of a text that says there are none; or else at the end of the section.
 */
export function addQuestion(section: Section, sentence: Range, facts: Facts, none: Concept): TextEdit {
  const { document } = facts
  const { text } = document
  const question = `\${1:${escapeSnippet(questionIn(text.slice(sentence.start, sentence.end)))}} (\${2:${answer}})`
  const ownMark = `${styleOf(document).bullet ?? '-'} `
  const nothing = nothingIn(facts, section, none)
  const list = section.content.findLast((node) => node.type === 'list')
  const last = list?.children.at(-1)
  if (nothing && !list) return { start: nothing.start, end: nothing.end, newText: ownMark + question, isSnippet: true }
  if (!list || !last) {
    const { end } = document.rangeOf(section.content.at(-1) ?? section.heading)
    return { ...insertionAt(document, end, ownMark + question), isSnippet: true }
  }
  const { start, end } = document.rangeOf(last)
  const written = text.slice(start, end).trimEnd()
  const gap = styleOf(document).lineBreak.repeat(list.spread ? 2 : 1)
  const prefix = text.slice(lineStart(text, start), start)
  const at = start + written.length
  return { start: at, end: at, newText: `${gap}${escapeSnippet(prefix + markOf(written))}${question}`, isSnippet: true }
}

/** The bullet, number and box for the item after one. */
function markOf(item: string): string {
  const [mark = '-'] = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\](?=[ \t]|$))?/.exec(item) ?? []
  return `${mark.replace(/\d+/, (number) => String(Number(number) + 1)).replace(/\[[xX]\]/, '[ ]')} `
}

/**
 * The question at the end of a sentence, as in `It is unclear who owns it.`, or else the sentence itself. Only where
 * *who* is the subject has the question the same order of words.
 */
function questionIn(sentence: string): string {
  const lines = sentence.split(/[\r\n]/).map((line) => line.replace(/^[ \t>]{1,40}/, ''))
  const said = lines.join(' ').replace(/\s+/g, ' ').trim()
  const asked = asking.exec(said)
  const clause = asked ? said.slice(asked.index + asked[0].length).replace(/\.$/, '') : ''
  return clause && !/[?.;:]/.test(clause) && !pronoun.test(clause) ? `W${clause.slice(1)}?` : said
}

const asking = /\b(?:agreed|clear|decide|decided|know|knows|sure|unclear|undecided|unknown) (?=who \w)/
/** Begins a clause in which *who* is the object. */
const pronoun = /^who (?:an?|he|i|it|its|our|she|the|their|they|this|we|you|your)\b/i
