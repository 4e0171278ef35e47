/** Finds the decisions that a record supersedes, and those that supersede it. */

import { addAll } from '../data/longLists.ts'
import type { DocumentModel } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { numberOfName } from './fileName.ts'
import { relationsIn } from './relations.ts'
import { isStatus, leadOf } from './status.ts'

/** A reference to another decision. */
export interface Reference extends Range {
  /** As written: a link's text, or `ADR-0007`. */
  readonly text: string
  /** A link's URL without fragment, as written; absent for a mention without link. */
  readonly target?: string
  /** The number in the URL or, failing that, in the text; absent if neither has one. */
  readonly number?: number
}

/** A decision's references to others. */
export interface References {
  readonly supersedes: readonly Reference[]
  readonly supersededBy: readonly Reference[]
}

/** UTF-16 units of a line that are searched. */
const maxLineLength = 2000

/** Read references in front matter, before the first section, in *Status*, and in sections of links. */
export function readReferences(document: DocumentModel): References {
  const supersedes: Reference[] = []
  const supersededBy: Reference[] = []
  const { frontmatter, text, prose } = document
  for (const [key, place] of Object.entries(frontmatter.places)) {
    const written = text.slice(place.start, place.end).slice(0, maxLineLength)
    // In front matter, `[ADR-1, ADR-2]` is a list, not a link.
    const value = written.includes('](') ? written : written.replace(/[[\]]/g, ' ')
    const into = isPassiveKey(key) ? supersededBy : isActiveKey(key) ? supersedes : undefined
    if (into) addAll(into, mentions(value, place.start))
    else if (/^status$/i.test(key)) readLine(value, place.start, supersedes, supersededBy)
  }
  for (const { start, end } of zonesOf(document)) readLines(prose.slice(start, end), start, supersedes, supersededBy)
  return { supersedes, supersededBy }
}

/** Read references in all lines of a text, wherever they are. Offsets are UTF-16, into the text. */
export function readReferenceLines(text: string): References {
  const supersedes: Reference[] = []
  const supersededBy: Reference[] = []
  readLines(text, 0, supersedes, supersededBy)
  return { supersedes, supersededBy }
}

/** `superseded-by`, `supersededBy`, `replaced_by`. */
export const isPassiveKey = (key: string): boolean => /^(?:super[sc]eded|replaced)[-_ ]?by$/i.test(key)
const isActiveKey = (key: string): boolean => /^(?:super[sc]edes|replaces)$/i.test(key)

function readLines(text: string, at: number, supersedes: Reference[], supersededBy: Reference[]): void {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g))
    readLine(line.slice(0, maxLineLength), at + index, supersedes, supersededBy)
}

function readLine(line: string, at: number, supersedes: Reference[], supersededBy: Reference[]): void {
  for (const { side, start, end } of relationsIn(line))
    addAll(side === 'supersedes' ? supersedes : supersededBy, mentions(partOf(line.slice(start, end)), at + start))
}

/** The text before another kind of relation: `Amends` and `Relates to` leave the other decision in force. */
const partOf = (text: string): string => text.slice(0, otherRelation.exec(text)?.index)
const otherRelation =
  /(?<!\p{L})(?:amend(?:s|ed)|relate[sd]|extend(?:s|ed)|clarif(?:ies|ied)|see also|depends on)(?!\p{L})/iu

const link = /\[([^[\]\r\n]{1,300})\](?:\(<?([^()<>\s]{1,500})>?(?:[ \t]+"[^"]{0,200}")?\)|\[[^[\]]{0,100}\])?/g
/** At the start, and after a comma or "and": `ADR-4, #5, 0006-six.md and 0007-seven`. */
const bare =
  /^["'\s:*_|(-]{0,20}(?:([\w./-]{1,200}\.md)\b|((?:m?adr[-_])?0\d{2,5}[-_][a-z\d_-]{1,200}(?!\w)|(?:m?a?dr[-_ #]{0,2}|(?:decision|record)\s|[a-z]{2,10}[-_#]|#?)\d{1,6})(?![\w-]|\.\d))/i
/** After a few words: `parts of ADR-4`, `the decision ADR-4`. */
const named = /^[\s\p{L}"'(:*_|-]{0,60}?(?<![\p{L}\d-])(?=(?:m?a?dr[-_ #]{0,2}|[a-z]{2,8}-|#)\d{1,6}(?![\w-]|\.\d))/iu

function mentions(value: string, at: number): readonly Reference[] {
  const links = Array.from(value.matchAll(link), ({ 0: whole, 1: text = '', 2: address, index }) =>
    toReference(text, address, at + index, whole.length),
  ).filter(({ target, number }) => target !== undefined || number !== undefined)
  if (links.length > 0) return links
  const found: Reference[] = []
  let offset = value.startsWith('[') ? 1 : 0
  if (!bare.test(value.slice(offset))) offset += named.exec(value.slice(offset))?.[0].length ?? 0
  for (const part of value.slice(offset).split(/(?<=,|\sand\s|\n\s*-\s)/)) {
    const match = bare.exec(part)
    const text = match?.[1] ?? match?.[2]
    if (text) found.push(toReference(text, match?.[1], at + offset + part.indexOf(text), text.length))
    else if (found.length > 0) break
    offset += part.length
  }
  return found
}

function toReference(text: string, address: string | undefined, start: number, length: number): Reference {
  const target = address === undefined || /^[a-z][\w+.-]*:|^#/i.test(address) ? undefined : address.split('#', 1)[0]
  const name = target?.slice(target.lastIndexOf('/') + 1)
  const number = (name === undefined ? undefined : numberOfName(name)) ?? numberIn(text)
  return {
    text,
    ...(target && { target }),
    ...(number !== undefined && { number }),
    start,
    end: start + length,
  }
}

/** The first number in a text that is not part of a date. */
function numberIn(text: string): number | undefined {
  const digits = /(?<!\d)\d{1,6}(?!\d|-\d\d)/.exec(text)
  return digits && !/\d-$/.test(text.slice(0, digits.index)) ? Number(digits[0]) : undefined
}

const linkSections =
  /^(?:links|related|related (?:decisions|records|adrs)|references|more information|relations|notes)$/

function zonesOf(document: DocumentModel): readonly Range[] {
  const lead = leadOf(document)
    .filter(({ type }) => ['paragraph', 'list', 'table', 'blockquote'].includes(type))
    .map(document.rangeOf)
  const sections = document.sections
    .filter((section) => isStatus(document, section) || linkSections.test(section.key))
    .flatMap(({ content }) => content.filter(({ type }) => type !== 'code' && type !== 'html').map(document.rangeOf))
  return [...lead, ...sections]
}
