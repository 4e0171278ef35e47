/** Explains a finding by what its rule read: vocabulary words at the finding and elsewhere, and what silences them. */

import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import { escapeMarkdown } from '../core/text/escapeMarkdown.ts'
import { lineEnd, lineStart } from '../core/text/lineBounds.ts'
import { createPositions } from '../core/text/positions.ts'
import type { Range } from '../core/text/range.ts'
import { type ReadTerm, readPlace } from '../reading/findings/why.ts'
import { longest, usedBy, whySilent } from './termWords.ts'

export interface FindingReasons {
  /** From 1. */
  readonly line: number
  /** Terms on the lines of the finding; those that its rule uses come first. */
  readonly here: readonly PlacedWords[]
  /** Terms in the rest of the document that its rule uses, in order; only the first ones if there are many. */
  readonly elsewhere: readonly PlacedWords[]
}

export interface PlacedWords extends ReadTerm {
  /** Line in the document, from 1. */
  readonly at: number
  /** Whether the rule of the finding uses the term directly. */
  readonly isAsked: boolean
}

/** The most terms that are listed. */
const most = 40

/** Collects what was read for a finding. */
export function whyFinding(
  document: DocumentModel,
  { ruleId, start, end }: Pick<LintMessage, 'ruleId' | 'start' | 'end'>,
): FindingReasons {
  const { text } = document
  const place = createPositions(text)
  const lines = { start: lineStart(text, start), end: lineEnd(text, end) }
  const placed = (range: Range) =>
    longest(readPlace(document, range).terms, (term) => term.start).map((term) => ({
      ...term,
      at: place(term.start).line,
      isAsked: term.askedBy.includes(ruleId),
    }))
  const isHere = (term: Range) => term.start >= lines.start && term.start < lines.end
  const here = placed({ start: lines.start, end: Math.max(lines.end, lines.start + 1) })
  const elsewhere = placed({ start: 0, end: text.length }).filter((term) => term.isAsked && !isHere(term))
  return {
    line: place(start).line,
    here: [...here.filter(({ isAsked }) => isAsked), ...here.filter(({ isAsked }) => !isAsked)].slice(0, most),
    elsewhere: elsewhere.slice(0, most),
  }
}

/**
 * Why something was found, as a section for the rule's page.
 * @param name the name of the document's file
 */
export function findingSection(
  { ruleId, reason }: Pick<LintMessage, 'ruleId' | 'reason'>,
  name: string,
  { line, here, elsewhere }: FindingReasons,
): string {
  const where = `**${escapeMarkdown(name)}, line ${line}:** ${escapeMarkdown(reason)}`
  const asked = here.filter(({ isAsked }) => isAsked)
  const others = here.filter(({ isAsked }) => !isAsked)
  const parts = [
    list(`Words there that \`${ruleId}\` looks for`, asked, false),
    list(`Words there that other rules look for`, others, false),
    list(`Words that \`${ruleId}\` looks for in the rest of the document`, elsewhere, true),
  ].filter((part) => part !== '')
  const none =
    asked.length + elsewhere.length > 0
      ? []
      : [`This document has no vocabulary words that \`${ruleId}\` looks for itself.`]
  return ['## This finding', where, ...parts, ...none].join('\n\n')
}

/** A list that fits into a narrow column next to the document. */
function list(title: string, terms: readonly PlacedWords[], hasLines: boolean): string {
  if (terms.length === 0) return ''
  const items = terms.map((term) => {
    const { words, meaning, file, line, at } = term
    const where = hasLines ? `Line ${at}, ` : ''
    const origin = file === undefined ? [] : [`${escapeMarkdown(file)}:${line}`]
    const who = term.isAsked ? [] : [escapeMarkdown(usedBy(term.askedBy))]
    const note = whySilent(term)
    const lines = [
      `- ${where}**“${escapeMarkdown(words)}”**: ${escapeMarkdown(meaning)}`,
      [...origin, ...who].join(', '),
      note === '' ? '' : `*Does not count:* ${escapeMarkdown(note.replace(/`/g, '"'))}`,
    ]
    return lines.filter((each) => each !== '').join('<br>\n  ')
  })
  return `${title}:\n\n${items.join('\n')}`
}
