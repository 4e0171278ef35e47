/**
 * Require a STRIDE table or list to have all six threats, each with a mitigation.
 *
 * ## Why
 *
 * STRIDE is a list of questions that nobody would think of unprompted. A row that is left out is a question that was
 * not asked; a threat without mitigation is a finding that was written down and forgotten. "Accepted, because …" is an
 * answer.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Threats
 *
 * | STRIDE | Threat | Mitigation |
 * | --- | --- | --- |
 * | Spoofing | A stolen token | Lives for ten minutes |
 * | Tampering | A changed price | The server reads it again |
 * | Repudiation | "I did not order this" | Signed mail |
 * | Information disclosure | Orders by guessed ids | Random ids, owner checked |
 * | Denial of service | A bot fills the basket | Limit per address |
 * | Elevation of privilege | A user edits their role | Roles come from the directory |
 * ```
 *
 * ```md bad type=note
 * # Note: Threats
 *
 * | STRIDE | Threat | Mitigation |
 * | --- | --- | --- |
 * | Spoofing | A stolen token | Lives for ten minutes |
 * | Tampering | A changed price | |
 * | Information disclosure | Orders by guessed ids | Random ids, owner checked |
 * | Denial of service | A bot fills the basket | Limit per address |
 * | Elevation of privilege | A user edits their role | Roles come from the directory |
 * ```
 *
 * ```text messages
 * 3:3-3:9: The STRIDE table leaves out `Repudiation`
 * 6:3-6:12: `Tampering` has no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Threats
 *
 * | Id | STRIDE | Threat | Mitigation |
 * | --- | --- | --- | --- |
 * | T1 | Spoofing | A stolen token | Lives for ten minutes |
 * | T2 | Spoofing, tampering | A changed price | The server reads it again |
 * | T3 | Tampering | A changed address | |
 * | T4 | Information disclosure | Orders by guessed ids | Random ids, owner checked |
 * | T5 | Denial of service | A bot fills the basket | Limit per address |
 * | T6 | Elevation of privilege | A user edits their role | Roles come from the directory |
 * ```
 *
 * ```text messages
 * 3:8-3:14: The STRIDE table leaves out `Repudiation`
 * 7:8-7:17: `Tampering` has no mitigation
 * ```
 *
 * ```md ok type=note
 * # Note: Threats
 *
 * | Id | Threat | Mitigation |
 * | --- | --- | --- |
 * | T1 | Spoofed mail from the shop | Signed mail |
 * | T2 | Tampered parcels | A seal |
 * | T3 | Denial of service at Christmas | Limit per address |
 * ```
 *
 * ```md bad type=note
 * # Note: Threats
 *
 * | Threat | Mitigation |
 * | --- | --- |
 * | Identity spoofing | Tokens live for ten minutes |
 * | Data tampering | Each order is signed |
 * | Action repudiation | The log keeps who sent what |
 * | Data leak | Random ids |
 * | DDoS | |
 * ```
 *
 * ```text messages
 * 3:3-3:9: The STRIDE table leaves out `Elevation of Privilege`
 * 9:3-9:7: `DDoS` has no mitigation
 * ```
 *
 * ```md ok type=note
 * # Note: Threats
 *
 * | Threat | Mitigation |
 * | --- | --- |
 * | Token spoofing | Lives for ten minutes |
 * | Parcel tampering | A seal |
 * | DDoS | Limit per address |
 * | Guessed passwords | Locked after five |
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Threats
 *
 * - Spoofing: only the shop has a key of the queue
 * - Tampering: each order is signed
 * - Repudiation: the log keeps who sent what
 * - Denial of service:
 * - Elevation of privilege: workers read and never write
 * ```
 *
 * ```text messages
 * 5:3-5:49: The STRIDE list leaves out `Information Disclosure`
 * 8:3-8:21: `Denial of service` has no mitigation
 * ```
 */
import type { List, Table } from 'mdast'
import { remember } from '../core/data/remember.ts'
import { type DocumentModel, textOf, titleKey } from '../core/document/document.ts'
import { defineRule, type Problem } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { cellPlace, cellText, columnOf } from '../reading/sections/cells.ts'

export default defineRule({
  id: 'stride-complete',
  category: 'c4',
  description: 'Require a STRIDE table or list to have all six threats, each with a mitigation',
  severity: 'warning',
  *check({ document }) {
    const tables = document.nodes('table').flatMap((table) => {
      const column = strideColumnOf(table)
      return column === undefined ? [] : [{ table, column }]
    })
    // A register may have a table for each part of the system.
    const register = tables.filter(({ column }) => column > 0)
    for (const group of [...tables.filter(({ column }) => column === 0).map((one) => [one]), register])
      yield* leftOut(document, group)
    for (const { table, column } of tables) yield* withoutMitigation(document, table, column)
    for (const list of document.nodes('list').filter((list) => isStrideList(list))) yield* inList(document, list)
  },
})

/** A table, and the index of its column with the threats. */
interface StrideTable {
  readonly table: Table
  readonly column: number
}

function* leftOut(document: DocumentModel, tables: readonly StrideTable[]): Generator<Problem> {
  const [first] = tables
  const title = first?.table.children[0]?.children[first.column]
  if (!title) return
  const names = tables.flatMap(({ table, column }) => namesIn(table, column))
  const missing = missingIn(names)
  if (missing.length > 0)
    yield {
      ...cellPlace(document, title),
      reason: `The STRIDE table leaves out ${listedNames(missing)}`,
    }
}

function* withoutMitigation(document: DocumentModel, table: Table, named: number): Generator<Problem> {
  const column = columnOf(table, /mitigation|control|counter|measure|defen[cs]e|response|handling|protection/)
  if (column === undefined) return
  for (const row of table.children.slice(1)) {
    const cell = row.children[named]
    if (cell && cellText(cell) && !cellText(row.children[column]))
      yield { ...cellPlace(document, cell), reason: `\`${cellText(cell).slice(0, 60)}\` has no mitigation` }
  }
}

/** The threats that the cells of a column name: `Spoofing, Tampering` are two. */
const namesIn = (table: Table, column: number): readonly string[] =>
  table.children
    .slice(1)
    .flatMap((row) => cellText(row.children[column]).split(/[,/;+&\n]| and /))
    .map(nameKey)

/** Problems of a list that names at least half the threats, each with its mitigation. */
function* inList(document: DocumentModel, list: List): Generator<Problem> {
  const items = itemsOf(list)
  const missing = missingIn(items.map(({ name }) => name))
  const [first] = items
  if (missing.length > 0 && first)
    yield {
      ...document.rangeOf(first.item.children[0] ?? first.item),
      reason: `The STRIDE list leaves out ${listedNames(missing)}`,
    }
  for (const { item, written, name, said } of items)
    if (missingIn([name]).length < threats.length && said.trim() === '')
      yield {
        ...document.rangeOf(item.children[0] ?? item),
        reason: `\`${written}\` has no mitigation`,
      }
}

function itemsOf(list: List) {
  return list.children.map((item) => {
    const text = textOf(item)
    const at = text.search(/[:：–—]| - /)
    const written = (at < 0 ? text : text.slice(0, at)).trim().slice(0, 60)
    return { item, written, name: nameKey(written), said: at < 0 ? '' : text.slice(at + 1) }
  })
}

/** The key of a threat's name, without its letter: `S: Spoofing`, `[S]poofing`. */
const nameKey = (written: string): string =>
  titleKey(written)
    .replace(/^[stride] (?=spoof|tamper|(?:non )?repud|info|denial|d?dos|elev|escal|eop)/, '')
    .replace(/^([stride]) (?=poof|amper|epud|nfo|enial|leva|scala)/, '$1')

/** The threats that none of the names stands for. */
const missingIn = (names: readonly string[]): readonly string[] =>
  threats
    .filter(({ start, whole }) => !names.some((name) => start.test(name) || whole.test(name)))
    .map(({ name }) => name)

/** Whether names are those of STRIDE: three that begin like it, or four that say more, such as *Identity spoofing*. */
const isStride = (names: readonly string[]): boolean =>
  threats.filter(({ start }) => names.some((name) => name.length > 1 && start.test(name))).length >= 3 ||
  missingIn(names.filter((name) => name.length > 1)).length <= threats.length - 4

interface Threat {
  readonly name: string
  /** How its name begins, or only its letter. */
  readonly start: RegExp
  /** Longer, other and translated names. */
  readonly whole: RegExp
}

const threats: readonly Threat[] = [
  {
    name: 'Spoofing',
    start: /^s(?:poof|$)/,
    whole:
      /^(?:\p{L}+ ){1,2}spoofing$|^(?:impersonation|(?:identitäts)?vortäuschung|identitätsfälschung)$|^(?:仿冒|假冒|冒充|欺骗|身份(?:仿冒|假冒|欺骗|伪造))(?: |$)/u,
  },
  {
    name: 'Tampering',
    start: /^t(?:amper|$)/,
    whole: /^(?:\p{L}+ ){1,2}tampering$|^(?:\p{L}+ )?manipulation$|^(?:数据)?篡改(?:数据)?(?: |$)/u,
  },
  {
    name: 'Repudiation',
    start: /^(?:r$|(?:non )?repudiat)/,
    whole: /^(?:\p{L}+ ){1,2}repudiation$|^(?:abstreiten|abstreitbarkeit)$|^(?:抵赖|否认)(?: |$)/u,
  },
  {
    name: 'Information Disclosure',
    start: /^i(?:nfo|$)/,
    whole:
      /^(?:\p{L}+ ){0,2}(?:information disclosure|disclosure|leak|leaks|leakage|exposure)$|^(?:disclosure|leak|leakage|exposure) of (?:\p{L}+ )?\p{L}+$|^(?:offenlegung|datenabfluss)$|^(?:信息|数据)(?:泄露|泄漏|披露)(?: |$)/u,
  },
  {
    name: 'Denial of Service',
    start: /^d(?:enial|d?os|$)/,
    whole:
      /^(?:\p{L}+ ){1,2}(?:denial of service|d?dos)$|^service denial$|^(?:dienstverweigerung)$|^拒绝服务(?:攻击)?(?: |$)/u,
  },
  {
    name: 'Elevation of Privilege',
    start: /^e(?:levation|op|scalation|$)|^privilege/,
    whole:
      /^(?:\p{L}+ ){1,2}(?:elevation of privileges?|privileges? (?:escalation|elevation))$|^elevated privileges?$|^rechteausweitung$|^(?:权限提升|特权提升|提权|提升权限)(?: |$)/u,
  },
]

/**
 * The index of the column that names at least half the threats: the first, or one for the category of a threat, since
 * the first may number them. A column of threats in the author's own words is no STRIDE table.
 */
const strideColumnOf = remember((table: Table): number | undefined => {
  const [head] = table.children
  const isCategory = (column: number) =>
    column === 0 || /\b(?:stride|categor(?:y|ies)|type|class)\b/.test(titleKey(cellText(head?.children[column])))
  return [...(head?.children.keys() ?? [])].find((column) => isCategory(column) && isStride(namesIn(table, column)))
})

const isStrideList = remember((list: List): boolean => isStride(itemsOf(list).map(({ name }) => name)))
