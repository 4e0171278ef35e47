/** Puts into words who goes by a term that stands in a document, and why it does not count. */

import type { ReadTerm } from '../reading/findings/why.ts'

/** What readers that several rules share need a word for, where no rule or item asks for it by its own name. */
export const sharedReaders: Readonly<Record<string, string>> = {
  codeNames: 'to read names in code',
  facts: 'to skip what does not count',
  failures: 'to read lists of failures',
  mentions: 'to tell a claim from a denial',
  nature: 'to tell what kind of system it is',
  scan: 'to skip figures of speech',
  technologies: 'to count technologies that need experts',
}

/** Such as `used by security, and to tell a claim from a denial`; empty where nobody uses it. */
export function usedBy(askedBy: readonly string[]): string {
  const shared = askedBy.flatMap((asker) => (Object.hasOwn(sharedReaders, asker) ? (sharedReaders[asker] ?? []) : []))
  const named = askedBy.filter((asker) => !Object.hasOwn(sharedReaders, asker))
  const by = named.length > 0 ? [`by ${named.join(', ')}`] : []
  return [...by, ...shared].length > 0 ? `used ${[...by, ...shared].join(', and ')}` : ''
}

/** Why a term does not count; empty where it does. A word that negates others is not worth negating. */
export function whySilent({ concept, silenced }: Pick<ReadTerm, 'concept' | 'silenced'>): string {
  if (!silenced) return ''
  if (silenced.by === 'exception') return `not counted: part of an exception (${silenced.file}:${silenced.line})`
  if (silenced.by === 'heading') return 'not counted: nothing under this heading is'
  if (concept === 'denial' || concept === 'takenBack') return ''
  const place = silenced.file === undefined ? '' : ` (${silenced.file}:${silenced.line})`
  return `negated by \`${silenced.words}\`${place}, so no claim of the document`
}

/** Terms of one line without those that a longer term of the same concept holds. @param at where a term begins */
export const longest = <T extends Pick<ReadTerm, 'concept' | 'words'>>(
  terms: readonly T[],
  at: (term: T) => number,
): readonly T[] =>
  terms.filter(
    (term) =>
      !terms.some(
        (other) =>
          other.concept === term.concept &&
          other.words.length > term.words.length &&
          at(other) <= at(term) &&
          at(other) + other.words.length >= at(term) + term.words.length,
      ),
  )
