/**
 * Require diagrams without syntax errors.
 *
 * ## Why
 *
 * A diagram with a syntax error is a grey box with an error message on the published page, and nobody notices it when
 * reviewing the source. The finding is on the line of the error, even after front matter, directives and comments in
 * the diagram.
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
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   orders​ --> warehouse
 * ```
 * ````
 *
 * ```text messages
 * 7:9-7:10: Unexpected invisible character U+200B (zero width space)
 * ```
 *
 * ````md fixed
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
 * ```mermaid
 * flowchart LR
 *   orders[All​ orders] --> warehouse
 * ```
 * ````
 *
 * ```text messages
 * 7:13-7:14: Unexpected invisible character U+200B (zero width space): the engine reads it as part of the text
 * ```
 *
 * A label with a sign that begins something new in mermaid gets quotes:
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   shop[Shop (EU)] -->|orders (all)| queue[(Queue (main))]
 * ```
 * ````
 *
 * ```text messages
 * 7:13-7:14: Unexpected `(` in a label, expected quotes around the label
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   shop["Shop (EU)"] -->|"orders (all)"| queue[("Queue (main)")]
 * ```
 * ````
 *
 * Arrows of other notations are replaced:
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   shop -> queue => warehouse
 *   queue —> archive
 * ```
 * ````
 *
 * ```text messages
 * 7:8-7:10: Unexpected `->`, expected an arrow such as `-->`
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   shop --> queue --> warehouse
 *   queue --> archive
 * ```
 * ````
 *
 * A diagram may stand in HTML, with entities for signs:
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * <pre class="mermaid">
 * flowchart LR
 *   orders --&gt; warehouse]
 * </pre>
 * ````
 *
 * ```text messages
 * 7:26-7:27: Unexpected `]`
 * ```
 */
import type { DiagramFix } from '../core/diagrams/engine.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { defineRule, type Problem } from '../core/lint/rule.ts'
import { checkDiagrams, checkDiagramsAhead } from '../reading/drawings/checkDiagrams.ts'

export default defineRule({
  id: 'diagram-syntax',
  category: 'agreement',
  description: 'Require diagrams without syntax errors',
  severity: 'error',
  prepare: checkDiagramsAhead,
  async *check({ document, host }) {
    for (const { diagram, problems } of await checkDiagrams(document, host)) {
      const mistakes = problems.filter(({ isUnsupported }) => !isUnsupported)
      for (const { reason, start, end, fix } of mistakes)
        yield {
          ...placeInDocument(document, diagram, { start, end }),
          reason: reason.replace(/`?([\u200b\u2060\ufeff\u00ad])`?/g, (_, character: string) => nameOf(character)),
          ...removing(document, diagram, diagram.source.slice(start, end), start),
          ...(fix && mending(document, diagram, fix)),
        }
      if (mistakes.length > 0 || !diagram.engine || diagram.isForgiving) continue
      for (const { 0: character, index } of diagram.source.matchAll(invisible))
        yield {
          ...placeInDocument(document, diagram, { start: index, end: index + 1 }),
          reason: `Unexpected ${nameOf(character)}: the engine reads it as part of the text`,
          ...removing(document, diagram, character, index),
        }
    }
  },
})

/** Invisible characters that engines treat as part of a name. */
const invisible = /[\u200b\u2060\ufeff\u00ad]/g

const names = new Map([
  ['\u200b', 'zero width space'],
  ['\u2060', 'word joiner'],
  ['\ufeff', 'byte order mark'],
  ['\u00ad', 'soft hyphen'],
])

const nameOf = (character: string): string =>
  `invisible character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} (${names.get(character)})`

/** The fix that the engine suggests. */
function mending(document: DocumentModel, diagram: Diagram, { title, edits }: DiagramFix): Pick<Problem, 'fixes'> {
  const inDocument = edits.map((edit) => ({ ...edit, ...placeInDocument(document, diagram, edit) }))
  return { fixes: [{ title, edits: inDocument, isPreferred: true }] }
}

/** The fix for a range that is one invisible character; nothing for any other. */
function removing(document: DocumentModel, diagram: Diagram, character: string, at: number): Pick<Problem, 'fixes'> {
  if (!names.has(character)) return {}
  const place = placeInDocument(document, diagram, { start: at, end: at + character.length })
  return { fixes: [{ title: 'Remove the invisible character', edits: [{ ...place, newText: '' }], isPreferred: true }] }
}
