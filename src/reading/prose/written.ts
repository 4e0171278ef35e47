/** Tells text of the author's from places of a template that wait to be filled in. */

import { remember } from '../../core/data/remember.ts'
import type { DocumentModel, Range } from '../../core/document/document.ts'
import type { Block } from './blocks.ts'
import { type Facts, factsOf, proseOf } from './facts.ts'
import type { Scan } from './scan.ts'

/** Fewer words are a title and a sketch. */
const fewestWords = 25

/** Whether there is something to judge: more words of the author's than places of a template to be filled in. */
export function isWritten(document: DocumentModel): boolean {
  const { words, open } = countAll(factsOf(document))
  return words - open >= fewestWords && open < words * mostOpen
}

/** Whether a stretch of a document, or all of it, waits to be filled in. */
export function isOpen(document: DocumentModel, within?: Range): boolean {
  const facts = factsOf(document)
  const { words, open } = within ? countWords(proseOf(facts), within) : countAll(facts)
  return open > 0 && open >= words * mostOpen
}

const countAll = remember((facts: Facts) => countWords(proseOf(facts)))

function countWords(blocks: readonly Block[], within?: Range): { readonly words: number; readonly open: number } {
  let words = 0
  let open = 0
  for (const { start, text, scan } of blocks) {
    if (within && (start < within.start || start >= within.end)) continue
    words += scan.words
    open += countOpen(scan, text)
  }
  return { words, open }
}

const countOpen = remember((_: Scan, text: string): number => {
  let open = 0
  for (const [placeholder] of text.matchAll(bracketed)) open += placeholder.split(/\s+/).length
  return open
})

/** With a larger share of its words in brackets a text is a template. */
const mostOpen = 1 / 4

/** Words in brackets that are no link. */
const bracketed = /\[[^[\]\n]{3,300}\](?![([:])/g
