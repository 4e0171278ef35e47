/** Finds what a document promises about availability and recovery. */

import { type DocumentModel, type Section, sectionAt } from '../../core/document/document.ts'
import { collectInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import type { Range } from '../../core/text/range.ts'
import { type Passage, paragraphsIn, startOf, type TablePassages, tablesIn } from '../prose/passages.ts'
import { type Nines, ninesIn, periodIn, type Share, type Span, sharesIn, spansIn } from './availability.ts'

/** Figures stated in one sentence or table row. */
interface Figures {
  readonly shares: readonly Share[]
  readonly nines: readonly Nines[]
  /** Allowed downtimes, with their periods. */
  readonly downtimes: readonly Span[]
  /** Allowed recovery times. */
  readonly recoveries: readonly Span[]
  /** The period in seconds; absent if none is named. */
  readonly period?: number
}

/** What a sentence or table row promises about availability. Offsets are relative to the document. */
export interface Commitment extends Figures {
  readonly section?: Section
  /** Whether two of the figures are stated as equivalent: nothing but connecting words stands between them. */
  isTied(a: Range, b: Range): boolean
}

const about = /availab|up-?time|\bSL[AO]s?\b|\bnines\b|\b9s\b/i
const down = /down-?time|outage|unavailab|\bdown\b|\b(?:error|downtime) budget|\bbudget\b/i
const recovery = /\bRTO\b|\brecovery time objective/i

/** Topics that have percentages or time spans of their own. */
const others =
  /\b(?:(?<!un)planned|maintenance|scheduled|deploy\w*|upgrades?|migrat\w*|detect\w*|latenc\w*|p9\d\w*|percentile|durab\w*|freshness|success rate|cpu|disk|memory|utili[sz]ation|accuracy|coverage|confidence|cache|hit rate)\b/i

/** Promises for normal operation do not cover disasters. */
const disaster =
  /\b(?:region\w*|disaster\w*|data ?cent(?:er|re)|zones?|corrupt\w*|data loss|deleted|backup\w*|catastroph\w*|ransom\w*|RPO\s*(?:\/|and|&))/i

/** Words and signs that may stand between two statements of the same fact. */
const tie =
  /^(?:[^\p{L}\d→]|\b(?:i\.?e|aka|so|thus|hence|or|meaning|is|which|that|means?|allows?|leaves?|gives?|equals?|about|approx\w*|roughly|around|only|just|at most|max|maximum|up to|no more than|less than|of|an?|the|allowed|permitted|acceptable|unplanned|total|down-?time|outages?|error|budget|unavailability|down|SL[AO]|availability|uptime|available|target|per|each|every|month|monthly|year|yearly|annual|annually|week|weekly|day|quarter|over|in|for|time|\d+ days|\w+ (?:and a half )?nines)\b)*$/iu

/** What a document promises: sentence by sentence, then table row by table row. */
export function commitmentsOf(document: DocumentModel): readonly Commitment[] {
  const { prose, sections } = document
  if (topicsIn(document).length === 0) return []
  const place = (figures: Figures, start: number, isTied: Commitment['isTied']): Commitment => {
    const section = sectionAt(sections, start)
    return { ...moved(figures, start), ...(section && { section }), isTied }
  }
  const isTied: Commitment['isTied'] = (a, b) =>
    tie.test(prose.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).replace(/[*_`|]/g, ' '))
  return [
    ...inParagraphs(document).map(({ figures, node }) => place(figures, document.rangeOf(node).start, isTied)),
    ...inTables(document).map(({ figures, node }) => place(figures, document.rangeOf(node).start, () => true)),
  ]
}

/** One entry for each slice that mentions availability or recovery. */
const topicsIn = collectInSlices(({ text }: Slice, { prose }: DocumentModel, start) => {
  const own = prose.slice(start, start + text.length)
  return about.test(own) || recovery.test(own) ? [true] : []
})

const inParagraphs = collectInSlices((slice: Slice, document: DocumentModel) =>
  paragraphsIn(slice, document).flatMap((passage) =>
    readParagraph(passage).map((figures) => ({ figures, node: passage.node })),
  ),
)

const inTables = collectInSlices((slice: Slice, document: DocumentModel) =>
  tablesIn(slice, document).flatMap((table) =>
    readTable(table, document).map((figures) => ({ figures, node: table.node })),
  ),
)

const hasFigures = ({ shares, downtimes, recoveries }: Figures): boolean =>
  shares.length + downtimes.length + recoveries.length > 0

/** The figures of each sentence that has any. Offsets are relative to the passage. */
const readParagraph = (passage: Passage): readonly Figures[] =>
  /\d/.test(passage.text) ? sentencesOf(passage).map(readSentence).filter(hasFigures) : []

/** Part of a passage, with its offset in the text of the passage. */
type Sentence = { readonly text: string; readonly start: number }

const sentencesOf = ({ text }: Passage): readonly Sentence[] =>
  Array.from(text.matchAll(/(?:[^.;!?\n]|[.!?](?!\s)|\n(?!\n))+/g), ({ 0: sentence, index }) => ({
    text: sentence,
    start: index,
  }))

const shift = <T extends Range>(found: readonly T[], by: number): readonly T[] =>
  found.map((each) => ({ ...each, start: each.start + by, end: each.end + by }))

const moved = (figures: Figures, by: number): Figures => ({
  ...figures,
  shares: shift(figures.shares, by),
  nines: shift(figures.nines, by),
  downtimes: shift(figures.downtimes, by),
  recoveries: shift(figures.recoveries, by),
})

function readSentence({ text, start }: Sentence): Figures {
  const isOther = others.test(text)
  const spans = spansIn(text)
  const shares = isOther ? [] : sharesIn(text)
  const isRecovery = recovery.test(text) && !disaster.test(text)
  const word = recovery.exec(text)
  const first = spans.find((span) => word && span.start > word.index)
  const isDirect =
    word &&
    first &&
    /^(?:[^\p{L}\d]|\b(?:RPO|of|is|target|objective|about|max|at most|under|within|below|RTO)\b)*$/iu.test(
      text.slice(word.index + word[0].length, first.start),
    )
  const period = periodIn(text)
  return {
    shares: shift(
      about.test(text) || ninesIn(text).length > 0 || (down.test(text) && spans.length > 0) ? shares : [],
      start,
    ),
    nines: shift(isOther ? [] : ninesIn(text), start),
    downtimes: shift(isOther || recovery.test(text) ? [] : down.test(text) || shares.length > 0 ? spans : [], start),
    recoveries: shift(isRecovery && isDirect ? [first] : [], start),
    ...(period && { period }),
  }
}

/** The figures of each row that has any. Offsets are relative to the table. */
function readTable(table: TablePassages, document: DocumentModel): readonly Figures[] {
  const [head = [], ...rows] = table.rows
  const { start } = document.rangeOf(table.node)
  const headers = head.map(({ text }) => text)
  const isDown = down.test(headers.join(' '))
  const figures = rows.map((row): Figures => {
    const name = row[0]?.text ?? ''
    const isOther = others.test(name)
    const cells = isOther
      ? []
      : row.map((cell, column) => ({
          text: cell.text,
          start: startOf(document, cell) - start,
          header: headers[column] ?? '',
          column,
        }))
    const labelOf = ({ header, column }: { header: string; column: number }) =>
      column === 0 ? header : `${header} ${name}`
    const windows = cells.filter(({ header }) => /\b(?:over|window|period)\b/i.test(header))
    const period = periodIn(windows.map(({ text }) => text).join(' ') || row.map(({ text }) => text).join(' '))
    return {
      shares: cells.flatMap((cell) =>
        about.test(labelOf(cell)) || isDown ? shift(sharesIn(cell.text), cell.start) : [],
      ),
      nines: cells.flatMap((cell) => shift(ninesIn(cell.text), cell.start)),
      downtimes: cells.flatMap((cell) => {
        const ofHeader = periodIn(cell.header)
        const isMeant = down.test(`${labelOf(cell)} ${cell.text}`) || (isDown && ofHeader !== undefined)
        const spans = isMeant && !others.test(cell.header) ? spansIn(cell.text) : []
        return shift(
          spans.map((span) => ({ ...(ofHeader !== undefined && { period: ofHeader }), ...span })),
          cell.start,
        )
      }),
      recoveries: cells.flatMap((cell) => {
        const isMeant = recovery.test(labelOf(cell)) && !disaster.test(`${labelOf(cell)} ${headers[0]}`)
        const isFirst = recovery.test(cell.header) || cell.column === 1
        return isMeant && isFirst && cell.column > 0 ? shift(spansIn(cell.text).slice(0, 1), cell.start) : []
      }),
      ...(period && { period }),
    }
  })
  return figures.filter(hasFigures)
}
