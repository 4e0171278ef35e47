/**
 * Require diagrams that their engine can read.
 *
 * ## Why
 *
 * A diagram with a mistake is a grey box with an error text on the published page, and no one sees it in the review of the
 * source. The message stands on the line of the mistake, also behind front matter, directives and comments in the diagram.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   orders --> warehouse
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * - ```mermaid
 *   flowchart LR
 *     %% A bracket too many:
 *     orders --> warehouse]
 *   ```
 * ````
 *
 * ```text messages
 * 8:25-8:26: Unexpected `]`
 * ```
 */
import { placeInDocument } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'diagram-syntax',
  category: 'agreement',
  description: 'Require diagrams that their engine can read',
  severity: 'error',
  async *check({ document, host }) {
    const checked = document.diagrams.map(async (diagram) => ({
      diagram,
      problems: diagram.engine && !diagram.isForgiving ? await host.checkDiagram(diagram.engine, diagram.source) : [],
    }))
    for (const { diagram, problems } of await Promise.all(checked))
      for (const { reason, start, end } of problems)
        yield { ...placeInDocument(document, diagram, { start, end }), reason }
  },
})
