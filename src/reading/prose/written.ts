/** Distinguishes the author's text from places of a template that are still to be filled in. */

import type { DocumentModel } from '../../core/document/document.ts'
import { factsOf, isProse, sumOver } from './facts.ts'
import { wordCount } from './wordCount.ts'

/** Fewer words are just a title and a sketch. */
const fewestWords = 25

/** Whether there is something to judge: enough words of the author's, and not too many of template places. */
export function isWritten(document: DocumentModel): boolean {
  const facts = factsOf(document)
  const words = countWords(facts)
  const open = countOpenWords(facts)
  return words - open >= fewestWords && open < words * mostOpen
}

const countWords = sumOver((block) => (isProse(block) ? block.scan.words : 0))

const countOpenWords = sumOver((block) => {
  let open = 0
  if (isProse(block)) for (const [placeholder] of block.text.matchAll(bracketed)) open += wordCount(placeholder)
  return open
})

/** With a larger share of its words in brackets, a text is a template. */
export const mostOpen = 1 / 4

/** Text in brackets that is not a link. */
const bracketed = /\[[^[\]\n]{3,300}\](?![([:])/g
