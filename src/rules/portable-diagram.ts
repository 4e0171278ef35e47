/**
 * Require diagrams that can be drawn where the document will be read.
 *
 * ## Why
 *
 * The mermaid version in the editor is newer than in most places where documents are read, so a diagram that is drawn
 * here may be an error message on the published page. Specify where your documents are read to see which diagrams need
 * a newer version: set `readIn` to `github`, `azure-devops` or both, or to a version such as `mermaid@10.9` for another
 * place, or for one of these two if it has changed since it was checked. Without the option, nothing is reported.
 *
 * ## Examples
 *
 * ````md ok type=note
 * ---
 * rules:
 *   portable-diagram: [information, { readIn: [github] }]
 * ---
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * kanban
 *   todo[To do]
 * ```
 * ````
 *
 * ````md bad type=note
 * ---
 * rules:
 *   portable-diagram: [information, { readIn: [azure-devops, mermaid@11.0] }]
 * ---
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * kanban
 *   todo[To do]
 * ```
 *
 * ```mermaid
 * flowchart LR
 *   shop --> queue
 * ```
 * ````
 *
 * ```text messages
 * 10:1-10:7: Azure DevOps does not draw `kanban` (as of 2025)
 * 10:1-10:7: `kanban` needs mermaid 11.4, but it will be drawn with 11.0
 * 15:1-15:13: Azure DevOps does not support `flowchart` (as of 2025): write `graph`
 * ```
 */

import type { Diagram } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { Range } from '../core/text/range.ts'
import { placeOf, whyNotDrawn } from '../reading/drawings/readingPlaces.ts'

export default defineRule({
  id: 'portable-diagram',
  category: 'agreement',
  description: 'Require diagrams that can be drawn where the document will be read',
  severity: 'information',
  options: {
    readIn: {
      type: 'array',
      items: { type: 'string' },
      description: 'Where the document will be read: `github`, `azure-devops`, or a version such as `mermaid@10.9`',
      default: [] as readonly string[],
    },
  },
  *check({ document, options: { readIn } }) {
    for (const place of readIn.flatMap((name) => placeOf(name) ?? []))
      for (const diagram of document.diagrams) {
        const reason = whyNotDrawn(diagram, place)
        if (reason) yield { ...placeInDocument(document, diagram, headOf(diagram)), reason }
      }
  },
})

/** The line that declares the kind; the first line if the kind is unknown. */
function headOf({ graph, source }: Pick<Diagram, 'graph' | 'source'>): Range {
  if (graph?.head) return graph.head
  const [line = ''] = source.split('\n', 1)
  return { start: 0, end: line.trimEnd().length }
}
