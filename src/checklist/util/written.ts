import type { DocumentModel } from '../../core/document.ts'
import { factsOf, proseOf } from './facts.ts'

/** Fewer words are a title and a sketch. */
const fewestWords = 25

/** Whether there is something to judge: more words of the author's than places of a template to be filled in. */
export function isWritten(document: DocumentModel): boolean {
  let words = 0
  let open = 0
  for (const { text, scan } of proseOf(factsOf(document))) {
    words += scan.words
    for (const [placeholder] of text.matchAll(bracketed)) open += placeholder.split(/\s+/).length
  }
  return words - open >= fewestWords && open < words / 4
}

/** Words in brackets that are no link. */
const bracketed = /\[[^[\]\n]{3,300}\](?![([:])/g
