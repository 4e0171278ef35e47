import type { DocumentModel } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { Block } from './util/blocks.ts'
import { blocksOf, factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'
import { tablesOf } from './util/tables.ts'

/** Whether the document estimates what the design costs, in money or resources. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const money = prose.find(({ scan }) => scan.quantities.some(({ kind }) => kind === 'money'))
  if (money) return judgement('met', 'Costs are given in money.', money)
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('costs') && rows >= 1)
  const sections = new Set(partsAbout(facts, 'costHeading', 8).flatMap((part) => blocksOf(facts, part)))
  const measured = prose.find(
    (block) =>
      isMeasured(block) ||
      (sections.has(block) &&
        block.scan.quantities.some(({ kind }) => kind !== 'count' && kind !== 'scale') &&
        block.scan.concepts.has('resource')),
  )
  const figure = measured ?? table
  if (figure) return judgement('met', 'Resources are given with figures.', figure)
  const mention =
    prose.find(({ scan }) => scan.concepts.has('resourceUse')) ?? prose.find(({ scan }) => scan.concepts.has('cost'))
  if (mention)
    return judgement('partial', 'Cost is mentioned without figures.', placeOf(mention, 'cost', 'resourceUse'))
  return judgement('missing', 'Nothing says what it costs to build or run.')
}

/** A word of cost or of used resources with a figure near it. */
const isMeasured = (block: Block): boolean =>
  block.scan.quantities.some(
    (quantity) =>
      (quantity.kind === 'bytes' ||
        quantity.kind === 'cpu' ||
        quantity.kind === 'percent' ||
        quantity.kind === 'time') &&
      block.scan.hits.some(
        ({ concept, start, end }) =>
          (concept === 'cost' || concept === 'resourceUse') && start - quantity.end < 100 && quantity.start - end < 100,
      ),
  )
