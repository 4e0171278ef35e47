/** Finds where a fragment can be inserted, and the depth of its headings there. */

import type { Nodes, RootContent } from 'mdast'
import { smallest } from '../data/longLists.ts'
import { type DocumentModel, type Section, sectionAt } from '../document/document.ts'
import { insertionAt } from '../document/sections.ts'
import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { SectionSpec } from './documentType.ts'
import { fitSnippet } from './fit.ts'
import { readSnippetMarkup } from './snippetMarkup.ts'

/**
 * The offset nearest to another at which a block can begin: between blocks, never inside one, and not before the front
 * matter. For an offset inside a block, such as code, a table or a list, that is after the block, or before it if
 * nothing can follow it.
 */
function blockPlace(document: DocumentModel, offset: number): number {
  const { blocks, frontmatter } = document
  const top = frontmatter.range?.end ?? 0
  if (offset <= top) return top
  const block = blocks.find((node) => contains(document.rangeOf(node), offset))
  if (!block) return offset
  const { start, end } = document.rangeOf(block)
  if (offset === start) return start
  return isOpen(document, block) ? start : end
}

/** Whether an offset is where text is not parsed as Markdown: in code, a comment or front matter. */
export const isInCode = (document: DocumentModel, offset: number): boolean =>
  [...document.nodes('code'), ...document.nodes('html'), ...document.nodes('yaml')].some((node) => {
    const { start, end } = document.rangeOf(node)
    return offset > start && (offset < end || (offset === end && node.type !== 'html'))
  })

/**
 * Insert a fragment at an offset in the author's writing style: as a separate block, with headings of the depth that
 * fits there. In a section of the same name, the fragment's own heading is left out.
 *
 * @param found the document's sections by the spec that matches them; empty without a type
 */
export function insertFragment(
  document: DocumentModel,
  offset: number,
  snippet: string,
  found: ReadonlyMap<SectionSpec, Section> = new Map(),
): TextEdit {
  const at = blockPlace(document, offset)
  return { ...insertionAt(document, at, fitFragment(document, at, snippet.trimEnd(), found)), isSnippet: true }
}

/** A fragment as written at an offset between two blocks. */
export function fitFragment(
  document: DocumentModel,
  at: number,
  snippet: string,
  found: ReadonlyMap<SectionSpec, Section> = new Map(),
): string {
  const { headings } = readSnippetMarkup(snippet)
  const [first] = headings
  if (!first) return fitSnippet(snippet, document, { at })
  const section = sectionAt(document.sections, at - 1)
  const keys = keysOf(section, found)
  if (section && first.start === 0 && first.key !== '' && keys.includes(first.key)) {
    const rest = snippet.slice(first.end).trimStart()
    const top = smallest(headings.slice(1).map(({ depth }) => depth))
    return fitSnippet(rest, document, { at, ...(Number.isFinite(top) && { depth: section.depth + 1 }) })
  }
  const top = smallest(headings.map(({ depth }) => depth))
  return fitSnippet(snippet, document, { at, depth: depthAt(document, at, top, section, found) })
}

/**
 * The depth of a fragment's topmost heading at an offset. Fragments are written for documents whose sections have depth
 * 2; a heading of depth 3 makes it part of a section.
 */
function depthAt(
  document: DocumentModel,
  at: number,
  own: number,
  section: Section | undefined,
  found: ReadonlyMap<SectionSpec, Section>,
): number {
  const { title, sections, text } = document
  if (!section) return own
  const level = title ? title.depth + 1 : smallest(sections.map(({ depth }) => depth))
  const wanted = own - 2 + level
  // A heading that is not deeper would cut the section in two and take over the rest of it.
  const cutsSection = text.slice(at, section.end).trim() !== ''
  // A part goes into a section that the template defines, not next to it.
  const isPart = own > 2 && [...found.values()].includes(section)
  const deepest = section.depth + 1
  return section !== title && (cutsSection || isPart) ? deepest : Math.min(wanted, deepest)
}

/** The keys that identify a section: its own and those of its spec. */
function keysOf(section: Section | undefined, found: ReadonlyMap<SectionSpec, Section>): readonly string[] {
  if (!section) return []
  const spec = [...found].find(([, other]) => other === section)?.[0]
  return [section.key, ...(spec?.keys ?? [])]
}

const contains = ({ start, end }: Range, offset: number): boolean => offset >= start && offset <= end

/** Whether a block runs to the end of the text because it is unclosed. */
function isOpen({ text, rangeOf }: DocumentModel, block: RootContent): boolean {
  const { start, end } = rangeOf(block)
  return text.slice(end).trim() === '' && isUnclosed(block, text.slice(start, end))
}

/** Whether code or a comment is unclosed, so that it would swallow whatever follows. @param source of the block */
export function isUnclosed({ type }: Nodes, source: string): boolean {
  if (type === 'code') {
    const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
    const lastLine = source.slice(Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1).trim()
    return fence !== undefined && (!lastLine.replace(/^[ \t>]+/, '').startsWith(fence) || lastLine === source)
  }
  return type === 'html' && source.startsWith('<!--') && !source.includes('-->')
}
