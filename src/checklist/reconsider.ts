/** Judges once more, by a sentence that speaks of the matter in other words than the judge knows. */
import type { DocumentModel } from '../core/document/document.ts'
import type { Kind } from '../reading/opinion/model.ts'
import { countSentences, leastScore, type Opinion, opinionsOn } from '../reading/opinion/opinion.ts'
import { type Facts, factsOf } from '../reading/prose/facts.ts'
import { type ChecklistId, type Judgement, judgement } from './judgement.ts'

/** What the model has learned of the items. Of failures and monitoring it is not sure: they read like any step of a program. */
const kindsOf: Readonly<Partial<Record<ChecklistId, readonly Kind[]>>> = {
  scaling: ['scaling'],
  'cost-estimate': ['cost'],
  security: ['security'],
}

/** The more sentences there are, the surer one has to be: of so many documents, one may have a sentence that is believed wrongly. */
const documents = 16
/** In the shortest document, too, one has to be as sure as for one false alarm in so many sentences. */
const leastRarity = 500
/** A longer document has room for the words that the judges know; a sentence of it that sounds like the matter mostly is an aside. */
const mostSentences = 45

/** What nothing was found for is no longer `missing` where a sentence certainly speaks of it. */
export function reconsider(document: DocumentModel, id: ChecklistId, found: Judgement): Judgement {
  const kinds = kindsOf[id]
  if (found.status !== 'missing' || !kinds) return found
  const surest = findSurest(factsOf(document), kinds)
  return surest ? judgement('partial', 'A sentence speaks of it, and hardly more is said.', surest) : found
}

function findSurest(facts: Facts, kinds: readonly Kind[]): Opinion | undefined {
  const count = countSentences(facts, mostSentences)
  if (count > mostSentences) return undefined
  const [surest] = kinds
    .flatMap((kind) => {
      const least = leastScore(kind, Math.max(leastRarity, count * documents))
      return opinionsOn(facts, kind, least).map((opinion) => ({ opinion, margin: opinion.score - least }))
    })
    .toSorted((a, b) => b.margin - a.margin)
  return surest?.opinion
}
