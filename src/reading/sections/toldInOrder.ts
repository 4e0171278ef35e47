/** Tells whether a section whose heading announces a flow describes it in order, in any form. */
import { textOf } from '../../core/document/document.ts'
import { blocksOf, type Facts, type SectionFacts } from '../prose/facts.ts'
import { createColumnWords } from '../vocabulary/titles.ts'

/**
 * Steps may be a numbered list, numbered headings, rows that say who sends what to whom, a diagram with labelled
 * arrows, or sentences that begin with their place in the order. Two are enough, since the heading says what they are.
 */
export function isToldInOrder(facts: Facts, section: SectionFacts): boolean {
  const { document } = facts
  const start = section.heading.start
  const end = facts.blocks[section.until]?.start ?? document.text.length
  const isWithin = (range: { readonly start: number; readonly end: number }) => range.start >= start && range.end <= end
  return (
    document.nodes('list').some((list) => {
      const isSteps = list.ordered === true && list.children.length >= 2
      return isSteps && isWithin(document.rangeOf(list)) && list.children.every((item) => textOf(item).length > 8)
    }) ||
    document.nodes('table').some((table) => {
      const [head, ...rows] = table.children
      const columns = head?.children.map((cell) => textOf(cell).slice(0, 40).trim()) ?? []
      return rows.length >= 2 && isOfSteps(columns) && isWithin(document.rangeOf(table))
    }) ||
    document.diagrams.some(
      (diagram) => isWithin(diagram) && (diagram.graph?.edges.filter(({ label }) => label).length ?? 0) >= 2,
    ) ||
    numberedHeadings(facts, section) >= 2 ||
    ordered(facts, section) >= 2
  )
}

const isOfSteps = (columns: readonly string[]): boolean =>
  columns.some((column) => column.startsWith('#') || steps.isIn(column.split(/\s/, 1)[0] ?? '')) ||
  (columns.some((column) => senders.isAll(column)) && columns.some((column) => receivers.isAll(column)))

const steps = createColumnWords('stepColumn')
const senders = createColumnWords('senderColumn')
const receivers = createColumnWords('receiverColumn')

const numberedHeadings = (facts: Facts, section: SectionFacts): number =>
  blocksOf(facts, section).filter(
    ({ kind, text }) =>
      kind === 'heading' && /^[#\s*_]*(?:(?:step|phase|schritt|étape|paso)\s*)?\d{1,2}(?:[.):\s–-]|$)/i.test(text),
  ).length

/** The number of different words such as *first*, *next* or *finally* that begin a sentence. */
const ordered = (facts: Facts, section: SectionFacts): number => {
  const words = new Set<string>()
  for (const { kind, text } of blocksOf(facts, section))
    if (kind === 'text') for (const [, word = ''] of text.matchAll(opening)) words.add(word.toLowerCase())
  return words.size
}

const opening =
  /(?:^|[.;!?:]\s{1,3}|\n)(first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|finally|lastly|at last|in the end|once)\b/gi
