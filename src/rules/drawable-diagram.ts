/**
 * Require diagrams that the editor can draw.
 *
 * ## Why
 *
 * A diagram may be correct and still not be drawn here: it includes a file or a library, or its type has no engine in
 * the editor. Readers of the published page may see it, but readers in the editor see its source. Nothing outside the
 * document is read, since a document may come from anyone.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```plantuml
 * @startuml
 * Shop -> Queue : order
 * @enduml
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```plantuml
 * @startuml
 * !include <C4/C4_Context>
 * Person(buyer, "Buyer")
 * @enduml
 * ```
 * ````
 *
 * ```text messages
 * 7:1-7:25: The library `C4/C4_Context` is not included, so this diagram cannot be drawn here
 * ```
 */
import { placeInDocument } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'
import { checkDiagrams, checkDiagramsAhead } from '../reading/drawings/checkDiagrams.ts'

export default defineRule({
  id: 'drawable-diagram',
  category: 'agreement',
  description: 'Require diagrams that the editor can draw',
  severity: 'information',
  prepare: checkDiagramsAhead,
  async *check({ document, host }) {
    for (const { diagram, problems } of await checkDiagrams(document, host))
      for (const { reason, start, end, isUnsupported } of problems)
        if (isUnsupported) yield { ...placeInDocument(document, diagram, { start, end }), reason }
  },
})
