/**
 * Require a decision and the one that supersedes it to name each other.
 *
 * ## Why
 *
 * Readers who find the old record by searching must learn that it no longer holds. A link in one direction only, or to
 * a missing file, does not tell them. *Supersede…* writes both sides at once.
 *
 * Other records are checked only if the document is a file.
 *
 * ## Examples
 *
 * ```md ok type=adr path=docs/adr/0012-use-a-log.md
 * # ADR-0012: Use a log
 *
 * - **Status:** Accepted
 * - **Supersedes:** [ADR-0007](0007-use-a-queue.md)
 * ```
 *
 * ```md bad type=adr path=docs/adr/0012-use-a-log.md
 * # ADR-0012: Use a log
 *
 * - **Status:** Accepted
 * - **Supersedes:** [ADR-0008](0008-use-a-table.md)
 * ```
 *
 * ```text messages
 * 4:19-4:50: `0008-use-a-table.md`, which this decision supersedes, does not say `Superseded by ADR-0012`
 * ```
 *
 * ```md bad type=adr path=docs/adr/0012-use-a-log.md
 * # ADR-0012: Use a log
 *
 * - **Status:** Superseded by ADR-0099
 * ```
 *
 * ```text messages
 * 3:29-3:37: `ADR-0099`, which supersedes this decision, is not in this folder: correct the number, or link to its file
 * ```
 *
 * ```md bad type=adr path=docs/adr/0012-use-a-log.md
 * # ADR-0012: Use a log
 *
 * - **Status:** Accepted
 * - **Supersedes:** [Use a file](../0009-gone.md)
 * ```
 *
 * ```text messages
 * 4:19-4:48: `../0009-gone.md`, which this decision supersedes, does not exist: correct the link, or remove it if the file is gone for good
 * ```
 *
 * ```md ok type=adr path=docs/adr/0012-use-a-log.md
 * # ADR-0012: Use a log
 *
 * - **Status:** Accepted
 * - **Supersedes:** [Use a file](../../../elsewhere/0009-use-a-file.md)
 * ```
 */

import { linkedName, numberOfName } from '../core/decisions/fileName.ts'
import { type OtherDecisions, otherDecisions, pathOf } from '../core/decisions/otherDecisions.ts'
import { type Decision, isDecisionType, readDecision } from '../core/decisions/record.ts'
import { type Reference, readReferences } from '../core/decisions/references.ts'
import { defineRule, type Problem } from '../core/lint/rule.ts'
import { isMarkdown } from '../core/text/isMarkdown.ts'
import { resolveFrom } from '../core/text/relativePath.ts'

/** The most references that are checked; a longer list is a list of links. */
const most = 20

export default defineRule({
  id: 'adr-supersedes',
  category: 'decision',
  description: 'Require a decision and the one that supersedes it to name each other',
  severity: 'warning',
  async *check(context) {
    const { document, type } = context
    if (!isDecisionType(type)) return
    const { supersedes, supersededBy } = readReferences(document)
    if (supersedes.length + supersededBy.length === 0) return
    const others = await otherDecisions(context)
    if (!others) return
    const own = readDecision(document, others.name)
    const asked = [
      ...supersededBy.map((reference) => ({ reference, side: 'supersedes' as const })),
      ...supersedes.map((reference) => ({ reference, side: 'supersededBy' as const })),
    ]
    for (const { reference, side } of asked.slice(0, most)) {
      const problem = await compare(own, reference, others, side)
      if (problem) yield problem
    }
  },
})

async function compare(
  own: Decision,
  reference: Reference,
  others: OtherDecisions,
  side: 'supersedes' | 'supersededBy',
): Promise<Problem | undefined> {
  const { start, end } = reference
  const path = pathOf(reference, others)
  const other = path === undefined ? undefined : await others.read(path)
  const [words, relation] =
    side === 'supersededBy'
      ? ['Superseded by', 'which this decision supersedes']
      : ['Supersedes', 'which supersedes this decision']
  if (path === undefined || other === undefined) {
    const said = missing(reference, path, others)
    return said && { start, end, reason: `\`${said.name}\`, ${relation}, ${said.rest}` }
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const { decision, rest, statusLine } = other
  const ownPath = `${others.folder}/${others.name}`
  if ([...decision[side], ...rest[side]].some((back) => isTo(back, path, own, ownPath))) return undefined
  return {
    start,
    end,
    reason: `\`${name}\`, ${relation}, does not say \`${words} ${own.label}\``,
    // The reference back belongs in the status of the other decision.
    related: [{ start: 0, end: 0, reason: 'The other decision', file: { path, line: statusLine } }],
  }
}

/** What to report about a missing record; undefined if it may be somewhere that cannot be read. */
function missing({ text, target, ...reference }: Reference, path: string | undefined, others: OtherDecisions) {
  if (target === undefined) {
    const rest = 'is not in this folder: correct the number, or link to its file'
    return isOfFolder({ text, ...reference }, others) ? { name: text, rest } : undefined
  }
  const leadsOut = path === undefined && isMarkdown(target)
  if (leadsOut || /^\/|:/.test(target)) return undefined
  return { name: target, rest: 'does not exist: correct the link, or remove it if the file is gone for good' }
}

/** Whether a mention without a link can only mean a record in this folder, because it is numbered like those. */
const isOfFolder = ({ text }: Reference, { names, name, hasOwnFolder }: OtherDecisions): boolean =>
  !hasOwnFolder && (names.length > 1 || (/^m?adr[-_ #]*\d/i.test(text) && numberOfName(name) !== undefined))

/** Whether a reference in a file is one to this decision. */
const isTo = ({ target, number }: Reference, file: string, { number: own }: Decision, ownPath: string): boolean =>
  (number !== undefined && number === own) ||
  (target !== undefined && linkedName(resolveFrom(file, target)) === linkedName(ownPath))
