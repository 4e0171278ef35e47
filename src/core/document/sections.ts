/** Compares the sections of a document with those of its type, and inserts the missing ones. */

import type { Heading } from 'mdast'
import { groupBy } from '../data/groupBy.ts'
import { remember, rememberBoth } from '../data/remember.ts'
import { statusOf } from '../decisions/status.ts'
import type { DocumentType, SectionSpec } from '../template/documentType.ts'
import { fitSnippet } from '../template/fit.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { type DocumentModel, type Section, textOf, titleKey } from './document.ts'
import { findInSlices } from './readSlices.ts'
import { styleOf } from './writingStyle.ts'

/** A section's title as written on one line, with its number and markup, but without the signs of a heading. */
export function writtenTitle({ prose, rangeOf }: DocumentModel, { heading: { children } }: Section): string {
  const [first, last] = [children[0], children.at(-1)]
  const written = first && last ? prose.slice(rangeOf(first).start, rangeOf(last).end) : ''
  return written
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join(' ')
}

/** Which of its type's sections a document has. */
export interface Outline {
  /** The document's section for each spec that has one. */
  readonly found: ReadonlyMap<SectionSpec, Section>
  /** Required sections that are absent, in template order; a nested one only if its parent is present. */
  readonly missing: readonly MissingSection[]
}

export interface MissingSection {
  readonly spec: SectionSpec
  /** The section after which it belongs; absent if it comes first. */
  readonly after?: Section
  /** The section that is to contain it, or the document's title; absent if there is neither. */
  readonly parent?: Section
  /** UTF-16 offset at which to insert it, and the depth of its heading there. */
  readonly at: number
  readonly depth: number
}

/** Compare a document with its type, regardless of the order and depth of sections. Cached, for use by all rules. */
export const outlineOf = rememberBoth((document: DocumentModel, type: DocumentType): Outline => {
  const found = new Map<SectionSpec, Section>()
  for (const spec of type.sections) {
    const section = findSection(document, spec, found)
    if (section) found.set(spec, section)
  }
  const others = endsOfOthers(document, new Set(found.values()))
  // Single-word synonyms are too common: `Order API` names a component, not a contract.
  const isInOthers = ({ keys }: SectionSpec) =>
    keys.some((key, index) => (index === 0 || key.includes(' ')) && others.has(key))
  const isThere = (spec: SectionSpec): boolean => {
    if (found.has(spec) || isInOthers(spec) || hasLead(document, spec, found) || isStatusSaid(document, spec))
      return true
    const parts = type.sections.filter((part) => part.parent === spec && part.isRequired)
    return parts.length > 0 && parts.every(isThere)
  }
  const missing = type.sections.filter(
    (spec) => spec.isRequired && !isThere(spec) && !(spec.parent?.isRequired && !isThere(spec.parent)),
  )
  return { found, missing: missing.map((spec) => placeOf(document, type, spec, found)) }
})

/**
 * One edit for each place where sections are missing, to be applied together.
 *
 * @param wanted absent: all missing sections
 */
export function insertMissing(
  document: DocumentModel,
  type: DocumentType,
  wanted?: ReadonlySet<SectionSpec>,
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  /** How many numbered sections have been inserted at each place. */
  const numbered = new Map<string, number>()
  for (const missing of outlineOf(document, type).missing) {
    if (wanted && !wanted.has(missing.spec)) continue
    const last = edits.at(-1)
    const { lineBreak } = styleOf(document)
    const place = `${missing.at} ${missing.depth}`
    const preceding = numbered.get(place) ?? 0
    if (hasNumber(missing.spec) || !isNumbered(type)) numbered.set(place, preceding + 1)
    const edit = insertionOf(document, type, missing, preceding)
    // Consecutive sections share a gap, which the first one already contains.
    if (last && last.start === edit.start && last.end === edit.end)
      edits[edits.length - 1] = {
        ...last,
        newText: last.newText.trimEnd() + lineBreak + lineBreak + edit.newText.trimStart(),
      }
    else edits.push(edit)
  }
  return edits
}

/** The place of an optional section. */
export const placeOfSection = (document: DocumentModel, type: DocumentType, spec: SectionSpec): MissingSection =>
  placeOf(document, type, spec, outlineOf(document, type).found)

function findSection(
  document: DocumentModel,
  spec: SectionSpec,
  found: ReadonlyMap<SectionSpec, Section>,
): Section | undefined {
  // If the template or the document has no title, the first section may look like one.
  const title = spec.depth > 1 ? titleAlone(document) : undefined
  const { byKey, byLead } = indexOf(document)
  const named = (index: ReadonlyMap<string, readonly Section[]>) =>
    [...new Set(spec.keys)].flatMap((key) => index.get(key) ?? []).filter((section) => section !== title)
  const exact = named(byKey)
  const parent = spec.parent && found.get(spec.parent)
  const taken = new Set(found.values())
  // `Decision: two data sets` and `10x scale (10,000 a day)` start with a name, followed by a separator.
  const best = (exact.length > 0 ? exact : named(byLead).sort((a, b) => a.start - b.start)).filter(
    (section) => !taken.has(section),
  )
  return (
    (parent && best.find(({ start }) => start >= parent.start && start < parent.end)) ??
    (parent && hasLead(document, spec, found) ? undefined : best[0])
  )
}

/** The sections of a document by key, and by the lead of their title. */
const indexOf = remember(({ sections }: DocumentModel) => ({
  byKey: groupBy(sections, ({ key }) => key),
  byLead: groupBy(sections, (section) => leadKeyOf(section.heading, section)),
}))

/** The part of a title before a colon, bracket or dash, folded; its own key if there is none. */
const leadKeyOf = remember((_: Heading, { title, key }: Section): string => {
  const [lead = ''] = title.split(/[:([–—]|\s-\s/, 1)
  return lead.length < title.length ? titleKey(lead) : key
})

/** Maximum number of words in a section name, compared with the start and end of headings. */
const mostWords = 4

/** First and last words of headings that match no section of the type: `Ferry Components`, `Security of the gates`. */
function endsOfOthers(document: DocumentModel, taken: ReadonlySet<Section>): ReadonlySet<string> {
  const ends = new Set<string>()
  for (const section of document.sections) {
    if (section === document.title || taken.has(section)) continue
    const words = section.key.slice(0, 200).split(' ')
    for (let count = 1; count <= Math.min(mostWords, words.length - 1); count++)
      ends.add(words.slice(0, count).join(' ')).add(words.slice(-count).join(' '))
  }
  return ends
}

/** The title of a document, if all other headings are deeper. */
const titleAlone = ({ title, sections }: DocumentModel): Section | undefined =>
  title && sections.every((section) => section === title || section.depth > title.depth) ? title : undefined

/** Whether the parent section contains the part as a bold lead instead of a heading: `**Functional:** …`. */
function hasLead(document: DocumentModel, spec: SectionSpec, found: ReadonlyMap<SectionSpec, Section>): boolean {
  const parent = spec.parent && found.get(spec.parent)
  return (
    parent !== undefined &&
    leadsOf(document).some(({ key, start }) => start >= parent.start && start < parent.end && spec.keys.includes(key))
  )
}

/** All bold text, as section keys. */
const leadsOf = remember((document: DocumentModel) => leadsInSlices(document))

const leadsInSlices = findInSlices(({ nodes }, { rangeOf }) =>
  nodes('strong').map((strong) => ({ ...rangeOf(strong), key: titleKey(textOf(strong)) })),
)

/** A status may also be given in front matter or in a line below the title. */
const isStatusSaid = (document: DocumentModel, { keys }: SectionSpec): boolean =>
  keys[0] === 'status' && statusOf(document) !== undefined

function placeOf(
  document: DocumentModel,
  type: DocumentType,
  spec: SectionSpec,
  found: ReadonlyMap<SectionSpec, Section>,
): MissingSection {
  const siblings = type.sections.filter((other) => other.parent === spec.parent)
  const index = siblings.indexOf(spec)
  const sectionOf = (other: SectionSpec) => found.get(other)
  const after = siblings
    .slice(0, index)
    .map(sectionOf)
    .findLast((section) => section !== undefined)
  const before = siblings
    .slice(index + 1)
    .map(sectionOf)
    .find((section) => section !== undefined)
  const parent = spec.parent ? found.get(spec.parent) : document.title
  const at = after?.end ?? before?.start ?? parent?.end ?? document.text.length
  const depth = after?.depth ?? before?.depth ?? (parent ? parent.depth + 1 : spec.depth)
  return { spec, at, depth, ...(after && { after }), ...(parent && { parent }) }
}

/**
 * The edit that inserts a missing section in the author's writing style, as snippet syntax. Computed on demand.
 *
 * @param preceding number of counted sections inserted before it at the same place
 */
export function insertionOf(
  document: DocumentModel,
  type: DocumentType,
  { spec, at, depth }: MissingSection,
  preceding = 0,
): TextEdit {
  const snippet = fitSnippet(spec.snippet, document, { at, depth, preceding, isNumbered: isNumbered(type) })
  return { ...insertionAt(document, at, snippet), isSnippet: true }
}

const hasNumber = ({ snippet }: SectionSpec): boolean => /^#+[ \t]+\d{1,3}[.)]/.test(snippet)

/** Whether a template numbers its headings, so that one without a number stays unnumbered. */
export const isNumbered = ({ sections }: DocumentType): boolean => sections.some(hasNumber)

/** Insert a block between two others, with exactly one blank line on each side and the document's own line endings. */
export function insertionAt(document: DocumentModel, at: number, block: string): TextEdit {
  const { text, frontmatter } = document
  const contentEnd = Math.max(text.slice(0, at).trimEnd().length, frontmatter.range?.end ?? 0)
  const gap = /^\s*/.exec(text.slice(at))?.[0] ?? ''
  // What follows keeps its indentation: it may be code.
  const end =
    at + gap.length === text.length ? text.length : at + Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1
  // Begin on a new line: editors indent inserted text like the line on which the edit begins.
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(contentEnd, end))?.[0].length ?? 0
  const before = contentEnd === 0 ? '' : lineBreak > 0 ? '\n' : '\n\n'
  const newText = `${before}${block.replace(/\r\n?/g, '\n')}${end === text.length ? '\n' : '\n\n'}`
  return {
    start: contentEnd === 0 ? 0 : contentEnd + lineBreak,
    end,
    newText: styleOf(document).lineBreak === '\n' ? newText : newText.replaceAll('\n', '\r\n'),
  }
}
