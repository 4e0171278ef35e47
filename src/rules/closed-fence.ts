/**
 * Require code fences to be closed.
 *
 * ## Why
 *
 * An unclosed fence turns everything after it into code, up to the end of the page or to the line that closes the next
 * fence: readers lose headings, tables and diagrams. The linter reads the text as it was meant, so this is the only
 * finding.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```sh
 * queue --list
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```sh
 * queue --list
 *
 * ## Decision
 *
 * We put a queue between the shop and the warehouse.
 * ````
 *
 * ```text messages
 * 5:1-5:6: This code block is never closed, so the text below it shows as code: add a line with ``` where the code ends
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```sh
 * queue --list
 * ```
 *
 * ## Decision
 *
 * We put a queue between the shop and the warehouse.
 * ````
 *
 * The line that closes the next fence is none for this one:
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ~~~ mermaid
 * flowchart LR
 *   shop --> queue
 *
 * ## Decision
 *
 * ~~~ sh
 * queue --list
 * ~~~
 * ````
 *
 * ```text messages
 * 5:1-5:12: This code block is never closed, so the text below it shows as code: add a line with ~~~ where the code ends
 * ```
 */
import { defineRule } from '../core/lint/rule.ts'
import { lineEnd } from '../core/text/lineBounds.ts'

export default defineRule({
  id: 'closed-fence',
  category: 'structure',
  description: 'Require code fences to be closed',
  severity: 'error',
  judgesUnclosed: true,
  *check({ document: { text, unclosed } }) {
    for (const { start, end, marker } of unclosed) {
      const last = text.slice(start, end).trimEnd().length + start
      const lineBreak = text.startsWith('\r\n', lineEnd(text, start)) ? '\r\n' : '\n'
      yield {
        start,
        end: start + text.slice(start, lineEnd(text, start)).trimEnd().length,
        reason: `This code block is never closed, so the text below it shows as code: add a line with ${marker} where the code ends`,
        fixes: [
          {
            title: 'Close the code block',
            edits: [{ start: last, end: last, newText: lineBreak + marker }],
            isPreferred: true,
          },
        ],
      }
    }
  },
})
