/** A word or phrase of the vocabulary, ready to compare. */
interface Entry<C extends string> {
  readonly concept: C
  /** The words after the first one; a trailing `*` stands for any ending. */
  readonly rest: readonly string[]
}

/** Finds which concepts a word, or the phrase it begins, stands for. */
export interface Lexicon<C extends string> {
  /** Entries that begin with this lower-case word. */
  lookUp(word: string): readonly Entry<C>[]
  /** Terms of scripts without spaces, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly term: string; readonly concept: C }[]>
}

/** How many different words are remembered; more than any one document has. */
const remembered = 50_000

/**
 * Compile word lists. Each is one string of terms with commas between them: `retry*, back off, 重试`.
 * A document is then read once for all concepts, and each word costs one look into a map.
 */
export function createLexicon<C extends string>(lists: Readonly<Record<C, string>>): Lexicon<C> {
  const exact = new Map<string, Entry<C>[]>()
  const stems = new Map<string, { readonly stem: string; readonly entry: Entry<C> }[]>()
  const unspaced = new Map<string, { readonly term: string; readonly concept: C }[]>()
  for (const concept of Object.keys(lists) as C[]) {
    for (const term of lists[concept].split(/[,\n]/)) {
      const [first, ...rest] = term
        .trim()
        .toLowerCase()
        .split(/[\s-]+/)
      if (!first) continue
      if (isUnspaced(first.charCodeAt(0))) push(unspaced, first.charAt(0), { term: first, concept })
      else if (first.endsWith('*'))
        push(stems, first.slice(0, 2), { stem: first.slice(0, -1), entry: { concept, rest } })
      else push(exact, first, { concept, rest })
    }
  }
  const known = new Map<string, readonly Entry<C>[]>()
  return {
    unspaced,
    lookUp(word) {
      const before = known.get(word)
      if (before) return before
      if (known.size > remembered) known.clear()
      const byStem = (stems.get(word.slice(0, 2)) ?? []).filter(({ stem }) => word.startsWith(stem))
      const found = [...(exact.get(word) ?? []), ...byStem.map(({ entry }) => entry)]
      known.set(word, found.length > 0 ? found : nothing)
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

const nothing: readonly never[] = []

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
