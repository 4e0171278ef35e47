/** Tells whether a section whose heading announces a flow describes it in order, in any form. */
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'
import { hasHan } from '../../core/document/language.ts'
import type { Block } from '../prose/blocks.ts'
import { blocksOf, type Facts, type SectionFacts } from '../prose/facts.ts'
import { type Scan, scanText } from '../prose/scan.ts'
import { createColumnWords } from '../vocabulary/titles.ts'
import { isToldBySentences } from './german.ts'

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
    numberedLines(blocksOf(facts, section)).length >= 3 ||
    ordered(facts, section) >= 2 ||
    blocksOf(facts, section).some(isChain) ||
    isToldBySentences(facts, section)
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

/** The lines of some blocks that are numbered in a way that Markdown does not know: `1、`, `（1）`, `①`, `第一步`. */
export const numberedLines = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(({ kind, scan, text }) => (kind === 'text' ? numberedIn(scan, text) : []))

const numberedIn = remember((_: Scan, text: string): readonly string[] =>
  text.split('\n').filter((line) => numbered.test(line)),
)

const numbered = /^\s*(?:\d{1,2}、|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十]步|步骤\s?[一二三四五六七八九十\d]{1,2})/

/** Whether at least four clauses of a Chinese text, and most of them, do something with a message or data. */
const isChain = ({ kind, scan, text }: Block): boolean => kind === 'text' && hasChain(scan, text)

const hasChain = remember((_: Scan, text: string): boolean => {
  if (!hasHan(text)) return false
  const clauses = text.split(/[，；。;→⇒]|[-=]>/).filter((clause) => clause.trim() !== '')
  const active = clauses.filter((clause) => {
    const { concepts } = scanText(clause)
    return concepts.has('flowVerb') || concepts.has('act')
  })
  return active.length >= 4 && active.length * 2 >= clauses.length
})

/** Like `isChain`, with at least three arrows, which say without a heading that it is a flow. */
export const isArrowChain = (block: Block): boolean =>
  isChain(block) && (block.text.match(/→|⇒|[-=]>/g)?.length ?? 0) >= 3

/** The number of different words such as *first*, *next* or *finally* that begin a sentence. */
const ordered = (facts: Facts, section: SectionFacts): number => {
  const words = new Set<string>()
  for (const { kind, text } of blocksOf(facts, section))
    if (kind === 'text')
      for (const [, word = '', chinese = word] of text.matchAll(opening)) words.add(chinese.toLowerCase())
  return words.size
}

const opening =
  /(?:^|[.;!?:]\s{1,3}|\n)(first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|finally|lastly|at last|in the end|once|zuerst|zunächst|dann|danach|anschlie(?:ß|ss)end|daraufhin|schlie(?:ß|ss)lich|zuletzt|zum Schluss|als (?:erstes|nächstes|letztes)|sobald|nachdem|im (?:ersten|zweiten|dritten|nächsten|letzten) Schritt)\b|(?:^|[，。；：！？\n])(首先|其次|然后|接着|随后|接下来|紧接着|最后|最终|之后)/gi
