import type { DocumentModel } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { Block } from './util/blocks.ts'
import { blocksOf, factsOf, haveNear, partsAbout, placeOf, proseOf } from './util/facts.ts'

/** Whether the document says how the design behaves as load or data grows. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const section = partsAbout(facts, 'scaleHeading', 15)[0]
  const treating = prose.filter(isTreating)
  const isKnown = new Set(treating)
  const inSection = section ? blocksOf(facts, section).filter((block) => isKnown.has(block)).length : 0
  const [first] = treating
  if (section && inSection > 0 && treating.length >= 2)
    return judgement('met', 'A section says how the design copes with growth.', section.heading)
  if (first && treating.length >= 3)
    return judgement('met', 'Growth is treated with figures and means.', placeOf(first, 'strongGrowth'))
  const mention =
    first ??
    facts.blocks.find(({ kind, scan }) => kind !== 'code' && scan.concepts.has('strongGrowth')) ??
    findLesser(prose)
  if (mention)
    return judgement(
      'partial',
      'Growth is mentioned, but not how the design copes with it.',
      placeOf(mention, 'strongGrowth', 'growth', 'scaleMeans'),
    )
  return judgement('missing', 'Nothing says what happens as load or data grows.')
}

/** Lesser words speak of growth only together, or again and again. */
function findLesser(prose: readonly Block[]): Block | undefined {
  const lesser = prose.filter(({ scan }) => scan.concepts.has('growth') || scan.concepts.has('scaleMeans'))
  return (
    lesser.find(({ scan }) => scan.concepts.has('growth') && scan.concepts.has('scaleMeans')) ??
    (lesser.length >= 4 ? lesser[0] : undefined)
  )
}

/** A word of growth that comes with a figure, or with a second word that says by what means. */
function isTreating({ scan, text }: Block): boolean {
  if (!scan.concepts.has('strongGrowth')) return false
  const words = scan.hits.filter(({ concept }) => concept === 'strongGrowth')
  if (haveNear(words, scan.quantities, 120)) return true
  const means = scan.hits.filter(({ concept }) => concept === 'scaleMeans' || concept === 'strongGrowth')
  // A paragraph that speaks of growth so often need not be read to its end.
  return words.slice(0, 20).some((word) => {
    const others = means.filter(
      ({ start }) => Math.abs(start - word.start) < 400 && stemAt(text, start) !== stemAt(text, word.start),
    )
    return haveNear([word], others, 200)
  })
}

/** Enough of a word to tell it from another. */
const stemAt = (text: string, start: number): string => text.slice(start, start + 5).toLowerCase()
