/** Makes file names of titles, numbered where documents of a kind are. */

import { readFileName } from '../decisions/fileName.ts'
import { type Numbering, nextNumber } from '../decisions/numbers.ts'
import { frontStart } from '../markdown/frontStart.ts'
import { frontmatterEnd } from '../markdown/markdown.ts'
import { tomlEnd } from '../markdown/toml.ts'
import { fillHead } from '../template/fillHead.ts'
import { escapeSnippet } from '../template/snippet.ts'
import { lineEnd, nextLine } from './lineBounds.ts'

/** Longest file name that is made from a title, without its ending. */
const maxLength = 80

/** A file name for a document, and the number in it where documents of its kind are numbered. */
export interface DocumentName {
  readonly name: string
  /** With leading zeros, as the file name has it; absent where documents are not numbered. */
  readonly number?: string
  /** Whether documents of its kind are numbered, but named by their dates here: then the title has no number either. */
  readonly isDated?: boolean
}

/**
 * Find a free file name for a title. Where each document has a folder of its own, the name has that before it: `0003-tea/index.md`.
 *
 * @param taken the names in the folder; those in folders of it with theirs
 * @param isNumbered whether the name begins with a number or date, written as the folder's other files write theirs
 * @param now by which a name with a date is made
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

/** Whether Windows keeps a name for a device, whatever ending it has. @param stem the file's name without its ending */
export const isReserved = (stem: string): boolean => /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i.test(stem)

/** A text as a part of a file name: letters and digits of any script, `-` for blanks, `_`, and nothing else. It may be empty. */
export const slug = (text: string, maxLength: number): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, maxLength)
    // Half of a letter that takes two units is none.
    .replace(/-?[\uD800-\uDBFF]?$/, '')

/** The number that a file's name begins with, as it is written there; undefined for none, and for a date. @param path with `/` */
export const numberOf = (path: string): string | undefined =>
  readFileName(path).parts.find(({ kind }) => kind === 'number')?.text

const unnumbered: Numbering = { stem: '', separator: '-', isBare: false }

/** Whether the title line of a template asks for a number: a tab stop such as `${1:NNN}`. */
export const hasNumber = (snippet: string): boolean =>
  stopsOf(titleLine(snippet)).some(({ text }) => isNumberStop(text))

/** What the title line of a template asks for, such as "Feature or product name"; empty when it asks for nothing. */
export const titleHint = (snippet: string): string =>
  stopsOf(titleLine(snippet))
    .find(({ text }) => !isNumberStop(text))
    ?.text.replace(/^[[{<]|[\]}>]$/g, '') ?? ''

/**
 * Put title and number, where they are known, into the title line of a template, and wherever their tab stops come again; the title and
 * today's date into its front matter too.
 */
export function fillTitle(snippet: string, title: string | undefined, number: string | undefined): string {
  const stops = stopsOf(titleLine(snippet))
  const values = new Map<string, string>()
  const numberStop = stops.find(({ text }) => isNumberStop(text))
  const titleStop = stops.find((stop) => stop !== numberStop)
  // `# 7. Title` is how such records count; `ADR-0007` is the name of a file.
  const isPlain = /^#[ \t]+\$\{(\d+):[^}]*\}\./.exec(titleLine(snippet))?.[1] === numberStop?.index
  if (numberStop && number !== undefined)
    values.set(numberStop.index, isPlain ? number.replace(/^0+(?=\d)/, '') : number)
  if (titleStop && title !== undefined) values.set(titleStop.index, title)
  return fillHead(snippet, title, titleStop?.index).replace(stop, (whole, bare?: string, braced?: string) => {
    const value = values.get(bare ?? braced ?? '')
    return value === undefined ? whole : escapeSnippet(value)
  })
}

/** A template whose title line asks for no number: what stands before the title goes with it. */
export function withoutNumber(snippet: string): string {
  const line = titleLine(snippet)
  const [first, title] = stopsOf(line)
  if (!first || !title || !isNumberStop(first.text)) return snippet
  return snippet.replace(line, () => `# ${line.slice(title.at)}`)
}

/** `$1`, `${1}`, `${1:text}`; an escaped `\$` opens nothing. */
const stop = /(?<!\\)\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^\\}$])*))?\})/g

const stopsOf = (line: string): readonly { at: number; index: string; text: string }[] =>
  Array.from(line.matchAll(stop), ({ index: at, 1: bare, 2: braced, 3: text = '' }) => ({
    at,
    index: bare ?? braced ?? '',
    text: text.replace(/\\(.)/g, '$1'),
  }))

const isNumberStop = (text: string): boolean => /^(?:N+|X+|0+|#+|\d+)$/i.test(text)

/** The first heading; not a comment in the front matter before it. */
const titleLine = (snippet: string): string => /^#[ \t].*$/m.exec(snippet.slice(frontmatterEnd(snippet)))?.[0] ?? ''

/** Say in the front matter of a document or template of which type it is, where nothing else does. */
export function withDocumentType(text: string, id: string): string {
  const front = frontStart(text)
  const rest = text.slice(front)
  const line =
    frontmatterEnd(rest) > 0 ? `documentType: ${id}` : tomlEnd(rest) > 0 ? `documentType = "${id}"` : undefined
  if (line === undefined) return `---\ndocumentType: ${id}\n---\n\n${text}`
  const opening = lineEnd(rest, 0)
  const next = nextLine(rest, opening)
  return text.slice(0, front) + rest.slice(0, next) + line + rest.slice(opening, next) + rest.slice(next)
}
