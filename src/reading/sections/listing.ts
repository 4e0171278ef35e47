/** Reads what a section lists, as subsections, a table or a list. */

import type { Table } from 'mdast'
import { type DocumentModel, type Section, textOf } from '../../core/document/document.ts'
import { cellContent } from '../../core/document/places.ts'
import { outlineOf } from '../../core/document/sections.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import type { Range } from '../../core/text/range.ts'
import { leadsOf } from './leads.ts'

/** One of the things listed in a section: a component, a failure. */
export interface ListedItem {
  readonly name: string
  /** The range of the name. */
  readonly place: Range
  /** The range of everything said about it, including its name. */
  readonly scope: Range
}

/** What a section lists, and in which form. */
export interface Listing {
  readonly kind: 'sections' | 'table' | 'list'
  readonly items: readonly ListedItem[]
  /** Only if `kind` is `table`. */
  readonly table?: Table
}

/**
 * Reads what a section lists: its subsections, else the rows of a table, else a list of names. Undefined if that is not
 * clear, for example if the items are grouped.
 *
 * @param isTable whether a table lists such things
 */
export function listingOf(
  document: DocumentModel,
  type: DocumentType,
  section: Section,
  isTable: (table: Table) => boolean,
): Listing | undefined {
  const ofTemplate = new Set(outlineOf(document, type).found.values())
  const own = section.children.filter((child) => !ofTemplate.has(child) && !aside.test(child.key))
  // These are attributes of things. The things themselves have no headings, but are in bold or in collapsed blocks.
  if (own.some(({ key }) => attribute.test(key))) return undefined
  if (own.some(({ children }) => children.length > 1)) return undefined
  if (own.length > 1)
    return {
      kind: 'sections',
      items: own.map((child) => ({ name: child.title, place: document.rangeOf(child.heading), scope: child })),
    }
  const within = (range: Range) => range.start >= section.start && range.end <= section.end
  const tables = document.nodes('table').filter((table) => within(document.rangeOf(table)) && isTable(table))
  if (tables.length > 1) return undefined
  const [table] = tables
  if (table) return { kind: 'table', items: table.children.slice(1).flatMap((row) => rowOf(document, row)), table }
  const lists = section.content.filter((node) => node.type === 'list')
  const [list] = lists
  if (!list || lists.length > 1) return undefined
  const items = leadsOf(list)
  if (items.length < list.children.length) return undefined
  return {
    kind: 'list',
    items: items.map(({ item, name }) => ({
      name,
      place: document.rangeOf(item.children[0]?.type === 'paragraph' ? (item.children[0].children[0] ?? item) : item),
      scope: document.rangeOf(item),
    })),
  }
}

function rowOf(document: DocumentModel, row: Table['children'][number]): readonly ListedItem[] {
  const [first] = row.children
  const name = first && textOf(first).trim()
  return first && name ? [{ name, place: cellContent(document, first), scope: document.rangeOf(row) }] : []
}

/** Headings of an attribute, not of a thing. */
const attribute =
  /^(?:description|details|summary|risk assessment|severity|likelihood|probability|impact|effects?|symptoms?|causes?|root causes?|detection|diagnosis|mitigations?|handling|prevention|recovery|response|remediation|action items?|follow up|responsibilit(?:y|ies)|technology|interfaces?|dependencies)$/

/** Headings among the items that do not name one. */
const aside =
  /^(?:(?:high level |general )?(?:overview|introduction|summary|background|notes?|references|remarks)|.*\b(?:diagram|architecture|interactions?|responsibilities|relationships?|communication)|general|others?)$/
