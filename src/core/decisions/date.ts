import type { DocumentModel, Range } from '../document/document.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import { leadOf } from './status.ts'

/** A date as a decision states it. */
export interface DatePlace extends Range {
  /** As it is written; empty where only its label stands. */
  readonly text: string
}

const dateLine =
  /^[ \t>|]*(?:[-*+][ \t]+)?[*_]{0,3}(?:date|日期|日付|datum|fecha|data)[*_]{0,3}[ \t]*[:：|][*_ \t]{0,6}([^\r\n|]{0,40})/im

/** Find the date in front matter, or in a line `Date: …` before the first section. Undefined when neither is there. */
export function findDate(document: DocumentModel): DatePlace | undefined {
  const { frontmatter, prose } = document
  const key = Object.keys(frontmatter.places).find((name) => /^(?:date|decided|decision-date)$/i.test(name))
  const declared = key === undefined ? undefined : frontmatter.places[key]
  if (declared) return trimmed(prose, declared)
  for (const node of leadOf(document)) {
    const { start, end } = document.rangeOf(node)
    const match = dateLine.exec(prose.slice(start, Math.min(end, start + 5000)))
    if (!match) continue
    const from = start + match.index + match[0].length - (match[1]?.length ?? 0)
    return trimmed(prose, { start: from, end: from + (match[1]?.length ?? 0) })
  }
  return undefined
}

/** Without quotes, emphasis and space around it. */
function trimmed(text: string, { start, end }: Range): DatePlace {
  const written = text.slice(start, end)
  const before = /^[\s"'*_]*/.exec(written)?.[0].length ?? 0
  const value = withoutEnd(written.slice(before), /[\s"'*_\\]/)
  return { text: value, start: start + before, end: start + before + value.length }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date in ISO 8601, `2026-03-09`, at the start of a text. Undefined for another format, and for a day that no calendar has. */
export function isoDateOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text) ?? []
  return year && month && day ? toIso(Number(year), Number(month), Number(day)) : undefined
}

/** Read a date in another format: `3 March 2026`, `March 3rd, 2026`, `2026/3/9`, `9.3.2026`. Undefined for `3/9/2026`, which has two meanings. */
export function readDate(text: string): string | undefined {
  const value = text.trim().replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '')
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value) ?? []
  if (year && month && day) return toIso(Number(year), Number(month), Number(day))
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? []
  if (d && m && y) return toIso(Number(y), Number(m), Number(d))
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/i.exec(value) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(value)
  if (!named?.groups) return undefined
  const index = months.indexOf((named.groups['month'] ?? '').slice(0, 3).toLowerCase())
  return toIso(Number(named.groups['year']), index + 1, Number(named.groups['day']))
}

function toIso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
