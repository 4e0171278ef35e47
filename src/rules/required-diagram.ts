/**
 * Require a diagram in every section where the document type asks for one.
 *
 * ## Why
 *
 * Parts and the arrows between them are quicker to see than to read, and drawing them reveals the arrow that nobody
 * thought of. Any diagram counts: mermaid, PlantUML, Graphviz, D2, boxes drawn with characters, an image.
 *
 * ## Examples
 *
 * ````md ok type=sketch
 * # Design: Orders
 *
 * ## Architecture
 *
 * ```
 * +--------+     +-----------+
 * | orders | --> | warehouse |
 * +--------+     +-----------+
 * ```
 * ````
 *
 * ````md bad type=sketch
 * # Design: Orders
 *
 * ## Architecture
 *
 * Orders go to the warehouse.
 *
 * ```sh
 * make all | tee log
 * ```
 * ````
 *
 * ```text messages
 * 3:1-3:16: `Architecture` has no diagram
 * ```
 *
 * ````md fixed
 * # Design: Orders
 *
 * ## Architecture
 *
 * Orders go to the warehouse.
 *
 * ```sh
 * make all | tee log
 * ```
 *
 * ```mermaid
 * flowchart LR
 *   a --> b
 * ```
 * ````
 */

import { type DocumentModel, type Section, sourceOf } from '../core/document/document.ts'
import { insertionAt, outlineOf } from '../core/document/sections.ts'
import { afterEdits } from '../core/lint/mend.ts'
import { defineRule, type Fix } from '../core/lint/rule.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import type { Range } from '../core/text/range.ts'
import { asFence, draftsFor } from '../language/draft/draft.ts'

export default defineRule({
  id: 'required-diagram',
  category: 'structure',
  description: 'Require a diagram in every section where the document type asks for one',
  severity: 'warning',
  *check({ document, type }) {
    for (const { spec, section } of find(document, type)) {
      const [example] = spec.diagrams
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` has no diagram`,
        ...(example && {
          fixes: [
            {
              title: 'Add a starter diagram',
              edits: [insertionAt(document, endOf(section), sourceOf(type.document, example.node))],
              isPreferred: true,
            },
          ],
        }),
      }
    }
  },
  async mend({ start, fixes = [] }, context) {
    const { document, type, host } = context
    const finding = [...find(document, type)].find(({ section }) => section.start === start)
    if (!finding) return fixes
    const drafted: Fix[] = []
    for (const { title, source } of draftsFor(document, type, finding.section)) {
      const edits = [insertionAt(document, endOf(finding.section), asFence(document, source))]
      const after = afterEdits(context, edits)
      const isThere = after.diagrams.some((diagram) => diagram.source.replaceAll('\r\n', '\n') === source)
      const isMended = [...find(after, type)].every(({ spec }) => spec !== finding.spec)
      if (!isThere || !isMended || (await host.checkDiagram('mermaid', source)).length > 0) continue
      drafted.push({ title, edits, isPreferred: drafted.length === 0 })
    }
    return [...drafted, ...fixes.map((fix) => ({ ...fix, isPreferred: drafted.length === 0 }))]
  },
})

/** Sections without a diagram, each with the template section that requires one. */
function* find(
  document: DocumentModel,
  type: DocumentType,
): Generator<{ readonly spec: SectionSpec; readonly section: Section }> {
  if (isFreeForm(type)) return
  const { found } = outlineOf(document, type)
  for (const [spec, section] of found) if (spec.needsDiagram && !hasPicture(document, section)) yield { spec, section }
}

/** The offset at which to insert a diagram: after the section's own content, before its subsections. */
const endOf = ({ children: [first], end }: Section): number => first?.start ?? end

function hasPicture(document: DocumentModel, { start, end }: Range): boolean {
  const within = (range: Range) => range.start >= start && range.start < end
  return (
    document.diagrams.some(within) ||
    document.embeds.some(within) ||
    document.nodes('image').map(document.rangeOf).some(within) ||
    document.nodes('imageReference').map(document.rangeOf).some(within) ||
    document
      .nodes('html')
      .some((node) => /<(?:img|svg|picture|object|iframe)\b/i.test(node.value) && within(document.rangeOf(node)))
  )
}
