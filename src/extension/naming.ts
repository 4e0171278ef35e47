import { slug } from 'github-slugger'
import { escapeSnippet } from '../core/snippet.ts'

/** Longest file name that is made from a title, without its ending. */
const longest = 80

/** A file name for a document, and the number in it where documents of its kind are numbered. */
export interface DocumentName {
  readonly name: string
  /** With leading zeros, as the file name has it; absent where documents are not numbered. */
  readonly number?: string
}

/**
 * Find a free file name for a title.
 *
 * @param taken the names of the files in the folder
 * @param isNumbered whether the name begins with the next free number, written as the folder's other files write theirs
 */
export function nameDocument(title: string, taken: readonly string[], isNumbered: boolean): DocumentName {
  const words = slug(title.normalize('NFC')).replace(/-{2,}/g, '-').replace(/^-|-$/g, '')
  const { prefix, number } = isNumbered ? nextNumber(taken) : { prefix: '', number: undefined }
  const stem = [number && prefix + number, words.slice(0, longest).replace(/-$/, '')].filter(Boolean).join('-')
  const used = new Set(taken.map((name) => name.toLowerCase()))
  let name = `${stem || 'document'}.md`
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem || 'document'}-${count}.md`
  return { name, ...(number && { number }) }
}

/** The number after the highest one, with the width and the word before it of the files that are there. */
function nextNumber(taken: readonly string[]): { prefix: string; number: string } {
  const numbered = taken.flatMap((name) => {
    const match = /^([a-z]{0,8}[-_]?)(\d{1,6})(?=[-_. ])(?!-\d\d-\d\d)/i.exec(name)
    return match ? [{ prefix: match[1] ?? '', digits: match[2] ?? '' }] : []
  })
  const last = numbered.toSorted((a, b) => Number(a.digits) - Number(b.digits)).at(-1)
  const number = String(Number(last?.digits ?? 0) + 1).padStart(last?.digits.length ?? 4, '0')
  return { prefix: last?.prefix ?? '', number }
}

/** Whether the title line of a template asks for a number: a tab stop such as `${1:NNN}`. */
export const hasNumber = (snippet: string): boolean =>
  stopsOf(titleLine(snippet)).some(({ text }) => isNumberStop(text))

/** What the title line of a template asks for, such as "Feature or product name"; empty when it asks for nothing. */
export const titleHint = (snippet: string): string =>
  stopsOf(titleLine(snippet))
    .find(({ text }) => !isNumberStop(text))
    ?.text.replace(/^\[|\]$/g, '') ?? ''

/** Put title and number into the title line of a template, and wherever their tab stops come again. */
export function fillTitle(snippet: string, title: string, number: string | undefined): string {
  const stops = stopsOf(titleLine(snippet))
  const values = new Map<string, string>()
  const numberStop = stops.find(({ text }) => isNumberStop(text))
  const titleStop = stops.find((stop) => stop !== numberStop)
  if (numberStop && number !== undefined) values.set(numberStop.index, number)
  if (titleStop) values.set(titleStop.index, title)
  return snippet.replace(stop, (whole, bare?: string, braced?: string) => {
    const value = values.get(bare ?? braced ?? '')
    return value === undefined ? whole : escapeSnippet(value)
  })
}

/** `$1`, `${1}`, `${1:text}`; an escaped `\$` opens nothing. */
const stop = /(?<!\\)\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^\\{}$])*))?\})/g

const stopsOf = (line: string): readonly { index: string; text: string }[] =>
  [...line.matchAll(stop)].map(([, bare, braced, text = '']) => ({
    index: bare ?? braced ?? '',
    text: text.replace(/\\(.)/g, '$1'),
  }))

const isNumberStop = (text: string): boolean => /^(?:N+|X+|0+|#+|\d+)$/i.test(text)

const titleLine = (snippet: string): string => /^#[ \t].*$/m.exec(snippet)?.[0] ?? ''
