/** Finds the status of a document. No other module looks for it. */
import type { Heading, ListItem, RootContent } from 'mdast'
import { remember } from '../data/remember.ts'
import type { DocumentModel, Section } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { findDay } from './calendar.ts'
import { type Field, fieldsIn, linesOf } from './fields.ts'
import { entryOf, latest } from './history.ts'
import { statusWord } from './statusWord.ts'
import { knownStart, labelOf, type State, stateOf } from './vocabulary.ts'

/**
 * The status of a document, as written: from front matter `status`, from a line, list item or table row such as
 * `**Status:** Accepted` before the first section, or from a section *Status*. In a history the last entry counts;
 * among task boxes, the ticked one. Undefined if there is none.
 */
export function statusOf(document: DocumentModel): string | undefined {
  const place = findStatus(document)
  return place && wordAt(document, place)
}

/** The range of a document's whole status, such as `Superseded by [ADR-4](4.md)`; empty if it is not filled in. */
export interface StatusPlace extends Range {
  readonly kind: 'frontmatter' | 'line' | 'cell' | 'section' | 'box'
  /** The block that contains it; absent in front matter and in an empty section. */
  readonly node?: RootContent
  /** Identifies the table row, to find its other cells. */
  readonly row?: object
}

/**
 * Find the place that `statusOf` reads or, failing that, the first that is not filled in. Undefined if there is none.
 */
export function findStatus(document: DocumentModel): StatusPlace | undefined {
  const places = placesOf(document)
  return places.find((place) => wordAt(document, place) !== undefined) ?? places[0]
}

/** States that some authors do not tell apart: not yet decided, and no longer valid. */
const alike: Readonly<Partial<Record<State, State>>> = { draft: 'proposed', deprecated: 'superseded' }

/** The ranges of a document's status and of the first one that contradicts it; undefined if there is none. */
export function findContradiction(document: DocumentModel): readonly [StatusPlace, StatusPlace] | undefined {
  // Boxes and cells list the possible or the earlier ones.
  const [first, ...others] = placesOf(document).flatMap((place) => {
    const word = place.kind === 'box' || place.kind === 'cell' ? undefined : wordAt(document, place)
    const state = word === undefined ? undefined : stateOf(word)
    return state === undefined ? [] : [{ place, state: alike[state] ?? state }]
  })
  const other = others.find(({ state }) => state !== first?.state)
  return first && other && [first.place, other.place]
}

/** A box states a status only if it is ticked. */
const wordAt = ({ prose }: DocumentModel, { kind, start, end }: StatusPlace): string | undefined =>
  kind === 'box' && !isTicked(prose, start) ? undefined : statusWord(prose.slice(start, end))

const isTicked = (text: string, start: number): boolean =>
  /\[[xX]\][ \t]*$/.test(text.slice(Math.max(0, start - 20), start))

/** In order of priority. */
const placesOf = remember((document: DocumentModel): readonly StatusPlace[] => {
  const { frontmatter, sections } = document
  const key = Object.keys(frontmatter.data).find((key) => key.toLowerCase() === 'status')
  const declared = key === undefined ? undefined : frontmatter.places[key]
  // Other values than strings and null are left alone.
  const isWord = key !== undefined && (typeof frontmatter.data[key] === 'string' || frontmatter.data[key] === null)
  const blocks = leadOf(document)
  const section = sections.find((section) => isStatus(document, section))
  const heading = sections.find(({ heading }) => saysStatus(heading, document))?.heading
  return [
    ...(declared && isWord ? [{ ...declared, kind: 'frontmatter' as const }] : []),
    ...blocks.flatMap((node, index) => placesIn(document, node, blocks[index + 1])),
    ...(heading ? placesIn(document, heading) : []),
    ...(section ? [placeInSection(document, section)] : []),
    ...blocks.flatMap((node) => bareLines(document, node)),
  ]
})

/** The blocks before the first section, and those of a metadata section that comes first. */
export function leadOf({ blocks, sections, title }: DocumentModel): readonly RootContent[] {
  const first = sections.find((section) => section !== title)
  const until = first ? blocks.indexOf(first.heading) : blocks.length
  const lead = blocks.slice(0, until).filter(({ type }) => type !== 'heading')
  return first && metadataKeys.includes(first.key) ? [...lead, ...first.content] : lead
}

const metadataKeys = ['metadata', 'meta data', 'meta', 'document information', 'document info', 'document control']
const sectionKeys = ['status history', 'status and date', 'status date', 'status log']

/** Whether a section states the status. */
export const isStatus = (document: DocumentModel, section: Section): boolean =>
  isNamedStatus(section.heading, section) && isHigh(document, section)

const isNamedStatus = remember(
  (_: Heading, { title, key }: Section): boolean =>
    labelOf(title) === 'status' || labelOf(key) === 'status' || sectionKeys.includes(key),
)

const saysStatus = remember((heading: Heading, document: DocumentModel) => placesIn(document, heading).length > 0)

/** Whether a section is at the top level, not part of another one. */
export const isHigh = ({ title }: DocumentModel, { depth, parent }: Section): boolean =>
  depth <= (title ? title.depth + 1 : 2) || (title !== undefined && parent === title)

/** The places in a block of lines, list items or rows. @param next the following block, for a label without a value */
function placesIn(document: DocumentModel, node: RootContent, next?: RootContent): readonly StatusPlace[] {
  const { prose } = document
  const fields = fieldsIn(document, node).filter(({ label, start, end }) =>
    label === 'maybeStatus' ? isKnown(prose.slice(start, end)) : label === 'status',
  )
  if (node.type === 'table' || node.type === 'html') return cellsOf(document, node, fields)
  return fields.map((field) => {
    const below = field.start === field.end ? (boxIn(document, next) ?? knownBelow(document, field, next)) : undefined
    return below ?? { ...field, start: afterStrike(prose, field), kind: 'line' as const }
  })
}

const isKnown = (written: string): boolean => {
  const word = statusWord(written)
  return word !== undefined && stateOf(word) !== undefined
}

/** Of several rows, only the current one counts, and only if the table is a history, not a list of other documents. */
function cellsOf(document: DocumentModel, node: RootContent, fields: readonly Field[]): readonly StatusPlace[] {
  const { prose } = document
  const isTold = ({ start, end }: Range) => end > start
  const rows = new Set(fields.map(({ row }) => row))
  if (rows.size < 2) return fields.map((field) => ({ ...field, kind: 'cell' as const }))
  const dates = new Map(
    fieldsIn(document, node).flatMap(({ label, row, start, end }) =>
      label === 'date' || label === 'otherDate' ? [[row, findDay(prose.slice(start, end))?.iso] as const] : [],
    ),
  )
  if (dates.size === 0) return []
  const last = latest(fields.filter(isTold).map((field) => ({ ...field, iso: dates.get(field.row) })))
  return last ? [{ start: last.start, end: last.end, kind: 'cell', node, ...(last.row && { row: last.row }) }] : []
}

/** `**Status:**`, with its value in the next block. */
function knownBelow(document: DocumentModel, field: Field, next: RootContent | undefined): StatusPlace | undefined {
  const [line] = next?.type === 'paragraph' && isLastLine(document, field) ? linesOf(document, next) : []
  return line && next && isKnown(document.prose.slice(line.start, line.end))
    ? { ...trimmed(document.prose, line.start, line.end), kind: 'line', node: next }
    : undefined
}

const isLastLine = ({ prose, rangeOf }: DocumentModel, { node, end }: Field): boolean =>
  prose.slice(end, rangeOf(node).end).trim() === ''

function placeInSection(document: DocumentModel, { content, heading }: Section): StatusPlace {
  const { prose: text, rangeOf } = document
  const table = content.find(({ type }) => type === 'table')
  const node = content.find(({ type }) => type === 'paragraph' || type === 'list' || type === 'blockquote')
  const box = content.map((each) => boxIn(document, each)).find((place) => place !== undefined)
  if (box) return box
  const cell = table && placesIn(document, table)[0]
  if (cell && !(node && rangeOf(node).start < cell.start && isKnown(textAt(document, node)))) return cell
  if (!node) return { start: rangeOf(heading).end, end: rangeOf(heading).end, kind: 'section' }
  const labelled = content.flatMap((each) => placesIn(document, each))[0]
  if (labelled) return labelled
  const lines = content.flatMap((each) =>
    ['paragraph', 'list', 'blockquote'].includes(each.type)
      ? linesOf(document, each).map((line) => ({ ...line, node: each }))
      : [],
  )
  const entries = lines.flatMap((line) => {
    const entry = entryOf(document, line)
    return entry ? [{ ...entry, node: line.node }] : []
  })
  const entry = latest(entries)
  if (entry && (entries.length > 1 || entries[0]?.start !== lines[0]?.start)) {
    const isFirst = entries.length > 1 || !isKnown(text.slice(lines[0]?.start, lines[0]?.end))
    if (isFirst) return { ...trimmed(text, entry.start, entry.end), kind: 'section', node: entry.node }
  }
  const places = lines.map(({ start, end, node: block }) => {
    const mark = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/.exec(text.slice(start, end))?.[0].length ?? 0
    const place = trimmed(text, start + mark, end)
    return { start: afterStrike(text, place), end: place.end, kind: 'section' as const, node: block }
  })
  const first = places.slice(0, 5).find((place) => isKnown(text.slice(place.start, place.end)))
  // `Date: 2026-03-09` is a different field.
  const own = places.find((place) => !/^[\p{L} *_]{1,40}[:：]/u.test(text.slice(place.start, place.end)))
  return first ?? own ?? { start: rangeOf(node).start, end: rangeOf(node).start, kind: 'section', node }
}

const textAt = ({ prose, rangeOf }: DocumentModel, node: RootContent): string =>
  prose.slice(rangeOf(node).start, Math.min(rangeOf(node).end, rangeOf(node).start + 500))

/** The ticked box of a list, or the first one if none is ticked. Undefined for a list of anything but statuses. */
function boxIn(document: DocumentModel, node: RootContent | undefined): StatusPlace | undefined {
  if (node?.type !== 'list') return undefined
  const boxes = boxesOf(document, node.children)
  const ticked = boxes.findLast(({ isChecked }) => isChecked) ?? boxes[0]
  return ticked && { start: ticked.start, end: ticked.end, kind: 'box', node }
}

/** A status with a task box before it. */
export interface StatusBox extends Range {
  readonly isChecked: boolean
}

/** The boxes in a list of statuses; none if any item is something else. */
export function boxesOf(document: DocumentModel, items: readonly ListItem[]): readonly StatusBox[] {
  const boxes = items.slice(0, 50).flatMap((item) => {
    const [line] = typeof item.checked === 'boolean' ? linesOf(document, item) : []
    if (!line) return []
    const start = document.prose.indexOf(']', document.rangeOf(item).start) + 1
    const blank = /^[ \t]*/.exec(document.prose.slice(start, line.end))?.[0].length ?? 0
    return [{ ...trimmed(document.prose, start + blank, line.end), isChecked: item.checked === true }]
  })
  return boxes.every(({ start, end }) => isKnown(document.prose.slice(start, end))) ? boxes : []
}

/** A line with a status and a date, but without a label: *Accepted on 2026-03-09*. */
function bareLines(document: DocumentModel, node: RootContent): readonly StatusPlace[] {
  if (node.type !== 'paragraph' && node.type !== 'blockquote') return []
  return linesOf(document, node).flatMap(({ start, end }) => {
    const mark = /^[ \t>]*[*_]{0,3}/.exec(document.prose.slice(start, end))?.[0].length ?? 0
    const line = document.prose.slice(start + mark, end)
    const word = line.length > 200 ? undefined : knownStart(line)
    if (word === undefined || /^\P{L}/u.test(line) || !bareEnd.test(line.slice(word.length))) return []
    const place = trimmed(document.prose, start + mark, end)
    const close = /[*_]{0,3}$/.exec(document.prose.slice(place.start, place.end))?.[0].length ?? 0
    return [{ start: place.start, end: place.end - (mark > 0 ? close : 0), kind: 'line' as const, node }]
  })
}

const bareEnd = /^[*_.]{0,4}[ \t]*(?:\\?$|[(,·|—–-]\s*\d|(?:on|since|by|am|vom|seit|le|el|em|il|op|dal)\s)/

/** The offset after words that are struck out before the current ones. */
function afterStrike(text: string, { start, end }: Range): number {
  const written = text.slice(start, Math.min(end, start + 500))
  const struck = /^(?:(?:~~[^~]*~~|<del>[^<]*<\/del>|<s>[^<]*<\/s>)[ \t]*)+/.exec(written)?.[0].length ?? 0
  return struck < written.length ? start + struck : start
}

/** Without trailing whitespace and the backslash of a hard break. */
function trimmed(text: string, start: number, end: number): Range {
  return { start, end: start + text.slice(start, end).replace(/\\$/, '').trimEnd().length }
}
