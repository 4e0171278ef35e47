/** Describes who uses a vocabulary term in a document, and why it does not count. */

import type { ReadTerm } from '../reading/findings/why.ts'

/** What the shared readers of rules use a term for, if no rule or item uses it directly. */
export const sharedReaders: Readonly<Record<string, string>> = {
  alarms: 'to tell when someone is alerted',
  codeNames: 'to read names in code',
  facts: 'to skip what does not count',
  failures: 'to read lists of failures',
  features: 'to tell what a sentence sounds like',
  fillers: 'to skip filler text',
  mentions: 'to tell a claim from a denial',
  partsOfDesign: 'to find parts in a design',
  secondOpinion: 'to silence what only sounds like a flag',
  nature: 'to tell what kind of system it is',
  scan: 'to skip figures of speech',
  technologies: 'to count technologies that need experts',
}

/** A phrase such as `used by security, and to tell a claim from a denial`; empty if nothing uses the term. */
export function usedBy(askedBy: readonly string[]): string {
  const shared = askedBy.flatMap((asker) => (Object.hasOwn(sharedReaders, asker) ? (sharedReaders[asker] ?? []) : []))
  const named = askedBy.filter((asker) => !Object.hasOwn(sharedReaders, asker))
  const by = named.length > 0 ? [`by ${named.join(', ')}`] : []
  return [...by, ...shared].length > 0 ? `used ${[...by, ...shared].join(', and ')}` : ''
}

/** Why a term does not count; empty if it does. Words that negate others are never called negated themselves. */
export function whySilent({ concept, silenced }: Pick<ReadTerm, 'concept' | 'silenced'>): string {
  if (!silenced) return ''
  if (silenced.by === 'exception') return `part of an exception (${silenced.file}:${silenced.line})`
  if (silenced.by === 'heading') return 'nothing under this heading counts'
  if (concept === 'denial' || concept === 'retraction') return ''
  const place = silenced.file === undefined ? '' : ` (${silenced.file}:${silenced.line})`
  return `negated by \`${silenced.words}\`${place}, so the document does not claim it`
}

/**
 * Terms without those inside a longer one of the same concept.
 * @param at returns the offset at which a term begins
 */
export function longest<T extends Pick<ReadTerm, 'concept' | 'words'>>(
  terms: readonly T[],
  at: (term: T) => number,
): readonly T[] {
  // A term that contains another begins before it, or at the same offset and is longer.
  const inOrder = terms.toSorted((a, b) => at(a) - at(b) || b.words.length - a.words.length)
  const ends = new Map<ReadTerm['concept'], number>()
  const kept = new Set<T>()
  for (const term of inOrder) {
    const end = at(term) + term.words.length
    if ((ends.get(term.concept) ?? -1) >= end) continue
    ends.set(term.concept, end)
    kept.add(term)
  }
  return terms.filter((term) => kept.has(term))
}
