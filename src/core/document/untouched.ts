/** Tells which sections of a document are still as the template left them. */

import { remember } from '../data/remember.ts'
import type { DocumentType, SectionSpec } from '../template/documentType.ts'
import { type DocumentModel, type Section, sectionAt } from './document.ts'
import { outlineOf } from './sections.ts'

export interface Untouched {
  /** Whether any section is, and whether of all places of the template half are still there. */
  readonly some: boolean
  readonly most: boolean
  /** Whether the section around an offset is. */
  isUntouched(offset: number): boolean
}

/** A section that the template knows; undefined for what stands before all of them. */
type Owner = SectionSpec | undefined

/** Longer sections were written by somebody, and need not be searched. */
const longestSection = 20_000

/** A section is untouched while half of the places that the template has in it are there, word for word. */
export function readUntouched(document: DocumentModel, type: DocumentType): Untouched {
  const { owners, texts } = readOwners(document, type)
  const untouched = new Set<Owner>()
  let left = 0
  let total = 0
  for (const [owner, places] of placesOf(type)) {
    const text = texts.get(owner) ?? ''
    const found = text.length > longestSection ? 0 : places.filter((place) => text.includes(place)).length
    if (found * 2 >= places.length) untouched.add(owner)
    left += found
    total += places.length
  }
  return {
    some: untouched.size > 0,
    most: left * 2 >= total,
    isUntouched(offset) {
      const section = sectionAt(document.sections, offset)
      return untouched.has(section && owners.get(section))
    },
  }
}

/** What the template leaves to be filled in, by the section that it stands in; each text once. */
const placesOf = remember((type: DocumentType): ReadonlyMap<Owner, readonly string[]> => {
  const { owners } = readOwners(type.document, type)
  const places = new Map<Owner, Set<string>>()
  for (const { index, choices, placeholder, offset } of type.tabStops) {
    if (!index || choices || placeholder.length <= 2) continue
    const section = sectionAt(type.document.sections, offset)
    const owner = section && owners.get(section)
    places.set(owner, (places.get(owner) ?? new Set()).add(placeholder))
  }
  return new Map(Array.from(places, ([owner, found]) => [owner, [...found]]))
})

/** To whom each section belongs: to itself where the template knows it, else to the one around it; and what stands in each. */
function readOwners(document: DocumentModel, type: DocumentType) {
  const specs = new Map<Section, SectionSpec>()
  for (const [spec, section] of outlineOf(document, type).found) specs.set(section, spec)
  const owners = new Map<Section, Owner>()
  const parts = new Map<Owner, string[]>()
  const add = (owner: Owner, start: number, end: number | undefined) => {
    const texts = parts.get(owner) ?? []
    parts.set(owner, texts)
    texts.push(document.text.slice(start, end))
  }
  add(undefined, 0, document.sections[0]?.start)
  for (const [index, section] of document.sections.entries()) {
    const owner = specs.get(section) ?? (section.parent && owners.get(section.parent))
    owners.set(section, owner)
    add(owner, section.start, document.sections[index + 1]?.start)
  }
  return { owners, texts: new Map(Array.from(parts, ([owner, texts]) => [owner, texts.join('')])) }
}
