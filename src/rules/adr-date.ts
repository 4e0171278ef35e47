/**
 * Require the date of a decision to be in ISO 8601 format.
 *
 * ## Why
 *
 * `03/09/2026` is March to some readers and September to others, and it does not sort. The date tells readers what the
 * authors could know at the time. A date that does not exist is a typo.
 *
 * The date is read from front matter, from a line, cell or section *Date*, next to the status, from a short line under
 * the title, and from the file name.
 *
 * ## Examples
 *
 * ```md ok type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * - **Date:** 2026-03-09
 * ```
 *
 * ```md ok type=adr
 * # ADR-0007: Use a queue
 *
 * *Accepted on 2026-03-09 by the warehouse team*
 * ```
 *
 * ```md ok type=adr-nygard path=docs/adr/2026-03-09-use-a-queue.md
 * # 7. Use a queue
 *
 * ## Status
 *
 * Accepted
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * - **Date:** March 9th, 2026
 * ```
 *
 * ```text messages
 * 4:13-4:28: Write `March 9th, 2026` as `2026-03-09` (ISO 8601), which sorts correctly and cannot be misread
 * ```
 *
 * ```md fixed
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * - **Date:** 2026-03-09
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * - **Date:** Marketing 12 2026
 * ```
 *
 * ```text messages
 * 4:13-4:30: `Marketing 12 2026` is not a valid date: use ISO 8601, such as `2026-03-09`
 * ```
 *
 * ```md bad type=adr-madr
 * ---
 * status: accepted
 * date: 2026-02-30
 * ---
 * # Use a queue
 * ```
 *
 * ```text messages
 * 3:7-3:17: `2026-02-30` is not a valid date: use ISO 8601, such as `2026-03-09`
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * - **Date:** 03/09/2026
 * ```
 *
 * ```text messages
 * 4:13-4:23: `03/09/2026` can be read as `2026-09-03` or `2026-03-09`: write the one you mean
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * - **Status:** Accepted
 * ```
 *
 * ```text messages
 * 1:1-1:24: No date: add the day of the decision as `YYYY-MM-DD`
 * ```
 */
import { isoDateOf } from '../core/decisions/calendar.ts'
import { findDate } from '../core/decisions/date.ts'
import { dayOfName } from '../core/decisions/fileName.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { isForeign } from '../core/document/language.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'

export default defineRule({
  id: 'adr-date',
  category: 'decision',
  description: 'Require the date of a decision to be in ISO 8601 format',
  severity: 'warning',
  *check({ document, type, path }) {
    if (!isDecisionType(type) || !document.text.trim()) return
    const date = findDate(document)
    if (!date?.text) {
      // A team's template may have no date, and authors who chose no template need none.
      const isAsked = findDate(type.document) && !type.isGuessed
      if (isAsked && dayOfName(path ?? '') === undefined && (date || !isForeign(document.prose)))
        yield {
          ...(date ?? titlePlace(document)),
          reason: 'No date: add the day of the decision as `YYYY-MM-DD`',
        }
      return
    }
    // A text without digits is a placeholder or a word, and text that begins with an ISO date may continue in any way.
    if (date.isAside || isoDateOf(date.text) || !/\d/.test(date.text) || /[[\]{}<>$]/.test(date.text)) return
    const { start, end, text, iso, readings = [] } = date
    yield {
      start,
      end,
      reason: iso
        ? `Write \`${text}\` as \`${iso}\` (ISO 8601), which sorts correctly and cannot be misread`
        : readings.length > 0
          ? `\`${text}\` can be read as ${listedNames(readings, 'or')}: write the one you mean`
          : `\`${text}\` is not a valid date: use ISO 8601, such as \`2026-03-09\``,
      fixes: (iso ? [iso] : readings).map((day) => ({
        title: `Change to "${day}"`,
        edits: [{ start, end, newText: day }],
        // Only the author knows which of two days is meant.
        ...(iso && { isPreferred: true, isSafe: true }),
      })),
    }
  },
})
