/**
 * Require a diagram in every section that the document type wants one in.
 *
 * ## Why
 *
 * Parts and the arrows between them are quicker seen than read, and drawing them finds the arrow that nobody thought of.
 * Any picture counts: mermaid, PlantUML, Graphviz, D2, boxes drawn with characters, an image.
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
import { type DocumentModel, type Range, sourceOf } from '../core/document/document.ts'
import { insertionAt, outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'

export default defineRule({
  id: 'required-diagram',
  category: 'structure',
  description: 'Require a diagram in every section that the document type wants one in',
  severity: 'warning',
  *check({ document, type }) {
    if (isFreeForm(type)) return
    const { found } = outlineOf(document, type)
    for (const [spec, section] of found) {
      if (!spec.needsDiagram || hasPicture(document, section)) continue
      const [example] = spec.diagrams
      const end = section.children[0]?.start ?? section.end
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` has no diagram`,
        ...(example && {
          fixes: [
            {
              title: 'Add a diagram to start from',
              edits: [insertionAt(document, end, sourceOf(type.document, example.node))],
              isPreferred: true,
            },
          ],
        }),
      }
    }
  },
})

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
