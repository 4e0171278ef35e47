/** Judges whether a design estimates what it costs, in money or in resources. */

import type { DocumentModel } from '../core/document/document.ts'
import type { Block } from '../reading/prose/blocks.ts'
import { blocksOf, type Facts, factsOf, haveNear, placeOf, proseOf, sectionFactsAbout } from '../reading/prose/facts.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether the document estimates what the design costs, in money or resources. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const money = prose.find(({ scan }) => scan.quantities.some(({ kind }) => kind === 'money'))
  if (money) return judgement('met', 'Costs are given in money.', money)
  const figure =
    prose.find(isMeasured) ??
    findInSection(facts) ??
    tablesOf(facts).find(({ subjects, rows }) => subjects.has('costs') && rows > 0)
  if (figure) return judgement('met', 'Resources are given with figures.', figure)
  const mentions = prose.filter(({ scan }) => scan.concepts.has('cost') || scan.concepts.has('resourceUse'))
  const mention = mentions[0] ?? findDrawback(facts) ?? findCheap(facts)
  if (!mention) return judgement('missing', 'Nothing says what it costs to build or run.')
  const sized =
    mentions.length >= 4 ? prose.find((block) => hasAmount(block) && block.scan.concepts.has('resource')) : undefined
  if (sized) return judgement('met', 'Costs are discussed, and resources given with figures.', sized)
  return judgement(
    'partial',
    'Cost is mentioned without figures.',
    placeOf(mention, 'cost', 'resourceUse', 'burden', 'cheap'),
  )
}

/** A figure of resources in a section on costs. */
const findInSection = (facts: Facts): Block | undefined =>
  sectionFactsAbout(facts, 'costHeading')
    .flatMap((section) => blocksOf(facts, section))
    .find((block) => block.kind !== 'code' && hasAmount(block))

/** That something is expensive, said twice; once it is mostly said of something else. */
function findCheap(facts: Facts): Block | undefined {
  const blocks = proseOf(facts).filter(({ scan }) => scan.concepts.has('cheap'))
  return blocks.length >= 2 ? blocks[0] : undefined
}

/** Performance or complexity named among the drawbacks. */
const findDrawback = (facts: Facts): Block | undefined =>
  sectionFactsAbout(facts, 'drawbackHeading')
    .flatMap((section) => blocksOf(facts, section))
    .find(({ kind, scan }) => kind !== 'code' && scan.concepts.has('burden'))

const hasAmount = ({ scan }: Block): boolean =>
  scan.quantities.some(({ kind }) => kind === 'bytes' || kind === 'cpu' || kind === 'people')

/** A word of cost or of used resources with a figure near it. */
function isMeasured({ scan }: Block): boolean {
  const words = scan.hits.filter(({ concept }) => concept === 'cost' || concept === 'resourceUse')
  if (words.length === 0) return false
  const figures = scan.quantities.filter(
    ({ kind }) => kind === 'bytes' || kind === 'cpu' || kind === 'percent' || kind === 'people',
  )
  return haveNear(words, figures, 100)
}
