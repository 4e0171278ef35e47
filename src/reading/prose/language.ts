/** Tells whether a text is English, for rules that know only English words. */

const word = /\p{L}+/gu
const english = /\b(?:the|and|are|for|with|that|not|will|this|from|which|have|has|should|must|because)\b/gi
/** Fewer words are too few to decide; in English text, at least this share of the words is in the list. */
const limits = { words: 12, share: 0.03 }

/** Whether a text is clearly in another language. Its comments must be blanked out already. */
export function isForeign(text: string): boolean {
  const beginning = text.slice(0, 20_000)
  const words = beginning.match(word)?.length ?? 0
  return words >= limits.words && (beginning.match(english)?.length ?? 0) < words * limits.share
}
