/** Compares the sections of a document with those of its type, and inserts the missing ones. */

import type { Heading } from 'mdast'
import { groupBy } from '../data/groupBy.ts'
import { remember, rememberBoth } from '../data/remember.ts'
import { statusOf } from '../decisions/status.ts'
import type { TextEdit } from '../lint/rule.ts'
import type { DocumentType, SectionSpec } from '../template/documentType.ts'
import { fitSnippet } from '../template/fit.ts'
import { type DocumentModel, type Section, textOf, titleKey } from './document.ts'
import { findInSlices } from './readSlices.ts'
import { styleOf } from './writingStyle.ts'

/** What a document has of what its type demands. */
export interface Outline {
  /** The document's section for each spec that has one. */
  readonly found: ReadonlyMap<SectionSpec, Section>
  /** Required sections that are nowhere, in the template's order; a nested one only where its parent is there. */
  readonly missing: readonly MissingSection[]
}

export interface MissingSection {
  readonly spec: SectionSpec
  /** The section after whose end it belongs; absent when it comes first. */
  readonly after?: Section
  /** The section that shall hold it, or the document's title; absent when there is neither. */
  readonly parent?: Section
  /** UTF-16 offset of the place, and how deep its heading is there. */
  readonly at: number
  readonly depth: number
}

/** Compare a document with its type, whatever order and depth its sections have. Done once for all rules. */
export const outlineOf = rememberBoth((document: DocumentModel, type: DocumentType): Outline => {
  const found = new Map<SectionSpec, Section>()
  for (const spec of type.sections) {
    const section = findSection(document, spec, found)
    if (section) found.set(spec, section)
  }
  const others = endsOfOthers(document, new Set(found.values()))
  // Of synonyms one word is too common: `Order API` is a part, and no contract.
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
 * One edit for each place where sections are missing, all to be applied at once.
 *
 * @param wanted absent: all of them
 */
export function insertMissing(
  document: DocumentModel,
  type: DocumentType,
  wanted?: ReadonlySet<SectionSpec>,
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  /** How many with a number go to a place already. */
  const numbered = new Map<string, number>()
  for (const missing of outlineOf(document, type).missing) {
    if (wanted && !wanted.has(missing.spec)) continue
    const last = edits.at(-1)
    const { lineBreak } = styleOf(document)
    const place = `${missing.at} ${missing.depth}`
    const preceding = numbered.get(place) ?? 0
    if (hasNumber(missing.spec) || !isNumbered(type)) numbered.set(place, preceding + 1)
    const edit = insertionOf(document, type, missing, preceding)
    // Sections that follow each other share a gap: what the first wrote before itself the next need not write again.
    if (last && last.start === edit.start && last.end === edit.end)
      edits[edits.length - 1] = {
        ...last,
        newText: last.newText.trimEnd() + lineBreak + lineBreak + edit.newText.trimStart(),
      }
    else edits.push(edit)
  }
  return edits
}

/** Where a section belongs that a document need not have. */
export const placeOfSection = (document: DocumentModel, type: DocumentType, spec: SectionSpec): MissingSection =>
  placeOf(document, type, spec, outlineOf(document, type).found)

function findSection(
  document: DocumentModel,
  spec: SectionSpec,
  found: ReadonlyMap<SectionSpec, Section>,
): Section | undefined {
  // Where the template or the document has no title, its first section may look like one.
  const title = spec.depth > 1 ? titleAlone(document) : undefined
  const { byKey, byLead } = indexOf(document)
  const named = (index: ReadonlyMap<string, readonly Section[]>) =>
    [...new Set(spec.keys)].flatMap((key) => index.get(key) ?? []).filter((section) => section !== title)
  const exact = named(byKey)
  const parent = spec.parent && found.get(spec.parent)
  const taken = new Set(found.values())
  // `Decision: two data sets` and `10x scale (10,000 a day)` say more, after a sign.
  const best = (exact.length > 0 ? exact : named(byLead).sort((a, b) => a.start - b.start)).filter(
    (section) => !taken.has(section),
  )
  return (
    (parent && best.find(({ start }) => start >= parent.start && start < parent.end)) ??
    (parent && hasLead(document, spec, found) ? undefined : best[0])
  )
}

/** The sections of a document by their keys, and by what their titles say first. */
const indexOf = remember(({ sections }: DocumentModel) => ({
  byKey: groupBy(sections, ({ key }) => key),
  byLead: groupBy(sections, (section) => leadKeyOf(section.heading, section)),
}))

/** What a title says before a colon, bracket or dash, folded; its own key where it has none. */
const leadKeyOf = remember((_: Heading, { title, key }: Section): string => {
  const [lead = ''] = title.split(/[:([–—]|\s-\s/, 1)
  return lead.length < title.length ? titleKey(lead) : key
})

/** As many words of a heading's beginning and end are looked at as the name of a section has. */
const mostWords = 4

/** The words with which headings begin or end that are no section of the type: `Ferry Components`, `Security of the gates`. */
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

/** The title of a document, if no other heading is as high. */
const titleAlone = ({ title, sections }: DocumentModel): Section | undefined =>
  title && sections.every((section) => section === title || section.depth > title.depth) ? title : undefined

/** Whether the parent section has the part as a bold line or list item in place of a heading: `**Functional:** …`. */
function hasLead(document: DocumentModel, spec: SectionSpec, found: ReadonlyMap<SectionSpec, Section>): boolean {
  const parent = spec.parent && found.get(spec.parent)
  return (
    parent !== undefined &&
    leadsOf(document).some(({ key, start }) => start >= parent.start && start < parent.end && spec.keys.includes(key))
  )
}

/** All words in bold, as keys of sections. */
const leadsOf = remember((document: DocumentModel) => leadsInSlices(document))

const leadsInSlices = findInSlices(({ nodes }, { rangeOf }) =>
  nodes('strong').map((strong) => ({ ...rangeOf(strong), key: titleKey(textOf(strong)) })),
)

/** A status is said as well in front matter or in a line below the title. */
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
 * The edit that inserts a missing section as the document's author writes, as snippet syntax. Written only for who asks.
 *
 * @param preceding how many sections that count are inserted before it at the same place
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

/** Whether a template numbers its headings: one without a number is meant to have none. */
export const isNumbered = ({ sections }: DocumentType): boolean => sections.some(hasNumber)

/** Put a block between two others: exactly one blank line on each side, the document's own line ends. */
export function insertionAt(document: DocumentModel, at: number, block: string): TextEdit {
  const { text, frontmatter } = document
  const contentEnd = Math.max(text.slice(0, at).trimEnd().length, frontmatter.range?.end ?? 0)
  const gap = /^\s*/.exec(text.slice(at))?.[0] ?? ''
  // What follows keeps its indent: it may be code.
  const end =
    at + gap.length === text.length ? text.length : at + Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1
  // The edit begins on a line of its own: an editor indents what it inserts like the line on which it begins.
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(contentEnd, end))?.[0].length ?? 0
  const before = contentEnd === 0 ? '' : lineBreak > 0 ? '\n' : '\n\n'
  const newText = `${before}${block.replace(/\r\n?/g, '\n')}${end === text.length ? '\n' : '\n\n'}`
  return {
    start: contentEnd === 0 ? 0 : contentEnd + lineBreak,
    end,
    newText: styleOf(document).lineBreak === '\n' ? newText : newText.replaceAll('\n', '\r\n'),
  }
}
