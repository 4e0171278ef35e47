/** Finds the technologies that a design says it uses and that need people to operate them. */

import type { DocumentModel } from '../../core/document/document.ts'
import { factsOf } from '../prose/facts.ts'
import { type Mention, statementsOf } from '../prose/mentions.ts'

/** Technologies that need people to operate them, once each, where the author first says that they are used. */
export function technologiesOf(document: DocumentModel): readonly Mention[] {
  const names = new Map<string, Mention>()
  const title = document.title?.title.toLowerCase() ?? ''
  for (const mention of statementsOf(factsOf(document), 'heavyweight')) {
    const name = mention.words.toLowerCase().replace(/s$/, '').replace('k8', 'kubernete')
    // What the document itself is about is not introduced by it.
    if (!names.has(name) && !title.includes(name)) names.set(name, mention)
  }
  return [...names.values()]
}
