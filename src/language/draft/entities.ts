/** Finds the entities of a design's data in its tables, with their fields and the references between them. */

import type { Table } from 'mdast'
import { firstIndex } from '../../core/data/firstIndex.ts'
import { type DocumentModel, type Section, sectionAt, textOf } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { factsOf } from '../../reading/prose/facts.ts'
import { cellText } from '../../reading/sections/cells.ts'
import { tablesOf } from '../../reading/sections/tables.ts'
import { topics } from '../../reading/sections/topics.ts'
import { createColumnWords } from '../../reading/vocabulary/titles.ts'
import { oneLine } from './steps.ts'

/** A stored entity. */
export interface Entity {
  readonly name: string
  readonly fields: readonly Field[]
}

export interface Field {
  readonly name: string
  /** The type as written; absent if none is given. */
  readonly type?: string
  readonly key?: 'PK' | 'FK' | 'UK'
  /** The rest of its row, including the type; in a list of fields, its entry. */
  readonly said: string
}

/** The most fields of an entity; a larger picture is unreadable. */
const mostFields = 60

const fieldColumn = createColumnWords('fieldColumn')
const typeColumn = createColumnWords('fieldTypeColumn')
const entityColumn = /^(?:entity|entities|table|collection|record|model|aggregate|entität|tabelle)$/i
const fieldsColumn = /^(?:(?:key|main|important) )?(?:fields|attributes|columns|properties|felder|attribute|spalten)$/i

/** The entities that the tables in a range of a document describe, in order, each once. */
export function entitiesIn(document: DocumentModel, within: Range): readonly Entity[] {
  const found = new Map<string, { readonly name: string; readonly fields: Field[] }>()
  const add = (name: string, fields: readonly Field[]) => {
    const key = name.toLowerCase()
    const known = found.get(key) ?? { name, fields: [] }
    found.set(key, known)
    for (const field of fields.slice(0, mostFields - known.fields.length))
      if (!known.fields.some((other) => other.name === field.name)) known.fields.push(field)
  }
  for (const { node, start, end, subjects } of tablesOf(factsOf(document))) {
    if (start < within.start || end > within.end) continue
    const columns = node.children[0]?.children.map((cell) => cellText(cell)) ?? []
    const entity = columns.findIndex((column) => entityColumn.test(column))
    if (entity >= 0) for (const each of rowsByEntity(node, columns, entity)) add(each.name, each.fields)
    else if (subjects.has('fields')) {
      const name = nameOver(document, node)
      if (name) add(name, fieldsOf(node, columns))
    }
  }
  return [...found.values()]
}

const isName = (text: string): boolean => /^[^\s|]+(?: [^\s|]+){0,3}$/.test(text) && text.length <= 60

/** The entities of a table with one row per entity, or one row per field. */
function rowsByEntity({ children: [, ...rows] }: Table, columns: readonly string[], entity: number): readonly Entity[] {
  const list = columns.findIndex((column) => fieldsColumn.test(column))
  const field = columns.findIndex((column, index) => index !== entity && index !== list && fieldColumn.isAll(column))
  let last = ''
  return rows.flatMap(({ children }) => {
    // An empty cell continues the entity above it.
    const name = cellText(children[entity]) || (field < 0 ? '' : last)
    last = name
    if (!isName(name)) return []
    const named = list < 0 ? [] : cellText(children[list]).split(/[,;]/)
    const fields = named.flatMap((each) => fieldOf(each.trim(), undefined, each) ?? [])
    const own =
      field < 0
        ? undefined
        : fieldIn(
            children.map((cell) => cellText(cell)),
            columns,
            field,
          )
    return [{ name, fields: own ? [own] : fields }]
  })
}

function fieldsOf({ children: [, ...rows] }: Table, columns: readonly string[]): readonly Field[] {
  const field = columns.findIndex((column) => fieldColumn.isIn(column) && !typeColumn.isAll(column))
  return rows.flatMap(
    ({ children }) =>
      fieldIn(
        children.map((cell) => cellText(cell)),
        columns,
        field,
      ) ?? [],
  )
}

function fieldIn(cells: readonly string[], columns: readonly string[], field: number): Field | undefined {
  const type = columns.findIndex((column, index) => index !== field && typeColumn.isAll(column))
  const said = cells.filter((_, index) => index !== field).join(' ')
  return fieldOf(cells[field]?.trim() ?? '', type < 0 ? undefined : cells[type]?.trim(), said)
}

function fieldOf(written: string, type: string | undefined, said: string): Field | undefined {
  const name = /^[\p{L}_][\p{L}\p{N}_.-]{0,60}/u.exec(written)?.[0]
  if (!name) return undefined
  const key = keys.find(([pattern]) => pattern.test(said))?.[1]
  return { name, said, ...(type && { type }), ...(key && { key }) }
}

const keys: readonly (readonly [RegExp, 'PK' | 'FK' | 'UK'])[] = [
  [/\b(?:PK|primary key)\b|Primärschlüssel/i, 'PK'],
  [/\b(?:FK|foreign key|references|refers to)\b|Fremdschlüssel|verweist auf/i, 'FK'],
  [/\b(?:UK|unique)\b|eindeutig/i, 'UK'],
]

/**
 * The name of a table of fields: a few words just before it, or its heading unless that is about the whole data model.
 */
function nameOver(document: DocumentModel, table: Table): string | undefined {
  const { start } = document.rangeOf(table)
  const before = document.blocks[firstIndex(document.blocks, (block) => document.rangeOf(block).start >= start) - 1]
  const lead = before?.type === 'paragraph' ? entityName(textOf(before).replace(/:\s*$/, '')) : undefined
  if (lead) return lead
  const section: Section | undefined = sectionAt(document.sections, start)
  return section && section !== document.title && !topics.dataModel.test(section.key)
    ? entityName(section.title)
    : undefined
}

/** The entity's name in `Table: orders`, `orders table` or `Orders`; undefined if it is not a name. */
function entityName(words: string): string | undefined {
  const name = oneLine(words)
    .replace(/^(?:the )?(?:table|entity|collection|tabelle|entität)\b[\s:]*/i, '')
    .replace(/ (?:table|entity|collection)$/i, '')
    .trim()
  return isName(name) && !/[.!?]$/.test(name) ? name : undefined
}
