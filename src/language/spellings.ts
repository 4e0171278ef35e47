/** Writes names of several words in the styles of prose and code, and recognises the style that a text uses. */

/** One style of writing a name. */
export interface Spelling {
  readonly text: string
  /** Writes another name in the same style. */
  readonly of: (name: string) => string
}

const wordsOf = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u),
  )
const lower = (word: string): string => word.toLowerCase()
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

const ways: readonly ((name: string) => string)[] = [
  // Only the case changes.
  lower,
  (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
  (name) => wordsOf(name).map(lower).join('-'),
  (name) => wordsOf(name).map(lower).join('_'),
  (name) => wordsOf(name).map(lower).join(' '),
  (name) => wordsOf(name).map(capital).join(''),
  (name) => wordsOf(name).map(capital).join(' '),
  (name) =>
    wordsOf(name)
      .map((word, index) => (index === 0 ? lower(word) : capital(word)))
      .join(''),
  (name) =>
    wordsOf(name)
      .map((word) => word.toUpperCase())
      .join('_'),
]

/** The spellings of a name without duplicates, as given first. A name of one or two letters has no other spelling. */
export function spellingsOf(name: string): readonly Spelling[] {
  const spellings = new Map<string, Spelling>([[name, { text: name, of: (other) => other }]])
  if (wordsOf(name).join('').length > 2)
    for (const of of ways) {
      const text = of(name)
      if (text !== '' && !spellings.has(text)) spellings.set(text, { text, of })
    }
  return [...spellings.values()]
}
