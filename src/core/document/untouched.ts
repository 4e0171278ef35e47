/** Tells which sections of a document are still as the template left them. */

import { groupBy } from '../data/groupBy.ts'
import { remember } from '../data/remember.ts'
import type { DocumentType } from '../template/documentType.ts'
import { isExample } from '../template/examples.ts'
import { type DocumentModel, type Range, type Section, sectionAt } from './document.ts'

export interface Untouched {
  /** Whether any section is, and whether of all places of the template half are still there. */
  readonly some: boolean
  readonly most: boolean
  /** Whether the section around an offset is. */
  isUntouched(offset: number): boolean
}

const nothing: Untouched = { some: false, most: false, isUntouched: () => false }

/**
 * A section, without those within it, is untouched while somebody has written no more in it than the template has left to be
 * filled in. Lines that stand in the template are nobody's.
 */
export function readUntouched(document: DocumentModel, type: DocumentType): Untouched {
  const { text, sections } = document
  // Whoever wrote that much has left the template behind, and searching it all would take its time.
  if (text.length > 10 * type.document.text.length + 20_000) return nothing
  const places = placesOf(type)
  const found = groupBy(
    places.flatMap((place) => occurrences(text, place)),
    ({ start }) => sectionAt(sections, start),
  )
  const examples = document.nodes('code').filter((node) => isExample(document, node, type))
  // Others have nothing of the template's that waits for somebody.
  const waiting = new Set([
    ...found.keys(),
    ...examples.map((node) => sectionAt(sections, document.rangeOf(node).start)),
  ])
  const untouched = new Set<Section | undefined>()
  for (const [index, section] of [undefined, ...sections].entries()) {
    const own = { start: section?.start ?? 0, end: sections[index]?.start ?? text.length }
    if (waiting.has(section) && isUntouched(document, type, own, found.get(section) ?? [])) untouched.add(section)
  }
  const present = places.filter((place) => text.includes(place)).length
  return {
    some: untouched.size > 0,
    most: present * 2 >= places.length,
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

/** The lines of a template, comments apart. */
const linesOf = remember(
  ({ document }: DocumentType): ReadonlySet<string> => new Set(document.prose.split('\n').map((line) => line.trim())),
)

/** What a template leaves to be filled in. */
const placesOf = remember((type: DocumentType): readonly string[] => {
  const all = new Set(
    type.tabStops.flatMap(({ index, choices, placeholder }) =>
      index && !choices && placeholder.length > 2 ? placeholder : [],
    ),
  )
  return [...all]
})

function occurrences(text: string, place: string): readonly Range[] {
  const found: Range[] = []
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length))
    found.push({ start: at, end: at + place.length })
  return found
}

/** A Chinese character says as much as two letters, and the words around are often Latin: keys, names of people and of parts. */
const lettersIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + (text.match(/\p{Script=Han}/gu)?.length ?? 0)
