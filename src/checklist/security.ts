/** Judges whether a design covers security: two or more aspects of it, or one in depth. */

import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blocksOf,
  blocksWith,
  type Facts,
  factsOf,
  placeOf,
  proseOf,
  type SectionFacts,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { type Judgement, judgement } from './judgement.ts'

const aspects = ['authn', 'authz', 'protection', 'threat', 'barrier'] as const

/** Whether security is covered: two or more aspects, or one in depth. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const speaking = blocksWith(facts, ...aspects)
  const [first] = speaking
  const section =
    sectionFactsAbout(facts, 'securityHeading', 30)[0] ??
    sectionFactsAbout(facts, 'securityHeading', 12).find((each) => isAboutTwo(facts, each))
  if (section && first) return judgement('met', 'A section covers security.', section.heading)
  const seen = new Set(speaking.flatMap(aspectsOf)).size
  const place = first && placeOf(first, ...aspects)
  const share = speaking.length / Math.max(1, proseOf(facts).length)
  if ((seen >= 2 && speaking.length >= 6) || (speaking.length >= 6 && share > 0.15) || isDeep(facts, speaking))
    return judgement('met', 'Several aspects of security are covered.', place)
  const named: Range | undefined = place ?? section?.heading ?? findWord(facts)
  if (named) return partly(facts, named)
  return judgement('missing', 'The document does not cover security: who may do what, and how data is protected.')
}

/** Says what there is: a section with too little, one in which nothing was recognised, or only a mention. */
function partly(facts: Facts, named: Range): Judgement {
  const [section] = sectionFactsAbout(facts, 'securityHeading', 1)
  if (!section) return judgement('partial', 'Security is only mentioned in passing.', named)
  return blocksOf(facts, section).some((block) => aspectsOf(block).length > 0)
    ? judgement('partial', 'There is a section on security, but it says little.', section.heading)
    : judgement(
        'partial',
        'There is a section on security, but nothing was found in it on who may do what, or how data is protected.',
        section.heading,
      )
}

const aspectsOf = ({ scan }: Block) => aspects.filter((aspect) => scan.concepts.has(aspect))

/** Whether a section, however short, covers two aspects. */
const isAboutTwo = (facts: Facts, section: SectionFacts): boolean =>
  new Set(blocksOf(facts, section).flatMap(aspectsOf)).size >= 2

/** Whether three aspects are covered under one heading. */
function isDeep(facts: Facts, speaking: readonly Block[]): boolean {
  const together = new Map<unknown, Set<string>>()
  for (const block of speaking) {
    const section = facts.sectionOf(block)
    const set = together.get(section) ?? new Set()
    for (const aspect of aspectsOf(block)) set.add(aspect)
    together.set(section, set)
    if (set.size >= 3) return true
  }
  return false
}

function findWord(facts: Facts): Range | undefined {
  const block = blocksWith(facts, 'secure').find(({ kind }) => kind !== 'code')
  return block && placeOf(block, 'secure')
}
