/** Finds the date of a decision. */
import type { DocumentModel } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import { type Day, findDay } from './calendar.ts'
import { fieldsIn, linesOf } from './fields.ts'
import { findStatus, isHigh, isStatus, leadOf } from './status.ts'
import { labelOf } from './vocabulary.ts'

/** A date as stated in a decision: only the day if there is one, otherwise everything after the label. */
export interface DatePlace extends Range {
  /** As written; empty if there is only a label. */
  readonly text: string
  /** In ISO 8601; absent if it cannot be read as one day. */
  readonly iso?: string
  /** The days that it may stand for, if there are several. */
  readonly readings?: readonly string[]
  /** Whether it only accompanies something else, such as the status, so that no format is expected. */
  readonly isAside?: boolean
}

/**
 * Find the date of a decision: in front matter; in a line, cell or section *Date*; in the row, list item or line of the
 * status; or the first day in a short line before the first section. Undefined if there is none.
 */
export function findDate(document: DocumentModel): DatePlace | undefined {
  const labelled = labelledDates(document)
  const told = labelled.find(({ text }) => text !== '')
  if (told?.iso) return told
  return told ?? dateOfStatus(document) ?? otherDate(document) ?? labelled[0] ?? dateInLead(document)
}

function labelledDates(document: DocumentModel): readonly DatePlace[] {
  const { frontmatter, prose, sections } = document
  const declared = Object.entries(frontmatter.places).find(([key, place]) => isDateKey(key, prose, place))?.[1]
  const status = findStatus(document)
  const fields = blocksOf(document)
    .flatMap((node) => fieldsIn(document, node))
    .filter(({ label, row }) => label === 'date' && (!status?.row || !row || row === status.row))
  const section = sections.find((each) => labelOf(each.title) === 'date' && isHigh(document, each))
  const [line] = section ? section.content.flatMap((node) => linesOf(document, node)) : []
  return [...(declared ? [declared] : []), ...fields, ...(line ? [line] : [])].map((place) => toDate(prose, place))
}

/** Whether a key is for the date. *Data* is its name in Portuguese and Italian, but English for something else. */
const isDateKey = (key: string, prose: string, { start, end }: Range): boolean =>
  labelOf(key) === 'date' && (!/^data$/i.test(key) || isDay(prose.slice(start, end)))

/** Whether a value is a day and nothing else. */
function isDay(value: string): boolean {
  const day = findDay(value)
  return day !== undefined && /^["']?$/.test(value.slice(0, day.start)) && /^["']?\s*$/.test(value.slice(day.end))
}

/** The blocks before the first section, and those in *Status*. */
const blocksOf = (document: DocumentModel) => [
  ...leadOf(document),
  ...document.sections.filter((section) => isStatus(document, section)).flatMap(({ content }) => content),
]

/** `Accepted (2026-03-09)`, `2026-03-09: Accepted`. */
function dateOfStatus(document: DocumentModel): DatePlace | undefined {
  const { prose } = document
  const status = findStatus(document)
  if (!status || status.kind === 'frontmatter' || status.start === status.end) return undefined
  const from = prose.lastIndexOf('\n', status.start - 1) + 1
  // The decision that supersedes this one has a date of its own.
  const [own] = prose.slice(from, status.end).split(/\bby\b/i, 1)
  return inText(prose, { start: from, end: from + (own ?? '').length })
}

/** When the record was written or changed, if nothing states when the decision was made. */
function otherDate(document: DocumentModel): DatePlace | undefined {
  const { frontmatter, prose } = document
  const key = Object.keys(frontmatter.places).find((name) => labelOf(name) === 'otherDate')
  const fields = blocksOf(document).flatMap((node) => fieldsIn(document, node))
  const place = (key && frontmatter.places[key]) || fields.find(({ label }) => label === 'otherDate')
  return place ? inText(prose, place) : undefined
}

/** A day in a short line, such as *Export team, 2026-03-09*. */
function dateInLead(document: DocumentModel): DatePlace | undefined {
  for (const node of leadOf(document)) {
    if (node.type !== 'paragraph' && node.type !== 'blockquote') continue
    for (const line of linesOf(document, node)) {
      const found = line.end - line.start <= 120 ? inText(document.prose, line) : undefined
      if (found?.iso) return found
    }
  }
  return undefined
}

function inText(text: string, { start, end }: Range): DatePlace | undefined {
  const written = text.slice(start, Math.min(end, start + 500))
  const day = findDay(written)
  return day && { ...placeOf(written, day, start), isAside: true }
}

const placeOf = (written: string, { start, end, ...day }: Day, at: number): DatePlace => ({
  text: written.slice(start, end),
  start: at + start,
  end: at + end,
  ...day,
})

/** The first day or, without one, the whole text, without surrounding quotes, emphasis and whitespace. */
function toDate(text: string, { start, end }: Range): DatePlace {
  const written = text.slice(start, Math.min(end, start + 500))
  const day = findDay(written)
  if (day) return placeOf(written, day, start)
  const before = /^[\s"'*_]*/.exec(written)?.[0].length ?? 0
  const value = withoutEnd(written.slice(before), /[\s"'*_\\]/)
  return { text: value, start: start + before, end: start + before + value.length }
}
