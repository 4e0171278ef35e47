/** Derives file names from titles, numbered for types whose documents are numbered. */

import { readFileName } from '../decisions/fileName.ts'
import { type Numbering, nextNumber } from '../decisions/numbers.ts'
import { frontEnd, frontStart } from '../markdown/frontStart.ts'
import { lineEnd, nextLine } from '../text/lineBounds.ts'
import { isReserved, slug } from '../text/slug.ts'
import { fillHead } from './fillHead.ts'
import { escapeSnippet } from './snippet.ts'

/** Maximum length of a file name derived from a title, without extension. */
const maxLength = 80

/** The file name for a document, and the number in it if such documents are numbered. */
export interface DocumentName {
  readonly name: string
  /** With leading zeros, as in the file name; absent if documents are not numbered. */
  readonly number?: string
  /** Whether such documents are numbered, but named by date in this folder: then the title has no number either. */
  readonly isDated?: boolean
}

/**
 * Find a free file name for a title. If each document has its own folder, the name includes it: `0003-tea/index.md`.
 *
 * @param taken names in the folder; those in its subfolders with the subfolder
 * @param isNumbered whether the name begins with a number or date, in the format of the folder's other files
 * @param now the date for names with a date
 */
export function nameDocument(title: string, taken: readonly string[], isNumbered: boolean, now?: Date): DocumentName {
  const words = slug(title, maxLength)
  const { stem: before, number, separator, isBare, file } = isNumbered ? nextNumber(taken, now) : unnumbered
  const joined = separator === '_' ? words.replaceAll('-', '_') : words
  const written = [before, isBare && number ? '' : joined].filter(Boolean).join(separator)
  const stem = written === '' ? 'document' : isReserved(written) ? `document-${written}` : written
  const used = new Set(taken.map((name) => name.toLowerCase()))
  const toName = (stem: string): string => (file === undefined ? `${stem}.md` : `${stem}/${file || `${stem}.md`}`)
  const isTaken = (stem: string): boolean =>
    used.has(toName(stem).toLowerCase()) || (file !== undefined && used.has(stem.toLowerCase()))
  let free = stem
  for (let count = 2; isTaken(free); count++) free = `${stem}-${count}`
  return { name: toName(free), ...(number && { number }), ...(isNumbered && !number && { isDated: true }) }
}

/**
 * The number at the start of a file's name, as written; undefined if there is none. Dates do not count.
 *
 * @param path with `/`
 */
export const numberOf = (path: string): string | undefined =>
  readFileName(path).parts.find(({ kind }) => kind === 'number')?.text

const unnumbered: Numbering = { stem: '', separator: '-', isBare: false }

/** Whether the title line of a template contains a tab stop for a number, such as `${1:NNN}`. */
export const hasNumber = (snippet: string): boolean =>
  stopsOf(titleLine(snippet)).some(({ text }) => isNumberStop(text))

/** The placeholder in the title line of a template, such as "Feature or product name"; empty if there is none. */
export const titleHint = (snippet: string): string =>
  stopsOf(titleLine(snippet))
    .find(({ text }) => !isNumberStop(text))
    ?.text.replace(/^[[{<]|[\]}>]$/g, '') ?? ''

/**
 * Insert the title and number, if known, into the title line of a template and wherever their tab stops recur; and the
 * title and today's date into its front matter.
 */
export function fillTitle(snippet: string, title: string | undefined, number: string | undefined): string {
  const stops = stopsOf(titleLine(snippet))
  const values = new Map<string, string>()
  const numberStop = stops.find(({ text }) => isNumberStop(text))
  const titleStop = stops.find((stop) => stop !== numberStop)
  // Records titled `# 7. Title` have no leading zeros there; `ADR-0007` is part of a file name.
  const isPlain = /^#[ \t]+\$\{(\d+):[^}]*\}\./.exec(titleLine(snippet))?.[1] === numberStop?.index
  if (numberStop && number !== undefined)
    values.set(numberStop.index, isPlain ? number.replace(/^0+(?=\d)/, '') : number)
  if (titleStop && title !== undefined) values.set(titleStop.index, title)
  return fillHead(snippet, title, titleStop?.index).replace(stop, (whole, bare?: string, braced?: string) => {
    const value = values.get(bare ?? braced ?? '')
    return value === undefined ? whole : escapeSnippet(value)
  })
}

/** A template without a number in its title line: everything before the title is removed. */
export function withoutNumber(snippet: string): string {
  const line = titleLine(snippet)
  const [first, title] = stopsOf(line)
  if (!first || !title || !isNumberStop(first.text)) return snippet
  return snippet.replace(line, () => `# ${line.slice(title.at)}`)
}

/** `$1`, `${1}`, `${1:text}`, but not after a backslash. */
const stop = /(?<!\\)\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^\\}$])*))?\})/g

const stopsOf = (line: string): readonly { at: number; index: string; text: string }[] =>
  Array.from(line.matchAll(stop), ({ index: at, 1: bare, 2: braced, 3: text = '' }) => ({
    at,
    index: bare ?? braced ?? '',
    text: text.replace(/\\(.)/g, '$1'),
  }))

const isNumberStop = (text: string): boolean => /^(?:N+|X+|0+|#+|\d+)$/i.test(text)

/** The first heading; skips comments in front matter. */
const titleLine = (snippet: string): string => /^#[ \t].*$/m.exec(snippet.slice(frontEnd(snippet)))?.[0] ?? ''

/** Declare the type of a document or template in its front matter. Assumes that it is not declared yet. */
export function withDocumentType(text: string, id: string): string {
  if (frontEnd(text) === 0) return `---\ndocumentType: ${id}\n---\n\n${text}`
  const front = frontStart(text)
  const rest = text.slice(front)
  const line = rest.startsWith('+++') ? `documentType = "${id}"` : `documentType: ${id}`
  const opening = lineEnd(rest, 0)
  const next = nextLine(rest, opening)
  return text.slice(0, front) + rest.slice(0, next) + line + rest.slice(opening, next) + rest.slice(next)
}
