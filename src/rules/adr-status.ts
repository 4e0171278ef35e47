/**
 * Require a decision to state its status.
 *
 * ## Why
 *
 * Without a status, one person reads a record as a rule and the next as an idea. A record that is superseded without
 * naming its successor leaves readers with the old answer and no way to the new one.
 *
 * The status is read from front matter, a line or list item under the title, a table there, or a section *Status*. In a
 * history the last entry counts; among checkboxes, the checked one. It is read in eleven languages. A record that states
 * it twice has to say the same in both places.
 *
 * ## Examples
 *
 * ```md ok type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Superseded by [ADR-0012](0012-use-a-log.md)
 * ```
 *
 * ```md ok type=adr-madr
 * ---
 * status: proposed
 * ---
 * # Use a queue
 * ```
 *
 * ```md ok type=adr
 * # ADR-0007: Use a queue
 *
 * **Date:** 2026-03-09 · **Status:** Superseded in part by [ADR-0012](0012-use-a-log.md)
 * ```
 *
 * ```md ok type=adr-nygard
 * # 7. Use a queue
 *
 * ## Status
 *
 * - [ ] Proposed
 * - [x] Accepted
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Date:** 2026-03-09
 * ```
 *
 * ```text messages
 * 1:1-1:24: No status: say where this decision stands, such as `Proposed`
 * ```
 *
 * ```md fixed
 * # ADR-0007: Use a queue
 *
 * - **Status:** Proposed
 * - **Date:** 2026-03-09
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Superseded
 * ```
 *
 * ```text messages
 * 3:15-3:25: Superseded by which decision? Name it, such as `Superseded by ADR-12`
 * ```
 *
 * ```md bad type=adr
 * ---
 * status: accepted
 * ---
 * # ADR-0007: Use a queue
 *
 * - **Status:** Proposed
 * ```
 *
 * ```text messages
 * 6:15-6:23: `Proposed` contradicts the status `accepted` above
 * ```
 *
 * Two words for a record that is no longer valid do not contradict each other:
 *
 * ```md ok type=adr
 * ---
 * status: deprecated
 * ---
 * # ADR-0007: Use a queue
 *
 * - **Status:** Superseded by [ADR-0012](0012-use-a-log.md)
 * ```
 *
 * A file's name may say it: `[Draft] Use a queue.md`, `0007-use-a-queue.accepted.md`, `superseded-0007-use-a-queue.md`.
 */
import { changeStatus } from '../core/decisions/edits.ts'
import { statusOfName } from '../core/decisions/fileName.ts'
import { isDecisionType, statusChoices } from '../core/decisions/record.ts'
import { readReferences } from '../core/decisions/references.ts'
import { findContradiction, findStatus } from '../core/decisions/status.ts'
import { statusWord } from '../core/decisions/statusWord.ts'
import { stateOf } from '../core/decisions/vocabulary.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { isForeign } from '../core/document/language.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { Range } from '../core/text/range.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'

export default defineRule({
  id: 'adr-status',
  category: 'decision',
  description: 'Require a decision to state its status',
  severity: 'warning',
  *check({ document, type, path = '' }) {
    if (!isDecisionType(type) || !document.text.trim()) return
    const status = findStatus(document)
    const written = status && document.prose.slice(status.start, status.end)
    if (!status || !written?.trim()) {
      // Authors who chose no template need no status; a text in another language, or the file name, may state one.
      if (type.isGuessed || (!status && isForeign(document.prose)) || statusOfName(path)) return
      // Other rules report a missing or empty section.
      const isSection = status?.kind === 'section' || outlineOf(document, type).missing.some(isStatusSection)
      const first = statusChoices(type)[0] ?? 'Proposed'
      if (!isSection)
        yield {
          ...(status ?? titlePlace(document)),
          reason: `No status: say where this decision stands, such as \`${first}\``,
          fixes: [{ title: `Add status "${first}"`, edits: [...changeStatus(document, first)], isPreferred: true }],
        }
      return
    }
    const [first, other] = findContradiction(document) ?? []
    if (first && other)
      yield {
        start: other.start,
        end: other.end,
        reason: `\`${saidAt(document, other)}\` contradicts the status \`${saidAt(document, first)}\` above`,
        related: [{ start: first.start, end: first.end, reason: 'The status' }],
      }
    const word = statusWord(written)
    if (word && stateOf(word) === 'superseded' && readReferences(document).supersededBy.length === 0)
      yield {
        start: status.start,
        end: status.end,
        reason: 'Superseded by which decision? Name it, such as `Superseded by ADR-12`',
      }
  },
})

const saidAt = ({ prose }: DocumentModel, { start, end }: Range): string | undefined =>
  statusWord(prose.slice(start, end))

const isStatusSection = ({ spec }: { readonly spec: { readonly keys: readonly string[] } }): boolean =>
  spec.keys[0] === 'status'
