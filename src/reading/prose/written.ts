/** Tells text of the author's from places of a template that wait to be filled in. */

import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import { type Facts, factsOf, proseOf } from './facts.ts'
import type { Scan } from './scan.ts'

/** Fewer words are a title and a sketch. */
const fewestWords = 25

/** Whether there is something to judge: more words of the author's than places of a template to be filled in. */
export function isWritten(document: DocumentModel): boolean {
  const { words, open } = countAll(factsOf(document))
  return words - open >= fewestWords && open < words * mostOpen
}

const countAll = remember((facts: Facts) => {
  let words = 0
  let open = 0
  for (const { text, scan } of proseOf(facts)) {
    words += scan.words
    open += countOpen(scan, text)
  }
  return { words, open }
})

const countOpen = remember((_: Scan, text: string): number => {
  let open = 0
  for (const [placeholder] of text.matchAll(bracketed)) open += placeholder.split(/\s+/).length
  return open
})

/** With a larger share of its words in brackets a text is a template. */
export const mostOpen = 1 / 4

/** Words in brackets that are no link. */
const bracketed = /\[[^[\]\n]{3,300}\](?![([:])/g
