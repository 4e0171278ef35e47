/** Finds where another clause begins in a sentence, one with its own subject and verb. */

/** What joins two clauses: a comma and a conjunction, or a semicolon. */
const joint = /(?:, {0,3}(?:and|but|so|yet|while|whereas)|; {0,3}(?:and|but|so|yet)?)(?=\s)/gi

const pronoun = /^(?:i|we|you|he|she|it|they|there|everybody|everyone|nobody)$/i

/** A verb may follow these directly: `this costs`. */
const standIn = /^(?:this|that|these|those|each|some|all|one|both|most)$/i

const determiner = /^(?:the|an?|every|any|another|our|your|its|their|his|her|my)$/i

/** A one-word name; a verb may follow directly. */
const name = /^\p{Lu}[\p{L}\p{N}]*$/u

const auxiliary =
  /^(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|should|needs?|isn['’]t|aren['’]t|doesn['’]t)$/i

/** A verb by its ending, or else a plural; the word before it decides. */
const ending = /^[a-z]{2,}(?:[^siu]s|ed)$/

/** Words that are followed by a noun. */
const beforeNoun =
  /^(?:the|an?|every|any|another|our|your|its|their|his|her|my|of|in|on|at|to|for|from|with|by|per|and|or|\d[\d.,]*)$/i

/** No readable clause has a longer subject. */
const mostWords = 12

/**
 * Whether a clause with its own subject and verb begins between two offsets of a sentence.
 *
 * @param from UTF-16 offset in the text from which to search
 * @param at the clause has to begin before this offset
 * @param until its verb has to come before this offset
 */
export function beginsClause(text: string, from: number, at: number, until: number): boolean {
  for (const { 0: mark, index } of text.slice(from, at).matchAll(joint)) {
    const rest = text.slice(from + index + mark.length, until).split(/[,;:.?!](?=\s|$)/, 1)[0] ?? ''
    if (hasSubjectAndVerb(rest.trim().split(/\s+/, mostWords))) return true
  }
  return false
}

function hasSubjectAndVerb(words: readonly string[]): boolean {
  const [first = '', ...rest] = words
  if (pronoun.test(first)) return rest.length > 0
  const isShort = standIn.test(first) || name.test(first)
  if (!isShort && !determiner.test(first)) return false
  return rest.some(
    (word, i) =>
      (i > 0 || isShort) &&
      (auxiliary.test(word) || (ending.test(word) && !beforeNoun.test(i > 0 ? (rest[i - 1] ?? '') : ''))),
  )
}
