/**
 * Require the number of a decision to be unique, and the same in title and file name.
 *
 * ## Why
 *
 * People say "see ADR 12". If two branches both take the next number, they merge without a conflict, and the reference
 * becomes ambiguous; a title whose number differs from its file name makes it worse.
 *
 * A date in a file name is not a number. Other files in the folder are checked only if the document is a file.
 *
 * ## Examples
 *
 * ```md ok type=adr path=docs/adr/0007-use-a-queue.md
 * # ADR-0007: Use a queue
 * ```
 *
 * ```md ok type=adr-madr path=docs/adr/2026-03-use-a-queue.md
 * # Use a queue
 * ```
 *
 * ```md ok type=adr path=docs/adr/0011-use-a-protocol.md
 * # 2.0 protocol for the gateway
 * ```
 *
 * ```md ok type=adr path=docs/adr/0012-log-errors.md
 * # Record 404 responses in the audit log
 * ```
 *
 * ```md bad type=adr path=docs/adr/0009-use-a-queue.md
 * # ADR-0007: Use a queue
 * ```
 *
 * ```text messages
 * 1:3-1:11: The number is `0007` here but `0009` in the file name
 * ```
 *
 * ```md fixed
 * # ADR-0009: Use a queue
 * ```
 *
 * ```md bad type=adr path=docs/adr/0008-use-a-queue.md
 * # ADR-0008: Use a queue
 * ```
 *
 * ```text messages
 * 1:1-1:24: Number `8` is already used by `0008-use-a-table.md`
 * ```
 */
import { numberOfName, readFileName } from '../core/decisions/fileName.ts'
import { otherDecisions } from '../core/decisions/otherDecisions.ts'
import { isDecisionType, titleNumber } from '../core/decisions/record.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'adr-number',
  category: 'decision',
  description: 'Require the number of a decision to be unique, and the same in title and file name',
  severity: 'warning',
  async *check(context) {
    const { document, type, path } = context
    if (!isDecisionType(type) || path === undefined || !document.title) return
    const { isFolder } = readFileName(path)
    const name = path.slice(path.lastIndexOf('/') + 1)
    const inName = numberOfName(path)
    const written = titleNumber(document)
    if (inName === undefined) return
    const named = isFolder ? path.split('/').slice(-2).join('/') : name
    // `136-project-adr-009.md` contains the number too, after that of a collection.
    const isInName = (digits: string) => (named.match(/\d+/g) ?? []).some((each) => Number(each) === Number(digits))
    if (written && !isInName(written.digits)) {
      const { digits, start, end } = written
      const wanted = String(inName).padStart(digits.startsWith('0') ? digits.length : 1, '0')
      yield {
        start,
        end,
        reason: `The number is \`${digits}\` here but \`${wanted}\` in the file name`,
        fixes: [
          {
            title: `Change to ${wanted}`,
            edits: [{ start: end - digits.length, end, newText: wanted }],
            isPreferred: true,
          },
        ],
      }
    }
    const others = await otherDecisions(context)
    const twin = others?.names.find(
      (each) => each !== name && numberOfName(each) === inName && !isTranslation(each, name),
    )
    if (twin && others)
      yield {
        ...document.rangeOf(document.title.heading),
        reason: `Number \`${inName}\` is already used by \`${twin}\``,
        related: [
          {
            start: 0,
            end: 0,
            reason: `The other decision with number ${inName}`,
            file: { path: others.folder ? `${others.folder}/${twin}` : twin, line: 1 },
          },
        ],
      }
  },
})

/** `0007-use-a-queue.de.md` is the same decision in another language. */
const isTranslation = (a: string, b: string): boolean => {
  const stem = (name: string) => name.replace(/(?:[._-][a-z]{2}(?:[-_][a-z]{2})?)?\.[a-z]+$/i, '')
  return stem(a) === stem(b)
}
