/** Writes statuses and links into decision records, each in its own format. */

import type { DocumentModel } from '../document/document.ts'
import { encodePath } from '../text/encodePath.ts'
import { lineEnd, lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { resolveFrom } from '../text/relativePath.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import { linkedName } from './fileName.ts'
import { isPassiveKey, readReferences } from './references.ts'
import { boxesOf, findStatus, leadOf, type StatusPlace } from './status.ts'
import { isChoice, statusWord } from './statusWord.ts'

/** A link to another decision. */
export interface DecisionLink {
  readonly label: string
  /** Relative to the document that contains the link, with `/`, not yet encoded. */
  readonly path: string
}

/** A link in Markdown: `[ADR-0004](0004-use-a-queue.md)`. */
export const toMarkdown = ({ label, path }: DecisionLink): string =>
  `[${label.replace(/[\\[\]]/g, '\\$&').replace(/[\r\n]+/g, ' ')}](${encodePath(path)})`

/** Change the status in place; if a document has none, add it below the title. */
export function changeStatus(document: DocumentModel, status: string): readonly TextEdit[] {
  const place = findStatus(document)
  if (!place) return [addStatus(document, status)]
  return place.kind === 'box' ? tickBox(document, place, status) : [replaceStatus(document, place, status)]
}

/** Tick the box of a status; if there is no such box, change the text of the ticked one. */
function tickBox(document: DocumentModel, { node, start }: StatusPlace, status: string): readonly TextEdit[] {
  const { prose } = document
  const boxes = node?.type === 'list' ? boxesOf(document, node.children) : []
  const wordOf = (written: string): string => statusWord(written)?.toLowerCase() ?? ''
  const target =
    boxes.find((box) => wordOf(prose.slice(box.start, box.end)) === wordOf(status)) ??
    boxes.find((box) => box.start === start)
  return boxes.flatMap((box) => {
    const at = prose.lastIndexOf(']', box.start) - 1
    const written = prose.slice(box.start, box.end)
    const mark = box === target ? 'x' : ' '
    const ticks = box.isChecked === (box === target) ? [] : [{ start: at, end: at + 1, newText: mark }]
    if (box !== target || written.toLowerCase() === status.toLowerCase()) return ticks
    return [...ticks, { start: box.start, end: box.end, newText: lineEndsOf(document.text, status) }]
  })
}

/** Mark a decision as superseded by another one. */
export function supersedeBy(document: DocumentModel, by: DecisionLink): readonly TextEdit[] {
  const { places } = document.frontmatter
  const key = Object.keys(places).find(isPassiveKey)
  const place = key === undefined ? undefined : places[key]
  const link = toMarkdown(by)
  if (!place) return changeStatus(document, `Superseded by ${link}`)
  return [...changeStatus(document, 'Superseded'), inFrontmatter(document, place, link)]
}

/** State that a decision supersedes another one; no edits if it already does. */
export function addSupersedes(document: DocumentModel, old: DecisionLink): readonly TextEdit[] {
  const isSaid = readReferences(document).supersedes.some(({ target }) => target && isSame(target, old.path))
  if (isSaid) return []
  const { text } = document
  const link = toMarkdown(old)
  const place = findStatus(document)
  const end = place ? lineEnd(text, place.end) : 0
  // A line that contains more than the status cannot be copied.
  const isAlone =
    place !== undefined && /^[^:：]*[:：][*_ \t]*$/.test(text.slice(lineStart(text, place.start), place.start))
  if (place?.kind === 'cell' && isRow(text, place))
    return [insert(text, end, `\n| Supersedes | ${link.replaceAll('|', '\\|')} |`)]
  const isLine = isAlone && /^[*_ \t\\]*$/.test(text.slice(place.end, end))
  if (place?.kind === 'line' && place.node?.type !== 'heading' && isLine) {
    const from = lineStart(text, place.start)
    const line = text.slice(from, place.start)
    // Use the same list marker, emphasis and hard break.
    const like = `${withoutEnd(line.replace(/(?<!\p{L})\p{L}+(?=[*_]{0,3}[ \t]*[:：])/u, 'Supersedes'), /[ \t]/)} `
    const tail = text.slice(place.end, end)
    const closing = /^[*_]{1,3}/.exec(tail)?.[0] ?? ''
    const hardBreak = /(?: {2}|\\)$/.exec(tail.slice(-2))?.[0] ?? ''
    return [insert(text, end, `\n${like}${link}${closing}${hardBreak}`)]
  }
  if (place?.node && place.node.type !== 'heading' && place.kind !== 'cell') {
    const { end } = document.rangeOf(place.node)
    if (place.node.type !== 'list') return [insert(text, end, `\n\nSupersedes ${link}`)]
    const mark = /^[ \t]*[-*+]/.exec(text.slice(lineStart(text, place.start), place.start))?.[0] ?? '-'
    return [insert(text, end, `\n${mark} Supersedes ${link}`)]
  }
  return [underTitle(document, `Supersedes ${link}`)]
}

/** Whether two links in a document refer to the same file, of which only the name counts. */
const isSame = (a: string, b: string): boolean => linkedName(resolveFrom('', a)) === linkedName(resolveFrom('', b))

function replaceStatus(document: DocumentModel, place: StatusPlace, status: string): TextEdit {
  const { text } = document
  const { start, end, kind } = place
  const written = text.slice(start, end)
  const word = statusWord(written)
  const value = inCaseOf(word, status)
  if (kind === 'frontmatter') return inFrontmatter(document, place, value)
  if (written === '') {
    const before = text.slice(lineStart(text, start), start)
    if (kind === 'section') return place.node ? insert(text, start, `${value}\n\n`) : insert(text, end, `\n\n${value}`)
    // An empty cell may be no wider than its bars.
    return insert(text, start, `${/[ \t]$/.test(before) ? '' : ' '}${value}${kind === 'cell' ? ' ' : ''}`)
  }
  // If the first line does not start with a status, it may be a sentence about something else: insert before it.
  if (kind === 'section' && word === undefined && !isChoice(written)) return insert(text, start, `${value}\n\n`)
  const escaped = kind === 'cell' ? value.replaceAll('|', '\\|') : value
  const [, mark = ''] = /^([*_`]{1,3})/.exec(written) ?? []
  const at = word === undefined ? -1 : written.indexOf(word)
  const tail = at < 0 ? '' : written.slice(at + (word?.length ?? 0)).replace(mark, '')
  const kept = isAboutStatus(tail) ? '' : tail
  // Within inline code, a link would not be rendered.
  const around = value.includes('](') ? mark.replaceAll('`', '') : mark
  return { start, end, newText: lineEndsOf(text, `${around}${escaped}${around}${kept}`) }
}

/** Whether the text after a status applies only to that status, such as its date or successor. Remarks are kept. */
const isAboutStatus = (tail: string): boolean =>
  /^[\s,;:(–—-]*(?:by|with|on|since|as of|in|from|at)\b|^[\s,;:([–—-]*\d|^[^\p{L}]*$/iu.test(tail)

/** Uses the case of the previous word: `accepted` becomes `deprecated`, `ACCEPTED` becomes `DEPRECATED`. */
function inCaseOf(before: string | undefined, status: string): string {
  if (!before) return status
  const [word = '', ...rest] = status.split(/(?=\s|$)/)
  if (before === before.toUpperCase() && before === before.toLowerCase()) return status
  if (before === before.toLowerCase()) return [word.toLowerCase(), ...rest].join('')
  if (before.length > 1 && before === before.toUpperCase()) return [word.toUpperCase(), ...rest].join('')
  return word.charAt(0).toUpperCase() + word.slice(1) + rest.join('')
}

function inFrontmatter(document: DocumentModel, { start, end }: Range, value: string): TextEdit {
  const { text } = document
  const newText = quotedLike(text.charAt(start), value, isToml(document))
  const trimmed = start + text.slice(start, end).trimEnd().length
  // In a block scalar, `status: >` or `|-`, quotes would be part of the text, so its indicator is replaced too.
  const block = /[|>][-+\d]{0,2}[ \t]*(?:#[^\r\n]*)?\r?\n\s*$/.exec(text.slice(Math.max(0, start - 200), start))
  const from = block ? start - block[0].length : start
  return { start: from, end: trimmed, newText: (text[from - 1] === ':' ? ' ' : '') + newText }
}

/** A value in the quotes of the one before, or in those that it needs. In TOML, single quotes have no escapes. */
function quotedLike(quote: string, value: string, isInToml: boolean): string {
  if (quote === "'" && !(isInToml && value.includes(quote))) return `'${value.replaceAll("'", "''")}'`
  return quote === '"' || isInToml ? JSON.stringify(value) : toYaml(value)
}

/** A value in YAML, in quotes if it needs them. */
const toYaml = (value: string): string => (/^\p{L}[\p{L}\p{N} ._()/-]*$/u.test(value) ? value : JSON.stringify(value))

/** Whether the front matter is between lines of `+++`. */
const isToml = ({ text, frontmatter: { range } }: DocumentModel): boolean =>
  range !== undefined && text.startsWith('+++', range.start)

/** Adds the status to front matter, to a list of fields, as a section or, failing these, as an item below the title. */
function addStatus(document: DocumentModel, status: string): TextEdit {
  const { text, frontmatter, sections, title } = document
  const { range, places } = frontmatter
  const keys = Object.keys(places)
  const isData = keys.some((key) => /^(?:date|deciders|decision-makers|consulted)$/i.test(key))
  // A key whose value is not a word is left alone, but must not be added again.
  const isTaken = keys.some((key) => key.toLowerCase() === 'status')
  if (range && isData && !isTaken) {
    // In data, statuses begin in lower case. A link keeps its case, which paths need.
    const value = inCaseOf('accepted', status)
    const line = isToml(document) ? `status = ${JSON.stringify(value)}` : `status: ${toYaml(value)}`
    return insert(text, lineEnd(text, range.start), `\n${line}`)
  }
  const [list] = leadOf(document).filter((node) => node.type === 'list')
  const item =
    list &&
    /^([-*+][ \t]+)([*_]{0,3})\p{L}[\p{L} ]{0,40}(?:([*_]{1,3}):|:([*_]{0,3}))/u.exec(
      text.slice(document.rangeOf(list).start),
    )
  if (list && item) {
    const [, mark = '- ', open = '', inner, outer = ''] = item
    const label = inner === undefined ? `${open}Status:${outer}` : `${open}Status${inner}:`
    return insert(text, document.rangeOf(list).start, `${mark}${label} ${status}\n`)
  }
  const first = sections.find((section) => section !== title)
  if (!first || list) return underTitle(document, `- **Status:** ${status}`)
  // A deeper one would be part of another section.
  const depth = Math.min(first.depth, (title?.depth ?? 1) + 1)
  return insert(text, first.start, `${'#'.repeat(depth)} Status\n\n${status}\n\n`)
}

/** Inserts a separate paragraph below the title, or before everything else if there is none. */
function underTitle({ text, title, frontmatter, rangeOf }: DocumentModel, paragraph: string): TextEdit {
  if (title) return insert(text, rangeOf(title.heading).end, `\n\n${paragraph}`)
  const { range } = frontmatter
  return range ? insert(text, range.end, `\n\n${paragraph}`) : insert(text, 0, `${paragraph}\n\n`)
}

/** Whether a cell is the value in a row with a label, after which another row can follow. */
const isRow = (text: string, { start, row, node }: StatusPlace): boolean =>
  row === node && !/^[ \t]*\r?\n[ \t]*(?:\|[ \t]*)?:?-/.test(text.slice(lineEnd(text, start)))

const insert = (text: string, at: number, newText: string): TextEdit => ({
  start: at,
  end: at,
  newText: lineEndsOf(text, newText),
})

/** With the document's line endings. */
const lineEndsOf = (text: string, added: string): string =>
  /\r\n/.test(text) ? added.replace(/\r?\n/g, '\r\n') : added
