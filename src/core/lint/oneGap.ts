/** Merges findings about the same gap: a missing section, and what readers lack because of it. */

import type { Category, Fix, Problem } from './rule.ts'

interface Message extends Problem {
  readonly category: Category
}

/**
 * If a red flag reports what a document lacks, the missing section is not reported as well: the flag explains why it
 * matters and takes over the fix that adds the section. Silenced or disabled findings are not in `messages`, so one
 * always remains.
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
