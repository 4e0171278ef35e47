/** Reads what lists and links need of a decision record: number, title, status, date, references. */

import type { DocumentModel } from '../document/document.ts'
import { writtenTitle } from '../document/sections.ts'
import { wordOf } from '../markdown/frontmatter.ts'
import type { DocumentType } from '../template/documentType.ts'
import type { Range } from '../text/range.ts'
import { type DatePlace, findDate } from './date.ts'
import { dayOfName, numberOfName, readFileName, statusOfName } from './fileName.ts'
import { type Reference, readReferences } from './references.ts'
import { isStatus, statusOf } from './status.ts'
import { stateOf } from './vocabulary.ts'

/** A decision record, as needed for an index, a list or a link. */
export interface Decision {
  /** The file's name. */
  readonly name: string
  /** From the file name, the title line or front matter; absent if none of them has one. */
  readonly number?: number
  /** Without its number; the words of the file name if there is no title. */
  readonly title: string
  /** What others call it: `ADR-0007`, `7. Use a queue`, or the title if it has no number. */
  readonly label: string
  readonly status?: string
  /** In ISO 8601, or as written if it is ambiguous. */
  readonly date?: string
  readonly supersedes: readonly Reference[]
  readonly supersededBy: readonly Reference[]
}

/** Read a decision. Never throws. @param name the file name, with or without a path */
export function readDecision(document: DocumentModel, name: string): Decision {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const { data } = document.frontmatter
  const declared = typeof data['title'] === 'string' ? data['title'].trim() : ''
  // If the title is in front matter, the text may start with a section.
  const isTitled = document.title && (document.title.depth === 1 || (!declared && !isStatus(document, document.title)))
  const written = isTitled ? headingOf(document) : (declared.split('\n', 1)[0] ?? '')
  const { word, digits, text, isCounted } = readTitle(written)
  const inFile = numberOfName(name)
  const number = inFile ?? (digits === undefined ? undefined : Number(digits)) ?? numberOfId(data)
  const title = text || wordsOf(name)
  const status = statusOf(document) ?? statusOfName(name)
  const date = shownDate(findDate(document), name)
  return {
    name: file,
    ...(number !== undefined && { number }),
    title,
    label: labelOf({ word, digits, isCounted, title, number, file: name }),
    ...(status !== undefined && { status }),
    ...(date && { date }),
    ...readReferences(document),
  }
}

/** A date for display in an index: a day, never a sentence. */
function shownDate(date: DatePlace | undefined, file: string): string | undefined {
  if (date?.iso) return date.iso
  const [written = ''] = date?.text.split(/[,;(]/, 1) ?? []
  return /\d{4}/.test(written) && written.length <= 20 && !/[[\]{}<>]/.test(written) ? written.trim() : dayOfName(file)
}

/** Whether documents of a type are decisions: a built-in type, or a team's type with a matching name. */
export const isDecisionType = ({ id, title }: Pick<DocumentType, 'id' | 'title'>): boolean =>
  /^m?adr(?:-|$)|decision/i.test(id) || /\bdecision record\b/i.test(title)

/** The status values that a type offers, in its own spelling; the usual ones if it offers none. */
export function statusChoices({ tabStops, document }: Pick<DocumentType, 'tabStops' | 'document'>): readonly string[] {
  const offered = tabStops.find(({ choices, offset }) => {
    const before = document.text.slice(Math.max(0, offset - 500), offset)
    const section = document.sections.findLast(({ start }) => start <= offset)
    const line = before.slice(before.lastIndexOf('\n') + 1)
    return choices && (/status/i.test(line) || (line.trim() === '' && section?.key === 'status'))
  })
  return offered?.choices ?? ['Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded']
}

/** Whether a decision is in force: only then can it be superseded. */
export const isAccepted = (status: string): boolean => stateOf(status) === 'accepted'

/** The title as written, without emphasis; `Section.title` lacks the number. */
const headingOf = (document: DocumentModel): string =>
  document.title ? writtenTitle(document, document.title).slice(0, 500).replace(/[*`]/g, '') : ''

/** The number in the title line including the word before it, such as `ADR-0007`, and its digits. Undefined if none. */
export function titleNumber(document: DocumentModel): (Range & { readonly digits: string }) | undefined {
  const written = headingOf(document)
  const { word, digits } = readTitle(written)
  if (!document.title || digits === undefined) return undefined
  const start = document.prose.indexOf(`${word ?? ''}${digits}`, document.title.start)
  return start < 0 ? undefined : { start, end: start + (word ?? '').length + digits.length, digits }
}

interface TitleLine {
  /** Such as `ADR-`; absent for `7. Title`. */
  readonly word?: string | undefined
  readonly digits?: string | undefined
  readonly text: string
  /** Whether the title is numbered as by adr-tools: `7. Title`. */
  readonly isCounted: boolean
}

/** `ADR-7: Title`, `ADR 007 - Title`, `7. Title`, `[0007] Title`; but not `2.0 of the API`. */
function readTitle(line: string): TitleLine {
  const named = /^\[?([a-z]{2,10}[-_ #]{0,2})(\d{1,6})(\]?(?:\s*[:：.)–—·|](?!\d)\s*|\s+-\s+|\s*$|\s+))/i.exec(line)
  const [start = '', word = '', digits = '', ending = ''] = named ?? []
  if (named && isNumberWord(word, digits, ending.trim() !== '' || start === line))
    return { word, digits, text: line.slice(start.length).trim(), isCounted: false }
  const counted = /^\[?(\d{1,6})(?:\]\s*|[.:：)](?!\d)\s*|\s+[-–—·|]\s+)/.exec(line)
  if (counted)
    return { digits: counted[1], text: line.slice(counted[0].length).trim(), isCounted: counted[0].includes('.') }
  return { text: line.trim(), isCounted: false }
}

/**
 * Whether a word before digits makes them the number of a record. Without a sign after them, `Decision 5 things` and
 * `UTF-8 everywhere` are titles, `ADR 5 Things` and `API-008 Things` are not. `HTTP 2` and `Use 3 queues` never have one.
 */
function isNumberWord(word: string, digits: string, isEnded: boolean): boolean {
  if (/^m?adrs?[-_ #]*$/i.test(word)) return true
  if (/^(?:decision|record)[-_ #]*$/i.test(word)) return isEnded || /[-#]/.test(word)
  return /^[A-Z]{2,6}[-#]$/.test(word) && (isEnded ? !standard.test(word) : /DR/.test(word) || digits.startsWith('0'))
}

/** Names of standards, which have a number of their own: `SHA-256: no longer MD5`. */
const standard = /^(?:UTF|SHA|AES|RSA|CRC|ISO|IEC|IEEE|HTTP)-/

function numberOfId(data: Readonly<Record<string, unknown>>): number | undefined {
  for (const key of ['id', 'adr', 'number', 'slug', 'nav_order']) {
    const digits = /^(?:[a-z]{2,8}[-_ ]?)?(\d{1,6})$/i.exec(wordOf(data[key]) ?? '')?.[1]
    if (digits !== undefined) return Number(digits)
  }
  return undefined
}

const wordsOf = (path: string): string => {
  const words = readFileName(path).rest.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

interface Parts extends Pick<TitleLine, 'word' | 'digits' | 'isCounted'> {
  readonly title: string
  readonly number: number | undefined
  readonly file: string
}

function labelOf({ word, digits, isCounted, title, number, file }: Parts): string {
  if (number === undefined) return title
  if (isCounted) return `${number}. ${title}`
  if (word !== undefined && digits !== undefined) return `${word}${digits}`.trim()
  const inFile = readFileName(file).parts.find(({ kind }) => kind === 'number')?.text
  return `ADR-${inFile ?? digits ?? String(number).padStart(4, '0')}`
}
