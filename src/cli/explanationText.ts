/** Formats for people what is recognised in a line of a document, and what follows from it. */

import { printable } from '../core/text/printable.ts'
import type { ReadTerm } from '../reading/findings/why.ts'
import { longest, usedBy, whySilent } from '../review/termWords.ts'
import type { DocumentReport } from './report.ts'
import { alignColumns } from './table.ts'

/** What is known about a line. */
export interface Explanation {
  readonly path: string
  readonly line: number
  readonly text: string
  /** Messages of rules on this line. */
  readonly messages: DocumentReport['messages']
  /** Checklist items with evidence on this line. */
  readonly checklist: DocumentReport['checklist']
  readonly terms: readonly PlacedTerm[]
  readonly quantities: readonly { readonly words: string; readonly kind: string }[]
  /** The kinds that the second-opinion model assigns to the line's sentences, and the words responsible. */
  readonly sounds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  /**
   * Rules and items that look for a term of the line but report nothing there, with what they find elsewhere: the first
   * term of each concept.
   */
  readonly silent: readonly { readonly id: string; readonly elsewhere?: string; readonly also: readonly PlacedTerm[] }[]
}

export interface PlacedTerm extends Omit<ReadTerm, 'start' | 'end' | 'line' | 'file'> {
  /** In the document, from 1. */
  readonly line: number
  readonly column: number
  /** File and line in the vocabulary. */
  readonly term?: string
}

/** A part for each kind of fact about the line. Only quoted words make a line longer than a terminal is wide. */
export function explanationText(explanation: Explanation): string {
  const { path, line, text, messages, checklist, terms, quantities, sounds, silent } = explanation
  const said = [
    part('Reported on this line', table(messages.map(({ severity, ruleId, message }) => [severity, ruleId, message]))),
    part('Evidence for the checklist', table(checklist.map(({ id, status, reason = '' }) => [id, status, reason]))),
    part(
      'Words that rules and the checklist know',
      longest(terms, ({ column }) => column)
        .map(termLines)
        .join(''),
    ),
    part('Numbers with units', table(quantities.map(({ words, kind }) => [`\`${words}\``, kind]))),
    part(
      'Sounds like (a second opinion, from the words of the whole sentence)',
      table(sounds.map(({ kind, words }) => [kind, words.map((word) => `\`${word}\``).join(', ')])),
    ),
    part('Rules that know words on this line but report nothing here', silentLines(silent)),
  ].filter((each) => each !== '')
  const head = `${printable(path)}:${line}\n  ${printable(text)}\n`
  return said.length > 0
    ? [head, ...said].join('\n')
    : `${head}\nNo rule and no checklist item knows any word on this line.\n`
}

/** @param lines each with its line break */
const part = (title: string, lines: string): string =>
  lines === '' ? '' : `${title}\n${lines.replace(/^(?=.)/gm, '  ')}`

const table = (rows: readonly (readonly string[])[]): string => alignColumns(rows)

/** Characters that fit on a terminal's line beside the indentation. */
const widest = 100

function termLines(term: PlacedTerm): string {
  const note = whySilent(term)
  const origin = [term.term ?? '', usedBy(term.askedBy)].filter((each) => each !== '')
  const inOne = origin.join(', ')
  return indented(`\`${term.words}\` as ${term.concept}: ${term.meaning}`, [
    ...(inOne.length <= widest ? [inOne] : origin),
    note === '' ? '' : `does not count: ${note}`,
  ])
}

function silentLines(silent: Explanation['silent']): string {
  const named = ({ id, elsewhere }: Explanation['silent'][number]) =>
    elsewhere === undefined ? id : `${id} (${elsewhere})`
  const alone = silent.filter(({ also }) => also.length === 0).map(named)
  const verb = alone.length === 1 ? 'finds' : 'find'
  return [
    ...silent.flatMap((each) =>
      each.also.length > 0 ? [indented(`${named(each)} also finds`, each.also.map(foundLine))] : [],
    ),
    ...(alone.length > 0 ? [indented(`${alone.join(', ')} ${verb} no other word in this document`, [])] : []),
  ].join('')
}

function foundLine({ line, words, concept, term, silenced }: PlacedTerm): string {
  const from = term === undefined ? '' : ` (${term})`
  const denied = silenced?.by === 'denial' ? `, negated by \`${silenced.words}\`` : ''
  return `line ${line}: \`${words}\` as ${concept}${from}${denied}`
}

const indented = (head: string, lines: readonly string[]): string =>
  [head, ...lines.filter((line) => line !== '').map((line) => `    ${line}`)]
    .map((line) => `${printable(line)}\n`)
    .join('')
