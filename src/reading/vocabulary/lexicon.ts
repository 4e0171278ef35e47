/** Compiles word lists so that a text is searched once for all of them. */

import { addToGroup } from '../../core/data/groupBy.ts'

/** A word or phrase of the vocabulary, ready to compare. */
interface Entry<C extends string> {
  readonly concept: C
  /** The words after the first one; a trailing `*` stands for any ending. */
  readonly rest: readonly string[]
}

/** What is known of a word as it is written. */
export interface Word<C extends string> {
  /** In lower case. */
  readonly word: string
  /** Terms that this word is, or begins. */
  readonly entries: readonly Entry<C>[]
}

/** Finds which concepts a word, or the phrase it begins, stands for. */
export interface Lexicon<C extends string> {
  /** Look a word up as it is written. */
  lookUp(written: string): Word<C>
  /** Terms of scripts without spaces, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly term: string; readonly concept: C }[]>
}

/** How many different words are remembered; more than any one document has. */
const remembered = 50_000
/** A longer word is a window on the text that it was cut from, and would keep that in memory. */
const maxCopiedLength = 12

/**
 * Compile word lists. Each is one string of terms with commas between them: `retry*, back off, 重试`.
 * A document is then read once for all concepts, and each word costs one look into a map.
 *
 * @param shapes concepts that the way a word is written gives away
 */
export function createLexicon<C extends string>(
  lists: Readonly<Partial<Record<C, string>>>,
  shapes: readonly (readonly [C, RegExp])[],
): Lexicon<C> {
  const exact = new Map<string, Entry<C>[]>()
  const stems = new Map<string, { readonly stem: string; readonly entry: Entry<C> }[]>()
  const unspaced = new Map<string, { readonly term: string; readonly concept: C }[]>()
  for (const concept of Object.keys(lists) as C[]) {
    for (const term of (lists[concept] ?? '').split(/[,\n]/)) {
      const [first, ...rest] = term
        .trim()
        .toLowerCase()
        .split(/[\s-]+/)
      if (!first) continue
      if (isUnspaced(first.charCodeAt(0))) addToGroup(unspaced, first.charAt(0), { term: first, concept })
      else if (first.endsWith('*'))
        addToGroup(stems, first.slice(0, 2), { stem: first.slice(0, -1), entry: { concept, rest } })
      else addToGroup(exact, first, { concept, rest })
    }
  }
  const known = new Map<string, Word<C>>()
  return {
    unspaced,
    lookUp(written) {
      const before = known.get(written)
      if (before) return before
      if (known.size > remembered) known.clear()
      const word = written.toLowerCase()
      const byStem = (stems.get(word.slice(0, 2)) ?? []).filter(({ stem }) => word.startsWith(stem))
      const byShape = shapes.filter(([, shape]) => shape.test(written)).map(([concept]) => ({ concept, rest: [] }))
      const found = { word, entries: [...(exact.get(word) ?? []), ...byStem.map(({ entry }) => entry), ...byShape] }
      if (written.length <= maxCopiedLength) known.set(written, found)
      return found
    },
  }
}

/** Whether a word matches one of a list: the same, or the beginning where the list says `*`. */
export const matchesWord = (pattern: string, word: string): boolean =>
  pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern

/** Chinese, Japanese and Korean characters: words are not set apart there. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
