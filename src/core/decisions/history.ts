/** Reads a status that is given as a history, in which the last entry counts. */
import type { DocumentModel } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { findDay } from './calendar.ts'
import { knownStart } from './vocabulary.ts'

/** A status of a decision, and its date. */
export interface Entry extends Range {
  readonly iso?: string | undefined
}

/** The current entry: the one with the latest date, the last of equal ones; the last of all if some have no date. */
export function latest<T extends Entry>(entries: readonly T[]): T | undefined {
  const [first, ...rest] = entries
  const isDated = entries.every(({ iso }) => iso !== undefined)
  return rest.reduce((best, entry) => (isDated && (entry.iso ?? '') < (best?.iso ?? '') ? best : entry), first)
}

/** `- 2026-03-09: `: what precedes an entry's date, and what separates the date from the status. */
const dayFirst = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[*_]{0,2}/
const between = /^[*_ \t]{0,6}(?:[:：|·,;—–-]|->|→)?[*_ \t]{0,6}/

/** Read a line as an entry: a known status with a date before or after it. The range starts at the status. */
export function entryOf({ prose }: DocumentModel, { start, end }: Range): Entry | undefined {
  const line = prose.slice(start, Math.min(end, start + 500))
  const mark = dayFirst.exec(line)?.[0].length ?? 0
  const day = findDay(line.slice(mark))
  if (!day) return undefined
  const iso = day.iso
  const from = day.start === 0 ? mark + day.end : mark
  const at = from + (day.start === 0 ? (between.exec(line.slice(from))?.[0].length ?? 0) : 0)
  if (knownStart(line.slice(at)) === undefined || /^\P{L}/u.test(line.slice(at))) return undefined
  return { start: start + at, end: start + line.trimEnd().length, iso }
}
