/** Leaves one finding of two that tell of the same gap: a section that is missing, and what a reader misses for it. */

import type { LintMessage } from './lint.ts'

/**
 * Where a red flag says what a document lacks, the missing section is not reported as well: the flag says why it matters, and takes
 * over the fix that adds the section. What is silenced or switched off is not among the messages, so that one of the two remains.
 */
export function leaveOneOfGap(messages: readonly LintMessage[]): readonly LintMessage[] {
  const flags = new Set(messages.flatMap(({ category, gap }) => (gap && category === 'red-flag' ? gap : [])))
  if (flags.size === 0) return messages
  const fixes = new Map<string, NonNullable<LintMessage['fixes']>>()
  const kept = messages.filter(({ category, gap, fixes: own = [] }) => {
    if (!gap || category === 'red-flag' || !flags.has(gap)) return true
    fixes.set(gap, [...(fixes.get(gap) ?? []), ...own])
    return false
  })
  return kept.map((message) => {
    const found = message.gap && message.category === 'red-flag' ? fixes.get(message.gap) : undefined
    return found ? { ...message, fixes: [...(message.fixes ?? []), ...found] } : message
  })
}
