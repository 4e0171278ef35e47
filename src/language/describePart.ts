/** Adds parts to a document's list of components, in the style of the other entries. */

import type { ListItem, Nodes } from 'mdast'
import { type Diagram, type DocumentModel, type Section, textOf } from '../core/document/document.ts'
import { insertionAt, isNumbered } from '../core/document/sections.ts'
import { styleOf } from '../core/document/writingStyle.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { fitSnippet } from '../core/template/fit.ts'
import { escapeSnippet } from '../core/template/snippet.ts'
import { lineStart } from '../core/text/lineBounds.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { type Components, componentsOf } from '../reading/components/components.ts'
import { leadsOf } from '../reading/sections/leads.ts'

/** Where and how to add parts. */
export interface DescriptionPlace {
  /** The section that lists the components; absent if there is none and parts are listed below their diagram. */
  readonly section?: Section
  /** The edit that adds parts, in snippet syntax with tab stops for what each of them does. */
  edit(names: readonly string[]): TextEdit
}

/**
 * Where a document would describe another component: as a section, row or item next to the others.
 *
 * @param diagram below which to list parts if the document lists no components; without it, undefined is returned then
 */
export function descriptionPlace(
  document: DocumentModel,
  type: DocumentType,
  diagram?: Diagram,
): DescriptionPlace | undefined {
  const [listing] = componentsOf({ document, type }).toSorted((a, b) => b.items.length - a.items.length)
  if (!listing) return diagram && { edit: (names) => listBelow(document, diagram, names) }
  const write = { sections: addSections, table: addRows, list: addItems }[listing.kind]
  const edit = write(document, type, listing)
  return edit && { section: listing.section, edit }
}

type Write = (
  document: DocumentModel,
  type: DocumentType,
  listing: Components,
) => ((names: readonly string[]) => TextEdit) | undefined

/** Escapes what Markdown would interpret in a name. An underscore inside a word needs no escape. */
const literally = (name: string): string => escapeSnippet(name.replace(/[\\`*[\]<>|]|(?<!\w)_|_(?!\w)/g, '\\$&'))

function listBelow(document: DocumentModel, { end }: Diagram, names: readonly string[]): TextEdit {
  const strong = (styleOf(document).strong ?? '*').repeat(2)
  const items = names.map(
    (name, index) => `${styleOf(document).bullet ?? '-'} ${strong}${literally(name)}${strong}: $${index + 1}`,
  )
  return { ...insertionAt(document, end, items.join('\n')), isSnippet: true }
}

const addSections: Write = (document, type, { items }) => {
  const sections = items.flatMap(({ scope }) => document.sections.find(({ start }) => start === scope.start) ?? [])
  const last = sections.at(-1)
  if (!last) return undefined
  const labels = sharedLabels(document, sections)
  const { depth, end: at } = last
  return (names) => {
    let stops = 0
    const blocks = names.map((name) => {
      const lines = labels.length > 0 ? labels.map((label) => `${label}$${++stops}`).join('\n') : `$${++stops}`
      return `${'#'.repeat(depth)} ${literally(name)}\n\n${lines}`
    })
    const snippet = fitSnippet(blocks.join('\n\n'), document, { at, depth, isNumbered: isNumbered(type) })
    return { ...insertionAt(document, at, snippet), isSnippet: true }
  }
}

/** The most labels that are repeated for another part. */
const mostLabels = 8

/** The labels that all sections have, as written in the last one: `- **Responsibility:** `. */
function sharedLabels(document: DocumentModel, sections: readonly Section[]): readonly string[] {
  const all = sections.map(({ content }) => content.flatMap((node) => (node.type === 'list' ? node.children : [])))
  const known = all.map((items) => new Map(items.flatMap((item) => labelOf(document, item))))
  const last = known.at(-1) ?? new Map<string, string>()
  const shared = [...last].flatMap(([key, written]) => (known.every((each) => each.has(key)) ? [written] : []))
  return sections.length > 1 && shared.length <= mostLabels ? shared : []
}

/** The label at the beginning of an item, folded and as written with its bullet; empty if it has none. */
function labelOf(document: DocumentModel, item: ListItem): readonly (readonly [string, string])[] {
  const [first] = item.children
  const strong = first?.type === 'paragraph' ? first.children[0] : undefined
  if (strong?.type !== 'strong') return []
  const { start } = document.rangeOf(item)
  const { end } = document.rangeOf(strong)
  const written = document.text.slice(start, end)
  const colon = /^[ \t]*:/.exec(document.text.slice(end, end + 10))?.[0] ?? ''
  if (/\n/.test(written) || !(colon || /:[*_]{2}$/.test(written))) return []
  return [[textOf(strong).toLowerCase().replace(/:$/, ''), `${escapeSnippet(written)}${colon} `]]
}

const addRows: Write = (document, _, { table }) => {
  const row = table?.children.at(-1)
  const [first] = row?.children ?? []
  if (!table || !row || !first || table.children.length < 2) return undefined
  const { start, end } = document.rangeOf(row)
  const written = document.text.slice(start, end).trimEnd()
  const columns = table.children[0]?.children.length ?? 1
  const [open, close] = marksOf(first.children[0])
  const lead = written.startsWith('|') ? '| ' : ''
  const tail = written.endsWith('|') ? ' |' : ''
  const at = start + written.length
  const { lineBreak } = styleOf(document)
  const prefix = document.text.slice(lineStart(document.text, start), start)
  return (names) => {
    let stops = 0
    const rows = names.map((name) => {
      const cells = Array.from({ length: columns - 1 }, () => `$${++stops}`)
      return `${lineBreak}${escapeSnippet(prefix)}${lead}${[`${open}${literally(name)}${close}`, ...cells].join(' | ')}${tail}`
    })
    return { start: at, end: at, newText: rows.join(''), isSnippet: true }
  }
}

/** The marks around another part's name, to be used for new ones as well. */
function marksOf(node: Nodes | undefined): readonly [string, string] {
  if (node?.type === 'strong') return ['**', '**']
  return node?.type === 'inlineCode' ? ['`', '`'] : ['', '']
}

const addItems: Write = (document, _, { section }) => {
  const list = section.content.find((node) => node.type === 'list')
  const lead = list && leadsOf(list).at(-1)
  if (!list || !lead) return undefined
  const { start, end } = document.rangeOf(lead.item)
  const written = document.text.slice(start, end)
  const nameAt = written.indexOf(lead.name)
  const rest = written.slice(nameAt + lead.name.length)
  const [, marks = '', sign = ''] = /^([*_`]{0,3}:?[*_`]{0,3})([ \t]*(?:[:–—-]+)?)/.exec(rest) ?? []
  const before = nameAt > 0 && nameAt < 40 ? written.slice(0, nameAt) : ''
  // A link would have the wrong target.
  const isOwn = before !== '' && !before.includes('[') && !before.includes('\n')
  const strong = (styleOf(document).strong ?? '*').repeat(2)
  const prefix = document.text.slice(lineStart(document.text, start), start)
  const { lineBreak } = styleOf(document)
  const gap = lineBreak.repeat(list.spread === true ? 2 : 1)
  return (names) => {
    const items = names.map((name, index) => {
      const opening = isOwn ? countedOn(before, index + 1) : `${written.slice(0, 1)} ${strong}`
      const own = `${marks}${sign}`.trimEnd()
      const behind = isOwn && own !== '' ? own : `${isOwn ? marks : strong}:`
      return `${gap}${escapeSnippet(prefix + opening)}${literally(name)}${escapeSnippet(behind)} $${index + 1}`
    })
    const at = start + written.trimEnd().length
    return { start: at, end: at, newText: items.join(''), isSnippet: true }
  }
}

/** Adds to the number of a list item: `3. **` becomes `4. **`. */
const countedOn = (before: string, by: number): string =>
  before.replace(/^\d{1,9}/, (number) => String(Number(number) + by))
