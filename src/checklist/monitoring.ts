import type { DocumentModel } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import { factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'

const strong = ['metric', 'alert', 'dashboard', 'trace', 'health'] as const

/** Whether the document names what one observes to see that it works. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const section = partsAbout(facts, 'monitoringHeading', 20)[0]
  const observed = prose.filter(({ scan }) => strong.some((concept) => scan.concepts.has(concept)))
  const kinds = strong.filter((concept) => observed.some(({ scan }) => scan.concepts.has(concept)))
  if (section && observed.length >= 1) return judgement('met', 'A section says what is observed.', section.heading)
  const [first] = observed
  if (first && observed.length >= 3 && kinds.length >= 2)
    return judgement('met', 'It is named what is observed.', placeOf(first, ...strong))
  const mention =
    first ??
    prose.find(({ scan }) => scan.concepts.has('logging')) ??
    prose.find(({ scan }) => scan.concepts.has('watch'))
  if (mention)
    return judgement('partial', 'Observation is mentioned in passing.', placeOf(mention, ...strong, 'logging', 'watch'))
  return judgement('missing', 'Nothing says how one would see that it works: metrics, alerts, logs.')
}
