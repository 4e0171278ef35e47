/** Splits the prose and the table rows of a document into sentences. */
import type { Range } from '../../core/text/range.ts'

/** The end of a sentence: a mark, perhaps closing quotes, white space, and the beginning of another sentence. */
const border = /[.!?]["')\]]{0,3}\s+(?=["'`([*_]{0,3}[\p{Lu}\d])/gu
/** Words whose full stop does not end a sentence. */
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|ca|incl|resp|st|dr|mr|ms)\.\s+$/i

/** The ranges of the sentences in a text. */
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
