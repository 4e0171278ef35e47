/**
 * Require the metadata that the template asks for.
 *
 * ## Why
 *
 * Status, author, reviewers and date tell a reader in five seconds whether a document is valid and whom to ask. Both
 * front matter and a list or table under the title count.
 *
 * ## Examples
 *
 * ```md ok type=c4-design
 * ---
 * author: Kim
 * ---
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Draft
 * - **Reviewers:** Ada, Ben
 * - **Date:** 2026-03-09
 * - **Issue:** N/A
 * - **Related PRD:** [Orders](prd.md)
 * - **Related ADRs:** [0007](adr/0007.md)
 * ```
 *
 * ```md ok type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Draft
 * - **Author:** Kim
 * - **Date:** 2026-03-09
 * - **Issue:** N/A
 * - **Related PRD:** [Orders](prd.md)
 * - **Related ADRs:** [0007](adr/0007.md)
 *
 * ## Approval
 *
 * | Role | Name | Date | Status |
 * | --- | --- | --- | --- |
 * | Architect | Ada | 2026-03-10 | Pending |
 * ```
 *
 * ```md ok type=c4-design
 * # System Design: Orders
 *
 * ## Metadaten
 *
 * - **Status:** Draft
 * - **Autorin:** Kim
 * - **Reviewer:** Ada, Ben
 * - **Datum:** 09.03.2026
 * - **Ticket:** N/A
 * - **Zugehöriges PRD:** [Orders](prd.md)
 * - **Zugehörige ADRs:** [0007](adr/0007.md)
 * ```
 *
 * ```md bad type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Draft
 * - **Author:**
 * - **Reviewers:** Ada, Ben
 * - **Issue:** N/A
 * - **Related PRD:** [Orders](prd.md)
 * - **Related ADRs:** [0007](adr/0007.md)
 * ```
 *
 * ```text messages
 * 3:1-3:12: `Metadata` has no `Date`
 * 6:3-6:14: `Author` is empty
 * ```
 */
import type { ListItem, TableRow } from 'mdast'
import { type DocumentModel, type Section, textOf, titleKey } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import type { Range } from '../core/text/range.ts'

export default defineRule({
  id: 'metadata-complete',
  category: 'c4',
  description: 'Require the metadata that the template asks for',
  severity: 'warning',
  *check({ document, type }) {
    const found = [...outlineOf(document, type).found]
    const [spec, section] = found.find(([{ keys }]) => keys[0] === 'metadata') ?? []
    const asked = type.document.sections.find(({ key }) => key === spec?.keys[0])
    if (!section || !asked) return
    const entries = entriesIn(document, section)
    const declared = new Set(Object.keys(document.frontmatter.data).map(titleKey))
    const wanted = entriesIn(type.document, asked)
    const missing = wanted
      .filter(({ key }) => !declared.has(key) && !entries.some((entry) => entry.key === key))
      // The table under *Approval* also names the reviewers.
      .filter(({ key }) => !found.some(([{ keys }]) => keys.includes(key)))
      .map(({ label }) => label)
    // If all are missing, the section is about the metadata of something else.
    if (missing.length > 0 && missing.length < wanted.length)
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` has no ${listedNames(missing, 'or')}`,
      }
    for (const { label, key, isEmpty, start, end } of entries)
      if (isEmpty && !declared.has(key)) yield { start, end, reason: `\`${label}\` is empty` }
  },
})

interface Entry extends Range {
  readonly label: string
  readonly key: string
  readonly isEmpty: boolean
}

/** The entries of a section: items and lines of the form `Label: value`, and rows of the form `| Label | value |`. */
function entriesIn(document: DocumentModel, section: Section): readonly Entry[] {
  const { start, end } = section
  const within = (node: ListItem | TableRow) =>
    document.rangeOf(node).start >= start && document.rangeOf(node).start < end
  const items = document
    .nodes('listItem')
    .filter(within)
    .flatMap((item) =>
      toEntry(item.children[0] ? textOf(item.children[0]) : '', document.rangeOf(item.children[0] ?? item)),
    )
  const rows = document
    .nodes('table')
    .flatMap((table) => table.children)
    .filter((row) => within(row) && row.children.length === 2)
    .flatMap((row) => toEntry(row.children.map((cell) => textOf(cell)).join(': '), document.rangeOf(row)))
  return [...items, ...rows, ...linesIn(document, section)]
}

/**
 * Entries in the lines of paragraphs, without emphasis. A label has at most three words; otherwise the line is a
 * sentence with a colon.
 */
function linesIn(document: DocumentModel, { content }: Section): readonly Entry[] {
  return content
    .filter((node) => node.type === 'paragraph')
    .flatMap((node) => {
      const { start, end } = document.rangeOf(node)
      return Array.from(document.prose.slice(start, end).matchAll(/[^\r\n]+/g)).flatMap(({ 0: line, index }) => {
        const text = line.replace(/[*_\\]/g, '').trim()
        const isEntry = /^\S+(?: \S+){0,2} ?[:：]/.test(text)
        return isEntry ? toEntry(text, { start: start + index, end: start + index + line.trimEnd().length }) : []
      })
    })
}

function toEntry(text: string, { start, end }: Range): readonly Entry[] {
  const at = text.search(/[:：]/)
  const label = text.slice(0, Math.max(at, 0)).trim()
  return label === '' || label.length > 40
    ? []
    : [
        {
          label,
          key: inEnglish.get(titleKey(label)) ?? titleKey(label),
          isEmpty: text.slice(at + 1).trim() === '',
          start,
          end,
        },
      ]
}

/** Labels of the templates in other languages, and their synonyms, mapped to the English key. */
const inEnglish: ReadonlyMap<string, string> = new Map(
  Object.entries({
    status: '状态',
    author: 'authors, autor, autorin, autoren, verfasser, verfasserin, 作者',
    reviewers: 'reviewer, prüfer, 评审者, 评审人, 审阅者',
    date: 'datum, 日期',
    issue: 'ticket, vorgang, 工单, 议题',
    'related prd': 'zugehöriges prd, 相关 prd',
    'related adrs': 'related adr, zugehörige adrs, zugehöriges adr, 相关 adr',
  }).flatMap(([key, labels]) => labels.split(', ').map((label) => [label, key] as const)),
)
