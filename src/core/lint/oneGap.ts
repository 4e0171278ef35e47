/** Leaves one finding of two that tell of the same gap: a section that is missing, and what a reader misses for it. */

import type { Category, Fix, Problem } from './rule.ts'

interface Message extends Problem {
  readonly category: Category
}

/**
 * Where a red flag says what a document lacks, the missing section is not reported as well: the flag says why it matters, and takes
 * over the fix that adds the section. What is silenced or switched off is not among the messages, so that one of the two remains.
 */
export function leaveOneOfGap<M extends Message>(messages: readonly M[]): readonly M[] {
  const flags = new Set(messages.flatMap(({ category, gap }) => (gap && category === 'red-flag' ? gap : [])))
  if (flags.size === 0) return messages
  const fixes = new Map<string, readonly Fix[]>()
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
