/**
 * Require each component to state its responsibility and its technology.
 *
 * ## Why
 *
 * A box with nothing but a name is a wish. Its responsibility tells reviewers what it is for, its technology whether
 * the team can build and run it. Components are recognised where a section lists them: as subsections, rows of a table
 * or named items. A technology is required only if the template asks for it, and only if most components state theirs
 * or the whole document names none.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * - **Order API**: takes orders from shoppers, written in Go.
 * - **Order Database**: keeps orders for ten years in PostgreSQL.
 * - **Worker**: hands orders to the warehouse, written in Go.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Components
 *
 * | Part | Purpose | Built with |
 * |---|---|---|
 * | Intake | takes orders from the shop | Zig |
 * | Packing | tells the warehouse what to pack | Gleam |
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Components
 *
 * - Payments: charges
 * - Packing: ships
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Components
 *
 * | Part | Purpose |
 * |---|---|
 * | Search | search |
 * | Packing | ships all there is |
 * | Ledger | Go service |
 * ```
 *
 * ```text messages
 * 7:3-7:9: Component `Search` has no responsibility: what does it do?
 * 9:3-9:9: Component `Ledger` has no responsibility: what does it do?
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * ### Order API
 *
 * Takes orders from shoppers and checks them. Written in Go.
 *
 * ### Order Database
 *
 * Keeps orders for ten years and finds them again.
 *
 * ### Worker
 *
 * Python.
 * ```
 *
 * ```text messages
 * 9:1-9:19: Component `Order Database` has no technology: what is it built with?
 * 13:1-13:11: Component `Worker` has no responsibility: what does it do?
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * | Component | Responsibility |
 * |---|---|
 * | Order API | Takes orders from shoppers |
 * | Archive | |
 * ```
 *
 * ```text messages
 * 3:1-3:14: `Components` does not name a technology: what are the 2 components built with?
 * 8:3-8:10: Component `Archive` has no responsibility: what does it do?
 * ```
 */

import { remember } from '../core/data/remember.ts'
import { type DocumentModel, textOf } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { begunComponentsOf } from '../reading/components/components.ts'
import { blocksWithin, factsOf } from '../reading/prose/facts.ts'
import { hasPlaceholder } from '../reading/sections/findPlaceholders.ts'
import type { ListedItem, Listing } from '../reading/sections/listing.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'component-complete',
  category: 'checklist',
  description: 'Require each component to state its responsibility and its technology',
  severity: 'warning',
  *check(context) {
    const { document, type } = context
    const asksForTechnology = doesAsk(type) && !document.sections.some(({ key }) => stack.test(key))
    for (const components of begunComponentsOf(context)) {
      const { section } = components
      // `no-placeholder` reports what is to be filled in; the other components are judged all the same.
      const items = components.items.filter(({ scope }) => !hasPlaceholder(document, type, scope))
      const filled = rowsWithTechnology(components, document)
      for (const item of items)
        if (wordsOf(document, item) < fewestWords && !isDoing(document, item))
          yield { ...item.place, reason: `Component \`${item.name}\` has no responsibility: what does it do?` }
      const bare = asksForTechnology
        ? items.filter(({ scope }) => !filled.has(scope.start) && !hasTechnology(document, scope))
        : []
      // If technologies are named elsewhere, or for a few components only, the components are not deployed separately.
      if (bare.length > items.length / 2 && hasTechnology(document, whole(document))) continue
      if (bare.length === items.length && items.length > 1)
        yield {
          ...document.rangeOf(section.heading),
          reason: `\`${section.title}\` does not name a technology: what are the ${items.length} components built with?`,
        }
      else
        for (const item of bare)
          yield { ...item.place, reason: `Component \`${item.name}\` has no technology: what is it built with?` }
    }
  },
})

const doesAsk = ({ sections }: DocumentType): boolean =>
  sections.some(({ keys: [own = ''], snippet }) => topics.components.test(own) && /technolog/i.test(snippet))

const stack = /^(?:tech(?:nology|nologies|nical)?(?: stack| choices)?|.*\btech(?:nology)? stack)$/

/** With fewer words, a component is named but not described. */
const fewestWords = 3

/** Number of words about a component, not counting its name. */
const wordsOf = (document: DocumentModel, item: ListedItem): number =>
  blocksWithin(factsOf(document), item.scope).reduce((sum, { scan }) => sum + scan.words, 0) -
  item.name.split(/[\s-]+/).length

/**
 * Whether a word or two say what a component does, as in `Payments: charges`: not its name, its kind or its technology.
 */
function isDoing(document: DocumentModel, { name, scope }: ListedItem): boolean {
  const ofName = new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return blocksWithin(factsOf(document), scope).some(({ text, scan: { hits } }) =>
    Array.from(text.matchAll(/\p{L}{3,}/gu)).some(({ 0: word, index }) => {
      const isNoun = hits.some(
        ({ concept, start, end }) =>
          (concept === 'technology' || concept === 'component' || concept === 'filler') &&
          start <= index &&
          index < end,
      )
      return !isNoun && !ofName.has(word.toLowerCase())
    }),
  )
}

const whole = ({ text }: DocumentModel): Range => ({ start: 0, end: text.length })

/** `Technology: Rust`, whatever the technology. */
const labelled =
  /\b(?:technolog(?:y|ies)|tech(?:nology)? stack|stack|language|runtime|framework|built with)[*_]{0,3}:[*_]{0,3}[ \t]*[\p{L}\p{N}`[]/iu

/** The rows with text in a column such as *Technology*, by the UTF-16 offset at which they begin. */
const rowsWithTechnology = remember(({ table }: Listing, document: DocumentModel): ReadonlySet<number> => {
  const [head, ...rows] = table?.children ?? []
  const column =
    head?.children.findIndex((cell) =>
      /technolog|tech\b|stack|language|runtime|framework|built with/i.test(textOf(cell)),
    ) ?? -1
  const filled = rows.filter(({ children }) => children[column] && /[\p{L}\p{N}]/u.test(textOf(children[column])))
  return new Set(filled.map((row) => document.rangeOf(row).start))
})

/** Whether a range names a technology, or a source file whose extension implies the language. */
const hasTechnology = (document: DocumentModel, scope: Range): boolean =>
  labelled.test(document.prose.slice(scope.start, scope.end)) ||
  blocksWithin(factsOf(document), scope).some(
    ({ scan, text }) =>
      scan.concepts.has('technology') || /\w\.(?:rs|go|java|py|ts|js|cpp|cc|cs|kt|rb|scala|swift)\b/.test(text),
  )
