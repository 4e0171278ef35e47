/** A status that is told as a history: the last entry counts. */
import type { DocumentModel, Range } from '../document/document.ts'
import { findDay } from './calendar.ts'
import { knownStart } from './vocabulary.ts'

/** One state of a decision and since when. */
export interface Entry extends Range {
  readonly iso?: string | undefined
}

/** The entry that holds: the one with the latest day, of several the last; the last where not all have a day. */
export function latest<T extends Entry>(entries: readonly T[]): T | undefined {
  const [first, ...rest] = entries
  const isDated = entries.every(({ iso }) => iso !== undefined)
  return rest.reduce((best, entry) => (isDated && (entry.iso ?? '') < (best?.iso ?? '') ? best : entry), first)
}

/** `- 2026-03-09: `, the day of an entry with what parts it from the status behind it. */
const dayFirst = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[*_]{0,2}/
const between = /^[*_ \t]{0,6}(?:[:：|·,;—–-]|->|→)?[*_ \t]{0,6}/

/** Read a line as an entry: a known status with its day before or behind it. The range is that of the status and what follows. */
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
