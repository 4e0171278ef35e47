/** Determines which sections of a document are still as in the template. */

import { groupBy } from '../data/groupBy.ts'
import { remember } from '../data/remember.ts'
import type { DocumentType } from '../template/documentType.ts'
import { isExample } from '../template/examples.ts'
import type { Range } from '../text/range.ts'
import { type DocumentModel, type Section, sectionAt } from './document.ts'
import { readSlices } from './readSlices.ts'

export interface Untouched {
  /** Whether any section is untouched, and whether at least half of the template's placeholders are still present. */
  readonly some: boolean
  readonly most: boolean
  /** Whether the section that contains an offset is untouched. */
  isUntouched(offset: number): boolean
}

const nothing: Untouched = { some: false, most: false, isUntouched: () => false }

/**
 * A section, not counting its subsections, is untouched as long as its author has written no more than what remains of
 * the template's placeholders. Lines copied from the template do not count as written.
 */
export function readUntouched(document: DocumentModel, type: DocumentType): Untouched {
  const { text, sections } = document
  // A document this long has outgrown its template, and searching it would be slow.
  if (text.length > 10 * type.document.text.length + 20_000) return nothing
  const places = placesOf(type)
  const present = presentPlaces(type)(document).flat()
  const found = groupBy(present, ({ start }) => sectionAt(sections, start))
  const examples = document.nodes('code').filter((node) => isExample(document, node, type))
  // Sections without placeholders or examples have nothing left to be filled in.
  const waiting = new Set([
    ...found.keys(),
    ...examples.map((node) => sectionAt(sections, document.rangeOf(node).start)),
  ])
  const untouched = new Set<Section | undefined>()
  for (const [index, section] of [undefined, ...sections].entries()) {
    const own = { start: section?.start ?? 0, end: sections[index]?.start ?? text.length }
    if (waiting.has(section) && isUntouched(document, type, own, found.get(section) ?? [])) untouched.add(section)
  }
  return {
    some: untouched.size > 0,
    most: new Set(present.map(({ place }) => place)).size * 2 >= places.length,
    isUntouched: (offset) => untouched.has(sectionAt(sections, offset)),
  }
}

function isUntouched(
  { prose }: DocumentModel,
  type: DocumentType,
  { start, end }: Range,
  left: readonly Range[],
): boolean {
  const lines = linesOf(type)
  const places = left.toSorted((a, b) => a.start - b.start)
  let next = 0
  let waiting = 0
  let written = 0
  let lineEnd = start - 1
  for (const line of prose.slice(start, end).split('\n')) {
    lineEnd += line.length + 1
    let here = 0
    for (let place = places[next]; place && place.start < lineEnd; place = places[++next])
      here += lettersIn(prose.slice(place.start, place.end))
    waiting += here
    if (!lines.has(line.trim())) written += lettersIn(line) - here
  }
  return waiting >= written
}

/** The lines of a template, without comments. */
const linesOf = remember(
  ({ document }: DocumentType): ReadonlySet<string> => new Set(document.prose.split('\n').map((line) => line.trim())),
)

/** The placeholders of a template. */
const placesOf = remember((type: DocumentType): readonly string[] => {
  const all = new Set(
    type.tabStops.flatMap(({ index, choices, placeholder }) =>
      index && !choices && placeholder.length > 2 ? placeholder : [],
    ),
  )
  return [...all]
})

interface Present extends Range {
  readonly place: string
}

/** The placeholders of a template that a text still contains. None reaches from one slice into the next. */
const presentPlaces = remember((type: DocumentType) =>
  readSlices<readonly Present[]>(
    ({ text: { length } }, { text }, offset) => {
      const own = text.slice(offset, offset + length)
      return placesOf(type).flatMap((place) => occurrences(own, place, offset))
    },
    (found, by) => found.map(({ place, start, end }) => ({ place, start: start + by, end: end + by })),
  ),
)

/** @param offset of the text, in UTF-16 units */
function occurrences(text: string, place: string, offset: number): readonly Present[] {
  const found: Present[] = []
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length))
    found.push({ place, start: offset + at, end: offset + at + place.length })
  return found
}

/**
 * Counts Han characters twice, since one says as much as two letters; texts often mix them with Latin names and keys.
 */
const lettersIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + (text.match(/\p{Script=Han}/gu)?.length ?? 0)
