/** Judges whether a design describes its stored data with fields. */

import type { Code, Table } from 'mdast'
import { type DocumentModel, textOf } from '../core/document/document.ts'
import { hasHan, usesHan } from '../core/document/language.ts'
import type { Range } from '../core/text/range.ts'
import { readCode } from '../reading/code/codeKinds.ts'
import { namedWith } from '../reading/code/codeNames.ts'
import { drawnCode } from '../reading/code/drawnCode.ts'
import { picturesOf } from '../reading/drawings/pictures.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blockIndexAt,
  blocksOf,
  type Facts,
  factsOf,
  placeOf,
  proseOf,
  proseWith,
  type SectionFacts,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { isUnder } from '../reading/prose/mentions.ts'
import { cellText, columnOf } from '../reading/sections/cells.ts'
import { fieldsToldIn } from '../reading/sections/german.ts'
import { leadsOf } from '../reading/sections/leads.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether entities, records or files are described with their structure. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const shape = findShape(facts)
  if (shape) return judgement('met', 'Data is described with its fields or structure.', shape)
  const section = sectionFactsAbout(facts, 'dataHeading', 8)[0]
  if (section) return judgement('partial', 'Data is discussed, but not its fields.', section.heading)
  const naming = proseWith(facts, 'entity')
  const count = naming.reduce(
    (sum, { scan }) => sum + scan.hits.filter(({ concept }) => concept === 'entity').length,
    0,
  )
  const named = count >= 3 ? naming[0] : undefined
  if (named) return judgement('partial', 'Stored data is named, but not its fields.', placeOf(named, 'entity'))
  return judgement('missing', 'No entities, records or files are described.')
}

function findShape(facts: Facts): Range | undefined {
  const drawn = picturesOf(facts).find(({ subject }) => subject === 'data')
  if (drawn) return drawn
  const code = facts.blocks.find((block, index) => block.node.type === 'code' && isShape(facts, block.node, index))
  if (code) return code
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('fields') && rows >= 2)
  if (table) return table
  const listed = facts.document.nodes('table').find((each) => listsFieldsInColumn(facts, each))
  if (listed) return facts.document.rangeOf(listed)
  for (const list of facts.document.nodes('list')) {
    const range = facts.document.rangeOf(list)
    const leads = leadsOf(list)
    const named = leads.filter(({ isCode }) => isCode)
    const withFields = leads.filter(({ item }) => listsFields(textOf(item)))
    if ((named.length >= 3 || withFields.length >= 2) && isAboutData(facts, blockIndexAt(facts, range.start)))
      return range
  }
  const chinese = findChineseFields(facts)
  if (chinese) return chinese
  const section = sectionFactsAbout(facts, 'dataHeading', 80).find((section) => isDetailed(facts, section))
  return section?.heading ?? namedWith(facts, 'entity') ?? findLayout(facts) ?? fieldsToldIn(facts)
}

/** Whether a column of fields lists several in a row: `| Plan | id, text, changed_at (timestamp) |`. */
function listsFieldsInColumn(facts: Facts, table: Table): boolean {
  const fields = columnOf(
    table,
    /^(?:(?:(?:key|main) )?fields|(?:wichtige )?felder|(?:主要|关键|核心|重要)?字段(?:列表|清单)?)$/,
  )
  // Options and goals have properties, too.
  const column = fields ?? columnOf(table, /^(?:columns|attributes|properties|spalten|attribute|eigenschaften)$/)
  if (column === undefined) return false
  if (fields === undefined && !isAboutData(facts, blockIndexAt(facts, facts.document.rangeOf(table).start)))
    return false
  const rows = table.children.slice(1)
  const lists = rows.filter((row) => /[,，、]/.test(cellText(row.children[column])))
  return lists.length >= 2 || (lists.length === 1 && rows.length === 1)
}

/** Whether a name is followed by a list of three or more short fields: `Robot: number, cell, battery (per cent)`. */
function listsFields(text: string): boolean {
  const said = text.slice(text.search(/[:–—]\s/) + 1, 400)
  const parts = said.replace(/\([^()]{0,80}\)/g, '').split(/,|;| (?:and|und) /)
  return parts.length >= 3 && parts.every((part) => part.trim().split(/\s+/).length <= 8)
}

/** Whether a text is three or more names in a row, each perhaps with a remark in brackets. */
function isRowOfNames(text: string, name: RegExp): boolean {
  const parts = text
    .replace(/[（(][^（）()]{0,80}[）)]/g, '')
    .trim()
    .replace(/[。；;]$/, '')
    .split(/[,，、;；/]/)
  return parts.length >= 3 && parts.every((part) => name.test(part.trim()))
}

/** Whether a name is followed by a list of three or more short fields: `订单：订单号、金额、状态`. */
const namesFields = (text: string): boolean => {
  const colon = text.slice(0, 60).indexOf('：')
  return colon > 0 && isRowOfNames(text.slice(colon + 1, 400), shortName)
}

/** A name of a few Chinese characters, or as in code. */
const shortName = /^[\p{Script=Han}\w` ]{1,12}$/u
const codeName = /^`?[A-Za-z]\w{0,40}`?$/

/** A field and its type: `order_id bigint，主键`. */
const fieldWithType =
  /^`?[A-Za-z]\w{0,40}`?[\s（(：:]{1,3}(?:(?:big|tiny|small)?int|integer|long|string|varchar|varbinary|char|text|json|date|datetime|timestamp|decimal|numeric|float|double|bool|boolean|blob|clob|enum)\b/i

/** Whether a text begins with a field and its type, perhaps with several fields of one type: `uid / shop_id bigint`. */
const isTypedField = (text: string): boolean =>
  text
    .slice(0, 120)
    .split(/[、/]/)
    .some((part) => fieldWithType.test(part.trim()))

/** Whether three or more fields in a row have their types: `id bigint、uid bigint、mtime datetime`. */
const hasTypedFields = (text: string): boolean =>
  text.split(/[：、,，;；]/).filter((part) => isTypedField(part.trim())).length >= 3

/** Whether a text lists three or more names as in code that are fields: `t_order（order_id, uid, ctime）`. */
function listsCodeNames(text: string): boolean {
  const plain = text.replace(/[（(]([^（）()\n]{0,60})[）)]/g, (whole, remark: string) => (hasHan(remark) ? '' : whole))
  return plain.split(/[^\w`、,，\s]+/).some((run) => {
    const parts = run.split(/[、,，]/).map((part) => part.trim())
    const names = parts.filter(Boolean).map((part, index) => part.split(/\s+/).at(index === 0 ? -1 : 0) ?? '')
    return (
      names.length >= 3 &&
      names.every((name) => codeName.test(name)) &&
      (names.some((name) => name.includes('_')) || /字段|属性/.test(text))
    )
  })
}

/** Fields as Chinese designs list them without code font: one per item with its type, or several in a row. */
function findChineseFields(facts: Facts): Range | undefined {
  if (!usesHan(facts.document)) return undefined
  for (const list of facts.document.nodes('list')) {
    const range = facts.document.rangeOf(list)
    const index = blockIndexAt(facts, range.start)
    const place = facts.blocks[index]
    if (
      !place ||
      !(hasHan(place.text) || hasHan(facts.blocks[index - 1]?.text ?? '') || isUnderChineseData(facts, place))
    )
      continue
    if (isUnder(facts, place, 'apiHeading')) continue
    const items = list.children.map(textOf)
    if (items.filter(isTypedField).length >= 2 || items.some(hasTypedFields)) return range
    if (isUnderChineseData(facts, place) && items.some((item) => isRowOfNames(item, codeName))) return range
    if (isUnderChineseData(facts, place) && items.filter(namesFields).length >= 2) return range
  }
  const lines = proseOf(facts).filter(
    (block) => isUnderChineseData(facts, block) && block.text.split('\n').some(namesFields),
  )
  if (lines.flatMap(({ text }) => text.split('\n').filter(namesFields)).length >= 2) return lines[0]
  return proseOf(facts).find(
    (block) =>
      hasHan(block.text) &&
      listsCodeNames(block.text) &&
      (block.scan.concepts.has('entity') || isUnderChineseData(facts, block)),
  )
}

/** Whether a Chinese heading above a block is about data. */
function isUnderChineseData(facts: Facts, block: Block): boolean {
  for (let section = facts.sectionOf(block); section && !section.isTitle; section = section.parent)
    if (section.heading.scan.concepts.has('dataHeading')) return hasHan(section.heading.text)
  return false
}

/**
 * Whether code shows a definition with fields, a file tree, a resource or a record, as opposed to any configuration.
 */
function isShape(facts: Facts, node: Code, index: number): boolean {
  if (drawnCode(facts.document).has(node)) return false
  if (isSql(node) && countTablesInShort(node.value) >= 2) return true
  const { definitions, fields, attributes, branches, signatures, statements } = readCode(node)
  if ((definitions > 0 && fields + attributes >= 2) || branches >= 3) return true
  if (fields < 4 || signatures > 0 || statements > 1) return false
  return /\bkind:|"[^"\n]{1,60}"\s*:/.test(node.value.slice(0, 2_000)) || isAboutData(facts, index)
}

const isSql = ({ lang }: Code): boolean => /^\w{0,12}sql$/i.test(lang ?? '')

/** Counts tables with their columns, without types or the words of SQL: `orders (id, customer_id, created_at)`. */
const countTablesInShort = (sql: string): number =>
  [...sql.matchAll(/^[ \t]{0,8}\w{2,40} {0,12}\(([^()]{1,400})/gm)].filter(
    ([, columns = '']) => columns.split(/,\s/).length >= 3,
  ).length

/** Whether the heading above a block, or the block just before it, mentions data. */
function isAboutData({ blocks, sectionOf }: Facts, index: number): boolean {
  const block = blocks[index]
  const section = block && sectionOf(block)
  return Boolean(section?.heading.scan.concepts.has('dataHeading') || blocks[index - 1]?.scan.concepts.has('entity'))
}

/** Whether a section on data contains at least three code spans. */
function isDetailed(facts: Facts, section: SectionFacts): boolean {
  const names = blocksOf(facts, section).filter(({ kind, text }) => kind !== 'code' && text.includes('`'))
  return names.reduce((sum, { text }) => sum + text.split('`').length - 1, 0) >= 6
}

/** Three or more lines that give a size in bytes or bits. */
function findLayout(facts: Facts): Range | undefined {
  const sized = proseOf(facts).filter(({ scan, text }) =>
    scan.quantities.some(
      ({ kind, start, end }) => kind === 'bytes' && /\d[ -]?(?:byte|bit)/.test(text.slice(start, end)),
    ),
  )
  return sized.length >= 3 ? sized[0] : undefined
}
