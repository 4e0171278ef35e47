/**
 * Disallow empty cells in the template's tables.
 *
 * ## Why
 *
 * The template's columns are questions: who owns the risk, by when, how it is noticed. An empty cell is a question that
 * nobody answered, and it looks as if there were nothing to say. If there is nothing, a dash or "none" says so. The
 * author's own tables are not checked.
 *
 * ## Examples
 *
 * ```md ok type=architecture-design
 * # Architecture Design: Orders
 *
 * ## Risks & Mitigation
 *
 * | Risk | Impact | Probability | Mitigation |
 * | --- | --- | --- | --- |
 * | The carrier's interface is down | High | Low | – |
 * ```
 *
 * ```md bad type=architecture-design
 * # Architecture Design: Orders
 *
 * ## Risks & Mitigation
 *
 * | Risk | Impact | Probability | Mitigation |
 * | --- | --- | --- | --- |
 * | The carrier's interface is down | High | Low | |
 * ```
 *
 * ```text messages
 * 7:3-7:34: `The carrier's interface is down` has no `Mitigation`
 * ```
 */
import type { Table } from 'mdast'
import { titleKey } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { cellPlace, cellText } from '../reading/sections/cells.ts'

export default defineRule({
  id: 'table-complete',
  category: 'c4',
  description: "Disallow empty cells in the template's tables",
  severity: 'warning',
  *check({ document, type }) {
    const within = ({ start }: { start: number }, range: { start: number; end: number }) =>
      start >= range.start && start < range.end
    const asked = type.document.nodes('table').map(headOf)
    const sections = [...outlineOf(document, type).found.values()]
    for (const table of document.nodes('table')) {
      const head = headOf(table)
      const isAsked = asked.some((other) => isSame(head, other))
      // Mitigations in STRIDE tables are checked by `stride-complete`.
      if (!isAsked || head.includes('stride') || !sections.some((section) => within(document.rangeOf(table), section)))
        continue
      for (const row of table.children.slice(1)) {
        const [first, ...others] = row.children
        const isEmpty = row.children.every((cell) => !cellText(cell))
        if (!first || isEmpty) continue
        const missing = head.flatMap((_, index) => (cellText(row.children[index]) ? [] : [nameOf(table, index)]))
        if (missing.length === 0) continue
        const cell = cellText(first) ? first : others.find((other) => cellText(other))
        if (cell)
          yield {
            ...cellPlace(document, cell),
            reason: `\`${cellText(cell).slice(0, 60)}\` has no ${listedNames(missing, 'or')}`,
          }
      }
    }
  },
})

const headOf = ({ children: [head] }: Table): readonly string[] =>
  head?.children.map((cell) => titleKey(cellText(cell))) ?? []

const nameOf = ({ children: [head] }: Table, index: number): string => cellText(head?.children[index])

/** Whether a table has mostly the template's columns; authors add a column or leave one out. */
const isSame = (own: readonly string[], asked: readonly string[]): boolean =>
  own.filter((name) => name !== '' && asked.includes(name)).length * 3 >= Math.max(own.length, asked.length) * 2
