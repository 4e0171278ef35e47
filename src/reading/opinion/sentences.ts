/** Cuts the prose and the table rows of a document into sentences. */
import type { Range } from '../../core/document/document.ts'

/** The end of a sentence: a mark, perhaps closing quotes, blanks, and the beginning of another one. */
const border = /[.!?]["')\]]{0,3}\s+(?=["'`([*_]{0,3}[\p{Lu}\d])/gu
/** What ends with a full stop and no sentence. */
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|ca|incl|resp|st|dr|mr|ms)\.\s+$/i

/** Where the sentences of a text stand. */
export function sentencesIn(text: string): readonly Range[] {
  const sentences: Range[] = []
  let start = 0
  for (const { 0: words, index } of text.matchAll(border)) {
    const end = index + words.length
    if (abbreviation.test(text.slice(Math.max(start, end - 12), end))) continue
    sentences.push({ start, end: index + words.trimEnd().length })
    start = end
  }
  const rest = text.slice(start).trimEnd()
  if (rest) sentences.push({ start, end: start + rest.length })
  return sentences
}
