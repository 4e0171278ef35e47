/** Derives a template from a finished document. */

import type { List, ListItem, RootContent, Table } from 'mdast'
import { addAll } from '../data/longLists.ts'
import { type DocumentModel, type Section, textOf } from '../document/document.ts'
import { withLineBreaksOf } from '../text/lineBreak.ts'
import { placeholderFor } from './dialects/translate.ts'
import { isSectionMark } from './sectionMark.ts'
import { escapeSnippet } from './snippet.ts'

export interface DerivedName {
  /** Id of the document type. */
  readonly id: string
  readonly title: string
  readonly prefix: string
  /**
   * Id of the type that documents like this one already have. They keep it: only those that declare the new type
   * have it. Absent: they have none, and are recognised as the new type.
   */
  readonly known?: string | undefined
}

/** Sections with deeper headings are specific to the document and not required. */
const deepestRequired = 3

/**
 * Derive a template from a document: its headings become the sections, their content becomes placeholders of the same
 * shape, and code and diagrams are kept as examples. Pure; returns a file in our own syntax with the document's line
 * endings.
 */
export function deriveTemplate(document: DocumentModel, { id, title, prefix, known }: DerivedName): string {
  const stops = createStops()
  const sections = new Map(document.sections.map((section) => [section.heading as RootContent, section]))
  const blocks: string[] = []
  let section: Section | undefined
  let last: RootContent['type'] | undefined
  for (const node of document.blocks) {
    const next = sections.get(node)
    if (next) {
      const rest = section ? fillEmpty(section, document, stops) : []
      addAll(blocks, rest)
      section = next
      blocks.push(next === document.title ? titleLine(next, stops) : headingLine(document, next))
    } else {
      const name = section && section !== document.title ? section.title : title
      // Consecutive paragraphs become one placeholder.
      const block =
        node.type === 'paragraph' && last === 'paragraph' ? undefined : blockFor(document, node, name, stops)
      if (block) blocks.push(block)
    }
    last = node.type
  }
  if (section) addAll(blocks, fillEmpty(section, document, stops))
  const files =
    known === undefined ? '' : `files: false # Others like it stay ${known}, unless they declare this type\n`
  const head = `---\ndocumentType: ${id}\ntitle: ${JSON.stringify(title)}\nprefix: ${prefix}\n${files}---\n`
  return withLineBreaksOf(document.text, `${head}${blocks.join('\n\n')}\n`)
}

type Stop = (text: string) => string

function createStops(): Stop {
  let last = 0
  return (text) => `\${${++last}:${escapeSnippet(text)}}`
}

/** In brackets, so that a placeholder that is left unfilled is recognised. */
const bracketed = (words: string): string =>
  `[${words
    .replace(/[[\]|\r\n*_`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)}]`

const escaped = (text: string): string => text.replace(/[\\$]/g, '\\$&')

const sourceOf = ({ text, rangeOf }: DocumentModel, node: RootContent): string => {
  const { start, end } = rangeOf(node)
  return text.slice(start, end)
}

/** `ADR-0007: Use a queue` becomes stops for number and title, `System Design: Orders` one for the title. */
function titleLine({ heading, depth }: Section, stop: Stop): string {
  const written = textOf(heading).trim()
  const numbered = /^(\p{L}[\p{L} ]{0,30}[-# ]?)(\d{1,6})(\s*[:.–—-]\s*)/u.exec(written)
  const named = /^(\p{L}[\p{L}\p{N} ()/&-]{0,40}:\s+)\S/u.exec(written)?.[1]
  const marks = '#'.repeat(depth)
  if (numbered) {
    const [, before = '', digits = '', after = ''] = numbered
    return `${marks} ${escaped(before)}${stop('N'.repeat(Math.max(3, digits.length)))}${escaped(after)}${stop('[Title]')}`
  }
  return `${marks} ${escaped(named ?? '')}${stop('[Title]')}`
}

const headingLine = (document: DocumentModel, { heading, depth }: Section): string =>
  escaped(sourceOf(document, heading)) + (depth <= deepestRequired ? '\n<!--section required-->' : '')

/** A placeholder for a section that has no content, or none that is kept. */
function fillEmpty({ content, children, title }: Section, document: DocumentModel, stop: Stop): readonly string[] {
  const isTitle = document.title?.content === content
  const hasContent = content.some(
    ({ type }) => !['html', 'definition', 'footnoteDefinition', 'yaml', 'thematicBreak'].includes(type),
  )
  return isTitle || hasContent || children.length > 0 ? [] : [stop(placeholderFor(title))]
}

function blockFor(document: DocumentModel, node: RootContent, name: string, stop: Stop): string | undefined {
  if (node.type === 'paragraph') return labelledLines(sourceOf(document, node), stop) ?? stop(placeholderFor(name))
  if (node.type === 'heading' || node.type === 'thematicBreak' || node.type === 'code')
    return escaped(sourceOf(document, node))
  if (node.type === 'yaml') return undefined
  if (node.type === 'blockquote') return `> ${stop(placeholderFor(name))}`
  if (node.type === 'list') return listFor(document, node, name, stop)
  if (node.type === 'table') return tableFor(node, stop)
  if (node.type === 'html') return isOurs(node.value) ? undefined : escaped(sourceOf(document, node))
  return undefined
}

/** Section marks and silencing comments of ours apply only to the original document. */
const isOurs = (html: string): boolean => {
  const comment = /^<!--([\s\S]*)-->\s*$/.exec(html)?.[1]?.trim() ?? ''
  return isSectionMark(comment) || comment.startsWith('design-docs-')
}

const label = /^(\s*(?:\*\*|__)?\p{L}[\p{L}\p{N} /-]{0,40}?(?::(?:\*\*|__)|(?:\*\*|__)?:))(?:[ \t]+|$)/u

/** Keeps labels such as `**Status:** Accepted`; undefined if any line has none. */
function labelledLines(source: string, stop: Stop): string | undefined {
  const lines = source.split(/\r\n?|\n/)
  if (!lines.every((line) => label.test(line))) return undefined
  return lines.map((line) => labelled(line, stop) + (/ {2}$/.test(line) ? '  ' : '')).join('\n')
}

function labelled(line: string, stop: Stop): string {
  const words = label.exec(line)?.[1] ?? ''
  const value = line.slice(words.length).trim()
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value)
  return `${escaped(words)} ${stop(isDate ? 'YYYY-MM-DD' : bracketed(words.replace(/[:*_]/g, ' ')))}`
}

/** At most two items; all of them if every item has a label, since such a list is a form. */
function listFor(document: DocumentModel, list: List, name: string, stop: Stop): string {
  const firstLine = (item: ListItem) => {
    const [first] = item.children
    return first?.type === 'paragraph' ? (sourceOf(document, first).split(/\r\n?|\n/, 1)[0] ?? '') : ''
  }
  const items = list.children
  const isForm = items.length <= 12 && items.every((item) => label.test(firstLine(item)))
  const bullet = /^[-*+]/.exec(sourceOf(document, list))?.[0] ?? '-'
  return items
    .slice(0, isForm ? items.length : 2)
    .map((item, index) => {
      const mark = list.ordered ? `${(list.start ?? 1) + index}.` : bullet
      const box = typeof item.checked === 'boolean' ? '[ ] ' : ''
      const words = isForm
        ? labelled(firstLine(item), stop)
        : stop(bracketed(`${index === 0 ? 'Point' : 'Another point'} of “${name}”`))
      return `${mark} ${box}${words}`
    })
    .join('\n')
}

/** The header, and one row to fill in. */
function tableFor({ children: [head], align }: Table, stop: Stop): string {
  const names = (head?.children ?? []).map((cell) =>
    textOf(cell)
      .replace(/[\r\n]/g, ' ')
      .replaceAll('|', '\\|')
      .trim(),
  )
  const rule = names.map(
    (_, index) => ({ left: ':--', right: '--:', center: ':-:', none: '---' })[align?.[index] ?? 'none'],
  )
  const row = names.map((name, index) => stop(bracketed(name.replaceAll('\\', '') || `Column ${index + 1}`)))
  return [names.map(escaped), rule, row].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
