/**
 * Require a STRIDE table to have its six rows, each with a mitigation.
 *
 * ## Why
 *
 * STRIDE is a list of questions that nobody would ask by themselves. A row that is left out is a question that was not
 * asked; a threat without mitigation is a finding that was written down and forgotten. "Accepted, because …" is an answer.
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
 */
import type { Table } from 'mdast'
import { titleKey } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { cellPlace, cellText, columnOf } from './util/cells.ts'
import { listOf } from './util/listOf.ts'

export default defineRule({
  id: 'stride-complete',
  category: 'c4',
  description: 'Require a STRIDE table to have its six rows, each with a mitigation',
  severity: 'warning',
  *check({ document }) {
    for (const table of document.nodes('table').filter(isStride)) {
      const [head, ...rows] = table.children
      const [first] = head?.children ?? []
      if (!head || !first) continue
      const missing = threats.filter(
        ({ pattern }) => !rows.some((row) => pattern.test(titleKey(cellText(row.children[0])))),
      )
      if (missing.length > 0)
        yield {
          ...cellPlace(document, first),
          reason: `The STRIDE table leaves out ${listOf(missing.map(({ name }) => name))}`,
        }
      const column = columnOf(table, /mitigation|control|counter|measure|defen[cs]e|response|handling|protection/)
      if (column === undefined) continue
      for (const row of rows) {
        const [cell] = row.children
        if (cell && cellText(cell) && !cellText(row.children[column]))
          yield { ...cellPlace(document, cell), reason: `\`${cellText(cell).slice(0, 60)}\` has no mitigation` }
      }
    }
  },
})

const threats: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Spoofing', pattern: /^s(?:poof|$)/ },
  { name: 'Tampering', pattern: /^t(?:amper|$)/ },
  { name: 'Repudiation', pattern: /^(?:r$|(?:non )?repudiat)/ },
  { name: 'Information Disclosure', pattern: /^i(?:nfo|$)/ },
  { name: 'Denial of Service', pattern: /^d(?:enial|os|$)/ },
  { name: 'Elevation of Privilege', pattern: /^e(?:levation|op|scalation|$)|^privilege/ },
]

/** Whether half of the threats stand in the first column. */
const isStride = (table: Table): boolean => {
  const names = table.children.slice(1).map((row) => titleKey(cellText(row.children[0])))
  return threats.filter(({ pattern }) => names.some((name) => name.length > 1 && pattern.test(name))).length >= 3
}
