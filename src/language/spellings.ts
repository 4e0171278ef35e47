/** Writes a name of several words in the ways in which prose and code write it, and knows which of them a text has used. */

/** One way of writing a name. */
export interface Spelling {
  readonly text: string
  /** Writes another name in the same way. */
  readonly of: (name: string) => string
}

const wordsOf = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u),
  )
const lower = (word: string): string => word.toLowerCase()
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

const ways: readonly ((name: string) => string)[] = [
  // As it is, but for capitals.
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

/** The ways of writing a name, itself first, each text once. A word of one or two letters is itself only. */
export function spellingsOf(name: string): readonly Spelling[] {
  const spellings = new Map<string, Spelling>([[name, { text: name, of: (other) => other }]])
  if (wordsOf(name).join('').length > 2)
    for (const of of ways) {
      const text = of(name)
      if (text !== '' && !spellings.has(text)) spellings.set(text, { text, of })
    }
  return [...spellings.values()]
}
