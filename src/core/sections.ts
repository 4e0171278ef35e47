import { toString as textOf } from 'mdast-util-to-string'
import type { DocumentModel, Section } from './document.ts'
import { rangeOf, titleKey } from './document.ts'
import type { TextEdit } from './rule.ts'
import type { DocumentType, SectionSpec } from './template.ts'

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
  /** Inserts it, as snippet syntax. */
  readonly edit: TextEdit
}

/** Compare a document with its type, whatever order and depth its sections have. */
export function outlineOf(document: DocumentModel, type: DocumentType): Outline {
  const found = new Map<SectionSpec, Section>()
  for (const spec of type.sections) {
    const section = findSection(document, spec, found)
    if (section) found.set(spec, section)
  }
  const isThere = (spec: SectionSpec): boolean => {
    if (found.has(spec) || hasLead(document, spec, found)) return true
    const parts = type.sections.filter((part) => part.parent === spec && part.isRequired)
    return parts.length > 0 && parts.every(isThere)
  }
  const missing = type.sections.filter(
    (spec) => spec.isRequired && !isThere(spec) && !(spec.parent?.isRequired && !isThere(spec.parent)),
  )
  return { found, missing: missing.map((spec) => placeOf(document, type, spec, found)) }
}

/** One edit for each place where sections are missing, all to be applied at once. */
export function insertMissing(document: DocumentModel, type: DocumentType): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (const { edit } of outlineOf(document, type).missing) {
    const last = edits.at(-1)
    const eol = document.text.includes('\r\n') ? '\r\n' : '\n'
    // Sections that follow each other share a gap: what the first wrote before itself the next need not write again.
    if (last && last.start === edit.start && last.end === edit.end)
      edits[edits.length - 1] = { ...last, newText: last.newText.trimEnd() + eol + eol + edit.newText.trimStart() }
    else edits.push(edit)
  }
  return edits
}

function findSection(
  document: DocumentModel,
  spec: SectionSpec,
  found: ReadonlyMap<SectionSpec, Section>,
): Section | undefined {
  const named = document.sections.filter((section) => section !== document.title && spec.keys.includes(section.key))
  const parent = spec.parent && found.get(spec.parent)
  const taken = new Set(found.values())
  const best = named
    .toSorted((a, b) => spec.keys.indexOf(a.key) - spec.keys.indexOf(b.key))
    .filter((section) => !taken.has(section))
  return (
    (parent && best.find(({ start }) => start >= parent.start && start < parent.end)) ??
    (parent && hasLead(document, spec, found) ? undefined : best[0])
  )
}

/** Whether the parent section has the part as a bold line or list item in place of a heading: `**Functional:** …`. */
function hasLead(document: DocumentModel, spec: SectionSpec, found: ReadonlyMap<SectionSpec, Section>): boolean {
  const parent = spec.parent && found.get(spec.parent)
  return (
    parent !== undefined &&
    document.nodes('strong').some((strong) => {
      const { start } = rangeOf(strong)
      return start >= parent.start && start < parent.end && spec.keys.includes(titleKey(textOf(strong)))
    })
  )
}

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
  return {
    spec,
    ...(after && { after }),
    ...(parent && { parent }),
    edit: { ...insertionAt(document, at, atDepth(spec, depth)), isSnippet: true },
  }
}

/** The piece of the template with its headings as deep as the document's. */
function atDepth(spec: SectionSpec, depth: number): string {
  const deeper = depth - spec.depth
  return spec.headings.toReversed().reduce((text, offset) => {
    const marks = /^#*/.exec(text.slice(offset))?.[0].length ?? 0
    return text.slice(0, offset) + '#'.repeat(Math.min(6, Math.max(1, marks + deeper))) + text.slice(offset + marks)
  }, spec.snippet)
}

/** Put a block between two others: exactly one blank line on each side, the document's own line ends. */
export function insertionAt({ text, frontmatter }: DocumentModel, at: number, block: string): TextEdit {
  const contentEnd = Math.max(text.slice(0, at).trimEnd().length, frontmatter.range?.end ?? 0)
  const end = at + (text.length - at - text.slice(at).trimStart().length)
  // The edit begins on a line of its own: an editor indents what it inserts like the line on which it begins.
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(contentEnd, end))?.[0].length ?? 0
  const before = contentEnd === 0 ? '' : lineBreak > 0 ? '\n' : '\n\n'
  const newText = `${before}${block.replace(/\r\n?/g, '\n')}${end === text.length ? '\n' : '\n\n'}`
  return {
    start: contentEnd === 0 ? 0 : contentEnd + lineBreak,
    end,
    newText: text.includes('\r\n') ? newText.replaceAll('\n', '\r\n') : newText,
  }
}
