/** Parses the file name of a record: its number, its date, and the separators between them. */

import { isTemplateFile } from '../recognition/path.ts'
import { isMarkdown } from '../text/isMarkdown.ts'
import { isYear } from './calendar.ts'
import { stateOf } from './vocabulary.ts'

/** A date or number at the start of a name, as written. */
export interface NamePart {
  readonly kind: 'date' | 'number'
  readonly text: string
  /** The character after it: `-`, `_`, `.` or a space; empty if none. */
  readonly sign: string
}

export interface FileName {
  /** The word before the number with its separator, such as `ADR-`; usually empty. */
  readonly prefix: string
  readonly parts: readonly NamePart[]
  /** The words after the parts. */
  readonly rest: string
  /** Whether the name is that of a folder that contains only this record. */
  readonly isFolder: boolean
}

/** Possible file names of a record in its own folder. */
const ownFile = /^(?:index|readme|adr|decision|record)$/i

/** How the file of a record may end: a folder may hold some that other tools wrote. */
const recordEnding = /\.(?:md|markdown|adoc|rst|txt)$/i

/** Whether a file counts when records are numbered. @param path with or without folders */
export const isRecordFile = (path: string): boolean => recordEnding.test(path)

const stemOf = (file: string): string => file.replace(recordEnding, '')

/**
 * Read a file's name, or that of its folder if the record has its own.
 *
 * @param path with `/`, with or without folders
 */
export function readFileName(path: string): FileName {
  const [file = '', folder = ''] = path.split('/').toReversed()
  const stem = stemOf(file)
  const own = readStem(stem)
  const outer = folder ? readStem(folder) : own
  const isFolder = folder !== '' && outer.parts.length > 0 && (ownFile.test(stem) || stem === folder)
  return { ...(isFolder ? outer : own), isFolder }
}

/** The folder of the records that a file belongs to: one level higher if each record has its own folder. */
export function folderOfRecords(path: string): string {
  const folder = above(path)
  return readFileName(path).isFolder ? above(folder) : folder
}

/**
 * What tells the file of a record from others in a link from anywhere: its name, with that of its folder if the record has
 * its own. For comparison.
 */
export function linkedName(path: string): string {
  const parts = path.toLowerCase().split('/')
  return parts.slice(ownFile.test(stemOf(parts.at(-1) ?? '')) ? -2 : -1).join('/')
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

function readStem(named: string): Omit<FileName, 'isFolder'> {
  const stem = withoutStatus(named)
  const prefix = /^[a-z]{0,8}[-_ ]?(?=\d)/i.exec(stem)?.[0] ?? ''
  const parts: NamePart[] = []
  let rest = stem.slice(prefix.length)
  while (parts.length < 2) {
    const part = partAt(rest, parts)
    if (!part) break
    parts.push(part)
    rest = rest.slice(part.text.length + part.sign.length)
  }
  return { prefix: parts.length > 0 ? prefix : '', parts, rest: parts.length > 0 ? rest : stem }
}

/** `2026-03` and `2026-03-09`; without separators also with time: `202603`, `20260309`, up to the second. */
const datePart = /^(?:(\d{4})[-_.](\d\d)(?:[-_.](\d\d))?|(\d{4})(\d\d)(?:(\d\d)(?:\d{4}(?:\d\d)?)?)?)(?=([-_. ])|$)/
const numberPart = /^(\d{1,6})(?=([-_. ])|$)/

function partAt(text: string, before: readonly NamePart[]): NamePart | undefined {
  const [last] = before
  const date = last?.kind === 'date' ? null : datePart.exec(text)
  if (date && isDay(Number(date[1] ?? date[4]), Number(date[2] ?? date[5]), Number(date[3] ?? date[6] ?? 1)))
    return { kind: 'date', text: date[0], sign: date[7] ?? '' }
  const number = last?.kind === 'number' ? null : numberPart.exec(text)
  if (!number) return undefined
  const [, digits = '', sign = ''] = number
  // After a date, `12-factor-app` is a title.
  const isNumber = !last || last.sign === '_' || digits.startsWith('0')
  return isNumber ? { kind: 'number', text: digits, sign } : undefined
}

const isDay = (year: number, month: number, day: number): boolean =>
  isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31

/**
 * The number in a file's name, such as 7 in `0007-use-a-queue.md`, `adr-007.md` and `2026-03-09_007-queue.md`;
 * undefined if there is none. Dates do not count.
 */
export function numberOfName(path: string): number | undefined {
  const part = readFileName(path).parts.find(({ kind }) => kind === 'number')
  return part && Number(part.text)
}

/** The date in a file's name, in ISO 8601; undefined if there is none. */
export function dayOfName(path: string): string | undefined {
  const digits = readFileName(path)
    .parts.find(({ kind }) => kind === 'date')
    ?.text.replace(/\D/g, '')
  return digits && digits.length >= 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}` : undefined
}

/**
 * The status in a file's name: `[DRAFT] queue.md`, `0007-queue.accepted.md`, `superseded-0007-queue.md`. Undefined
 * where the word could be part of a title, as in `rejected-orders.md`.
 */
export function statusOfName(path: string): string | undefined {
  const [file = '', folder = ''] = path.split('/').toReversed()
  const stem = stemOf(file)
  return statusInStem(stem)?.word ?? (readFileName(path).isFolder ? statusInStem(folder)?.word : undefined)
}

/** In brackets at the start or end, after the last dot, before a number, or a word that hardly occurs in titles. */
const statusMarks = [
  /^[[(](\p{L}{2,20})[\])][-_ ]{0,3}(?=.)/u,
  /(?<=.)\.(\p{L}{2,20})$/u,
  /(?<=.)[-_ ]{0,3}[[(](\p{L}{2,20})[\])]$/u,
  /^(\p{L}{5,20})[-_ ](?=(?:adr[-_ ]?)?\d)/iu,
  /^(superseded|wip)[-_ ](?=.)/i,
  /(?<=.)[-_ ](superseded)$/i,
]

function statusInStem(stem: string): { readonly word: string; readonly rest: string } | undefined {
  for (const mark of statusMarks) {
    const [whole = '', word = ''] = mark.exec(stem) ?? []
    if (word && stateOf(word)) return { word: capital(word), rest: stem.replace(whole, '') }
  }
  return undefined
}

const capital = (word: string): string =>
  word.length > 3 ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word

const withoutStatus = (stem: string): string => statusInStem(stem)?.rest ?? stem

/** Whether a file can be a record, not an index or a template. @param path with `/`, with or without folders */
export function isRecordName(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (!isMarkdown(file)) return false
  if (isTemplateFile(path)) return false
  return !/^(?:readme|index)\./i.test(file) || readFileName(path).isFolder
}
