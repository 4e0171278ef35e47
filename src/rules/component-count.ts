/**
 * Require a number of components that a reader can keep in mind.
 *
 * ## Why
 *
 * With fewer than three components, the decisions hide inside them. With more than seven, nobody keeps an overview:
 * some belong together, or in a design of their own. Components are counted where a section lists them: as subsections,
 * rows of a table or named items. If they are grouped, nothing is reported. A document that follows no template may list
 * only the components that it changes, so few are fine there.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * | Component | Responsibility | Technology |
 * |---|---|---|
 * | Order API | Takes orders | Go |
 * | Order Database | Keeps orders | PostgreSQL |
 * | Worker | Ships orders | Go |
 * ```
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * ### Order API
 *
 * Takes orders. Written in Go.
 *
 * ### Order Database
 *
 * Keeps orders in PostgreSQL.
 * ```
 *
 * ```md bad type=design-doc
 * # System Design: Orders
 *
 * ## Components
 *
 * ### Order API
 *
 * Takes orders. Written in Go.
 *
 * ### Order Database
 *
 * Keeps orders in PostgreSQL.
 * ```
 *
 * ```text messages
 * 3:1-3:14: `Components` has 2 components, expected 3 to 7
 * ```
 */
import { smallest } from '../core/data/longLists.ts'
import { remember } from '../core/data/remember.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { count } from '../core/text/count.ts'
import { componentsOf, isComponentTable } from '../reading/components/components.ts'
import { listingOf } from '../reading/sections/listing.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'

export default defineRule<{ min: number; max: number }>({
  id: 'component-count',
  category: 'checklist',
  description: 'Require a number of components that a reader can keep in mind',
  severity: 'information',
  options: {
    min: { type: 'number', description: 'The fewest components', default: 3, minimum: 0 },
    max: { type: 'number', description: 'The most components', default: 7, minimum: 1 },
  },
  *check(context) {
    if (!context.type.coversSystem) return
    const { max } = context.options
    const min = Math.min(context.options.min, broughtBy(context.type))
    // A document in a form of its own may list only the components that it changes.
    const mayHaveFew = isFreeForm(context.type)
    for (const { section, items } of componentsOf(context)) {
      const { length } = items
      if ((length >= min || mayHaveFew) && length <= max) continue
      yield {
        ...context.document.rangeOf(section.heading),
        reason: `\`${section.title}\` has ${count(length, 'component')}, expected ${min} to ${max}`,
      }
    }
  },
})

/** Number of components in the template; authors who fill it in may keep that number. */
const broughtBy = remember((type: DocumentType): number => {
  const { document } = type
  const counts = sectionsAbout(document, type, topics.components).flatMap(
    (section) => listingOf(document, type, section, isComponentTable)?.items.length ?? [],
  )
  return smallest(counts.length > 0 ? counts : [Number.POSITIVE_INFINITY])
})
