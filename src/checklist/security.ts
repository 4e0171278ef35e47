import type { DocumentModel, Range } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import { factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'

const aspects = ['authn', 'authz', 'protection', 'threat', 'barrier'] as const

/** Whether security is treated: two or more aspects, or one in depth. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const section = partsAbout(facts, 'securityHeading', 40)[0]
  const places: Range[] = []
  const counts = aspects.map((aspect) => {
    const blocks = prose.filter(({ scan }) => scan.concepts.has(aspect))
    const place = blocks[0] && placeOf(blocks[0], aspect)
    if (place) places.push(place)
    return blocks.length
  })
  const seen = counts.filter((count) => count > 0).length
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (section && seen >= 1) return judgement('met', 'A section treats security.', section.heading)
  if ((seen >= 2 && total >= 4) || total >= 6)
    return judgement('met', 'Several aspects of security are treated.', places[0])
  const named =
    places[0] ?? section?.heading ?? prose.map((block) => placeOf(block, 'secure')).find((place) => place !== undefined)
  if (named) return judgement('partial', 'Security is only touched in passing.', named)
  return judgement('missing', 'Nothing is said of security: who may do what, and how data is protected.')
}
