import type { DocumentModel, Range } from '../../core/document.ts'
import type { Block } from './blocks.ts'
import { factsOf, proseOf } from './facts.ts'

/** Fewer words are a title and a sketch. */
const fewestWords = 25

/** Whether there is something to judge: more words of the author's than places of a template to be filled in. */
export function isWritten(document: DocumentModel): boolean {
  const { words, open } = countWords(proseOf(factsOf(document)))
  return words - open >= fewestWords && open < words * mostOpen
}

/** Whether a stretch of a document, or all of it, waits to be filled in. */
export function isOpen(document: DocumentModel, within?: Range): boolean {
  const blocks = proseOf(factsOf(document)).filter(
    ({ start }) => !within || (start >= within.start && start < within.end),
  )
  const { words, open } = countWords(blocks)
  return open > 0 && open >= words * mostOpen
}

function countWords(blocks: readonly Block[]): { readonly words: number; readonly open: number } {
  let words = 0
  let open = 0
  for (const { text, scan } of blocks) {
    words += scan.words
    for (const [placeholder] of text.matchAll(bracketed)) open += placeholder.split(/\s+/).length
  }
  return { words, open }
}

/** With a larger share of its words in brackets a text is a template. */
const mostOpen = 1 / 4

/** Words in brackets that are no link. */
const bracketed = /\[[^[\]\n]{3,300}\](?![([:])/g
