/**
 * Disallow dependencies on parts that appear nowhere else in the document.
 *
 * ## Why
 *
 * If a component depends on something that nobody describes, that part was renamed, dropped or never designed, and the
 * arrow to it leads nowhere. Only names that end like names of parts, such as `… Service` or `… Worker`, are checked,
 * and only where the text says what a component depends on. A name counts as known if one of its distinctive words
 * appears elsewhere in the text or in a diagram; parts that are said to be external need no description.
 *
 * ## Examples
 *
 * ```md ok type=sketch
 * # Design: Orders
 *
 * ## Components
 *
 * ### Order Service
 *
 * - **Responsibility:** takes orders.
 * - **Depends on:** Billing Worker, PostgreSQL and the Tax Service (external)
 *
 * ### Billing
 *
 * Charges cards, one order at a time.
 * ```
 *
 * ```md bad type=sketch
 * # Design: Orders
 *
 * ## Components
 *
 * ### Order Service
 *
 * - **Responsibility:** takes orders.
 * - **Depends on:** Billing Worker, Inventory Service
 *
 * ### Billing
 *
 * Charges cards, one order at a time.
 * ```
 *
 * ```text messages
 * 8:35-8:52: Depends on `Inventory Service`, which this document does not describe
 * ```
 */

import { remember } from '../core/data/remember.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { afterEdits } from '../core/lint/mend.ts'
import { defineRule, type Fix } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { likeName } from '../language/likeName.ts'
import { addToDiagram, describeParts } from '../language/mending.ts'
import { partNamesOf } from '../language/partNames.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { type Dependency, dependenciesOf } from '../reading/components/dependencies.ts'
import { isNamedIn, readName, stemsOutside } from '../reading/components/names.ts'

export default defineRule({
  id: 'undefined-reference',
  category: 'agreement',
  description: 'Disallow dependencies on parts that appear nowhere else in the document',
  severity: 'warning',
  *check({ document, type }) {
    for (const { label, start, end } of find(document, type))
      yield { start, end, reason: `Depends on \`${label}\`, which this document does not describe` }
  },
  async mend({ start, end }, context) {
    const { document, type } = context
    const found = [...find(document, type)]
    const label = found.find((each) => each.start === start && each.end === end)?.label
    if (label === undefined) return []
    const known = likeName(label, partNamesOf({ document, type }).slice(0, 2 * most))
    const by = componentNamesOf(context).find(({ scope }) => start >= scope.start && start < scope.end)
    const fixes: readonly (Fix | undefined)[] = [
      known === undefined
        ? undefined
        : { title: `Change to "${known}"`, edits: [{ start, end, newText: known }], isPreferred: true },
      describeParts(context, [label]),
      await addToDiagram(context, label, by),
    ]
    return fixes.flatMap((fix) => {
      const left = fix ? [...find(afterEdits(context, fix.edits, filling), type)] : found
      // If a name is misspelt twice, the fix changes one occurrence.
      const isMended =
        left.length < found.length && left.every((each) => found.some((other) => other.label === each.label))
      return fix && isMended ? [fix] : []
    })
  },
})

/** Stands for what an author may write at a tab stop of a fix. */
const filling = 'What it does for the others.'

function* find(document: DocumentModel, type: DocumentType): Generator<Dependency> {
  const components = componentNamesOf({ document, type })
  if (components.length < 2 || components.length > most) return
  const dependencies = dependenciesOf(document, components)
  if (dependencies.length === 0) return
  const known = stemsOutside(
    document,
    dependencies.map(({ scope }) => scope),
  )
  for (const dependency of dependencies) {
    const { label, scope } = dependency
    const name = readName(label)
    if (!isComponentName.test(label) || name.telling.length === 0 || isNamedIn(name, known)) continue
    if (!isForeignIn(scope, document)) yield dependency
  }
}

/** Names with an ending that is common for a team's own components, with something before it. */
const isComponentName =
  /(?:\S[\s_-]|[a-z])(?:service|svc|api|worker|gateway|engine|manager|controller|processor|scheduler|handler|server|module|component|consumer|producer|orchestrator|coordinator|dispatcher|collector|aggregator|adapter|proxy)s?$/i

/** Longer lists are not maintained by hand. */
const most = 300

/** Whether a line, item or cell, which may name several parts, says that they belong to somebody else. */
const isForeignIn = remember(({ start, end }: Range, { prose }: DocumentModel) =>
  isForeign.test(prose.slice(start, end)),
)

const isForeign =
  /\b(?:external|third[ -]part(?:y|ies)|3rd[ -]party|vendor|saas|managed|hosted|existing|owned by|upstream|legacy|cloud|aws|gcp|azure|kubernetes|optional)\b/i
