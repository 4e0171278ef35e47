/**
 * Disallow placeholders left by the template or the author.
 *
 * ## Why
 *
 * A leftover placeholder looks like content when readers skim the page, and careless when they do not. The rule
 * recognises the placeholder texts of the document's own template, the brackets that templates use, and words such as
 * TODO, or *noch offen* with nothing else said. Task boxes, links, references, code, explained marks and the status of a
 * ticket are not placeholders. A point that is meant to stay open belongs under *Open Questions*, as a question.
 *
 * A diagram, schema or request from a template counts as an example until something in it is changed; this includes
 * your team's templates. A short label without a value, an empty item between others, and empty rows at the beginning or end
 * of a table are places that someone cleared and forgot.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * - [ ] Ask the [warehouse] about [peak load](load.md) and `[name]`.
 * - [X] The range [0, 10) and the standard [RFC 2119] hold, see the TODO list.
 *
 * ## Outcome
 *
 * Paths look like `/orders/{order id}`.
 *
 * [warehouse]: warehouse.md
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ### [Open for discussion] How long
 *
 * The list is spread with `[... rest]`, "[...] and so on".
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```md ok type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * - Option 1: Message queue
 * - Option 2: Direct calls
 *
 * ## Decision Outcome
 *
 * Chosen option [Option 1: Message queue], since [Option 2: Direct calls] fails with the warehouse.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * Cards move from the TODO column of the board to the next one, and what is left is kept in TODO.md.
 * See CVE-2026-XXXX and the 5XX answers of `{{ host }}`, ${{ secrets.KEY }} and {{ page.title }}.
 * A plug-in allows new formats to be defined by teams; sizes are XXL, and orders that have yet to be written to the disk wait.
 * Guests *fill in* the form; what they **fill in** is kept, and the form (fill in, send) is read by N. N. Berg at N.N.X.
 * The script reads $X and $XX, where $X > 1$ and `$X per month`; it costs $5 per month.
 *
 * [Platform team] Moves the readers to the new names, as the [Session Management Spec] says. A stream is called
 * 'Monitor: <monitor name>', an escape is \\xXX, where XX is a number, the menu says "Open {profile name}", and a prompt is
 * {command start}{prompt text}{command end}.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * > [!NOTE]
 * > Read {{ document }} first, for XXX orders.
 * ```
 *
 * ```text messages
 * 6:8-6:22: Not filled in yet: `{{ document }}`
 * 6:34-6:37: Not filled in yet: `XXX`
 * ```
 *
 * ```md bad type=note
 * ---
 * owner: TBD
 * reviewers:
 *   - TBD # after the holidays
 *   - a TBD page
 * readers: [张三, 李四]
 * author: [撰写本文的人，写明姓名]
 * deciders: [Alle an der Entscheidung Beteiligten]
 * informed: [Jan van der Berg, The team of the quay in the south]
 * ---
 *
 * # Note: A queue
 *
 * ## Context
 *
 * - Peaks
 * - [ ... add to this list ... ]
 * - [谁有此问题，多久发生一次] [参考资料一][1]
 * - [Größe nach einem Jahr] [Übersicht](overview.md)
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```text messages
 * 2:8-2:11: Not filled in yet: `TBD`
 * 4:5-4:8: Not filled in yet: `TBD`
 * 7:9-7:22: Not filled in yet: `[撰写本文的人，写明姓名]`
 * 8:11-8:49: Not filled in yet: `[Alle an der Entscheidung Beteiligten]`
 * 17:3-17:31: Not filled in yet: `[ ... add to this list ... ]`
 * 18:3-18:17: Not filled in yet: `[谁有此问题，多久发生一次]`
 * 19:3-19:26: Not filled in yet: `[Größe nach einem Jahr]`
 * ```
 *
 * ```md bad type=note
 * # Note: [Topic]
 *
 * ## Context
 *
 * [What made this necessary] since YYYY-MM-DD, as {short reason}.
 *
 * ## Outcome
 *
 * TBD. Who pays ???
 *
 * Kept for [X] days.
 * ```
 *
 * ```text messages
 * 1:9-1:16: Not filled in yet: `[Topic]`
 * 5:1-5:27: Not filled in yet: `[What made this necessary]`
 * 5:34-5:44: Not filled in yet: `YYYY-MM-DD`
 * 5:49-5:63: Not filled in yet: `{short reason}`
 * 9:1-9:4: Not filled in yet: `TBD`
 * 9:15-9:18: Not filled in yet: `???`
 * 11:10-11:13: Not filled in yet: `[X]`
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * The queue holds XX orders for ____ hours. Who empties it is still to be decided, and alerts will be described later.
 * ```
 *
 * ```text messages
 * 5:17-5:19: Not filled in yet: `XX`
 * 5:31-5:35: Not filled in yet: `____`
 * 5:61-5:80: Not filled in yet: `still to be decided`
 * 5:93-5:116: Not filled in yet: `will be described later`
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Owner:** N.N.
 * - **Reviewers:** fill in
 *
 * ## Context
 *
 * Lorem ipsum dolor sit amet. Peaks are (fill in) orders, and the limits are yet to be filled in.
 *
 * ## Outcome
 *
 * A queue for $X per month.
 *
 * | Item | Per month |
 * | ---- | --------- |
 * | Disk | $XX.XX    |
 * ```
 *
 * ```text messages
 * 3:14-3:18: Not filled in yet: `N.N.`
 * 4:18-4:25: Not filled in yet: `fill in`
 * 8:1-8:12: Not filled in yet: `Lorem ipsum`
 * 8:39-8:48: Not filled in yet: `(fill in)`
 * 8:76-8:95: Not filled in yet: `yet to be filled in`
 * 12:13-12:15: Not filled in yet: `$X`
 * 16:10-16:16: Not filled in yet: `$XX.XX`
 * ```
 *
 * ````md bad type=note
 * # Note: Hold a room
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   reader([Guest]) -->|asks for a room| booking[Booking Service]
 *   booking -->|holds it for ten minutes| holds[(Hold Table)]
 *   booking -->|asks for payment| pay[Payment Provider]
 * ```
 *
 * - **Owner:**
 * - **Team:** rooms
 * -
 * - Guests
 *
 * ## Outcome
 *
 * **Cost:**
 *
 * **Owner:** the team that runs it.
 *
 * | Risk | Answer |
 * | ---- | ------ |
 * |      |        |
 * | Load | Queue  |
 * ````
 *
 * ```text messages
 * 5:1-5:11: Still the template's example: replace it with your own, or remove it
 * 12:3-12:13: `Owner` is empty: fill it in, or remove it
 * 14:1-14:2: This item is empty: fill it in, or remove it
 * 19:1-19:10: `Cost` is empty: fill it in, or remove it
 * 25:1-25:18: This row is empty: fill it in, or remove it
 * ```
 *
 * ````md ok type=note
 * # Note: Hold a room
 *
 * ## Context
 *
 * ```mermaid
 * flowchart LR
 *   reader([Guest]) -->|asks for a room| booking[Booking Service]
 *   booking -->|holds it for five minutes| holds[(Hold Table)]
 *   booking -->|asks for payment| pay[Payment Provider]
 * ```
 *
 * - **Owners:**
 *   - rooms
 * - **Load:**
 * - forty guests
 * - **Limits:**
 *
 * One guest.
 *
 * ## Outcome
 *
 * **Cost:**
 *
 * | Item | Price |
 * | ---- | ----- |
 * | Disk | $5    |
 * |      |       |
 * | CPU  | $7    |
 * |      |       |
 *
 * - What is being typed
 * -
 * ````
 */
import { readOptionName } from '../core/decisions/optionName.ts'
import { readOptions } from '../core/decisions/options.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { type DocumentModel, titleKey } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'
import { reasonFor } from '../reading/sections/placeReason.ts'

export default defineRule({
  id: 'no-placeholder',
  category: 'structure',
  description: 'Disallow placeholders left by the template or the author',
  severity: 'warning',
  severityInDraft: 'hint',
  *check({ document, type }) {
    const options = isDecisionType(type) ? keysOf(document) : new Set<string>()
    // `[Option 2: Use a queue]` names an option of the same record.
    const isOption = (written: string) =>
      written.startsWith('[') && options.has(titleKey(readOptionName(written.slice(1, -1)).name))
    const metadata = [...outlineOf(document, type).found].find(([{ keys }]) => keys[0] === 'metadata')?.[1]
    for (const place of findPlaceholders(document, type)) {
      const { start, end, kind } = place
      const written = document.text.slice(start, end)
      if ((kind === 'template' || kind === 'words') && options.size > 0 && isOption(written)) continue
      // Reported by `metadata-complete`.
      if (kind === 'label' && metadata && start >= metadata.start && start < metadata.end) continue
      yield { start, end, reason: reasonFor(place, written) }
    }
  },
})

/** The keys of a record's named options; `[option 1]` is not a name yet. */
const keysOf = (document: DocumentModel): ReadonlySet<string> =>
  new Set(readOptions(document).options.flatMap(({ name, key }) => (name.includes('[') ? [] : [key])))
