import type { DocumentModel } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { Block } from './util/blocks.ts'
import { blocksOf, type bodyWords, type Facts, factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'

/** Whether the document says how the design behaves as load or data grows. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const treated = partsAbout(facts, 'scaleHeading', 40).find((part) => isTreated(facts, part))
  if (treated) return judgement('met', 'A section says how the design copes with growth.', treated.heading)
  const measured = prose.filter(isMeasured)
  const means = new Set(prose.flatMap((block) => (block.scan.concepts.has('strongGrowth') ? meansOf(block) : [])))
  const [first] = measured
  if (first && (measured.length >= 3 || (measured.length >= 1 && means.size >= 3)))
    return judgement('met', 'Growth is treated with figures.', placeOf(first, 'strongGrowth', 'growth'))
  const mention =
    first ??
    prose.find(({ scan }) => scan.concepts.has('strongGrowth')) ??
    prose.find(({ scan }) => scan.concepts.has('growth') && scan.concepts.has('scaleMeans'))
  if (mention)
    return judgement(
      'partial',
      'Growth is mentioned, but not how the design copes with it.',
      placeOf(mention, 'strongGrowth', 'growth'),
    )
  return judgement('missing', 'Nothing says what happens as load or data grows.')
}

/** A section under a heading about growth counts when it has figures or names means. */
function isTreated(facts: Facts, part: Parameters<typeof bodyWords>[1]): boolean {
  const blocks = blocksOf(facts, part)
  return blocks.some(({ scan }) => scan.quantities.length > 0 || scan.concepts.has('scaleMeans'))
}

/** A word of growth with a figure near it. */
const isMeasured = (block: Block): boolean =>
  block.scan.quantities.some((quantity) =>
    block.scan.hits.some(
      ({ concept, start, end }) =>
        concept === 'strongGrowth' && Math.abs(start - quantity.end) < 120 && Math.abs(end - quantity.start) < 160,
    ),
  )

const meansOf = ({ scan, text }: Block): readonly string[] =>
  scan.hits
    .filter(({ concept }) => concept === 'scaleMeans')
    .map(({ start }) => text.slice(start, start + 4).toLowerCase())
