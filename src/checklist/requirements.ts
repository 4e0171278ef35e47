/** Judges whether a design says what it must do, and how well. */

import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import {
  areNear,
  blocksOf,
  type Facts,
  factsOf,
  placeOf,
  proseWith,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import type { Quantity } from '../reading/prose/scan.ts'
import { qualityListedIn } from '../reading/sections/german.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether the document says what the design must do, and how well. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const demand = findDemand(facts)
  const quality = findQuality(facts)
  if (demand && quality) return judgement('met', 'The document says what must be done and how well.', demand)
  if (demand)
    return judgement(
      'partial',
      'The document says what must be done, but not how well: speed, scale, availability, cost.',
      demand,
    )
  if (quality) return judgement('partial', 'A quality requirement is stated, but not what must be done.', quality)
  const motive = sectionFactsAbout(facts, 'backgroundHeading')[0]
  if (motive) return judgement('partial', 'There is a motivation, but no requirements.', motive.heading)
  return judgement('missing', 'The document does not say what the design must do.')
}

/** A section of goals, or else the first sentence that demands something. */
function findDemand(facts: Facts): Range | undefined {
  const [section] = sectionFactsAbout(facts, 'aimHeading')
  if (section) return section.heading
  const aims = proseWith(facts, 'requirement', 'plan').filter(
    (block) => block.scan.concepts.has('requirement') || areNear(block, 'plan', 'aim', 60),
  )
  const [aim] = aims
  return aim && placeOf(aim, 'requirement', 'plan')
}

/** Whether a text has a current figure and a target: `from 30 a day to 5`, `140 a month → 5`. */
const tellsChange = (text: string): boolean => arrow.test(text) || (/\bfrom \d/i.test(text) && target.test(text))
const target = /\bto (?:under |about |at most |less than |fewer than |over |more than )?\d/i
const arrow = /→[ ~<≤]{0,4}\d/

/** Whether a figure says how well; an amount in yuan is what users pay. */
const isLimit = ({ kind, start, end }: Quantity, text: string): boolean =>
  kind !== 'count' && !(kind === 'money' && text.slice(start, end).endsWith('元'))

/** A quality in a section of goals, or in a sentence that demands something. */
function findQuality(facts: Facts): Range | undefined {
  for (const section of sectionFactsAbout(facts, 'aimHeading')) {
    const block = blocksOf(facts, section).find(
      ({ kind, scan, text }) =>
        kind !== 'code' &&
        (scan.concepts.has('quality') || scan.quantities.some((each) => isLimit(each, text)) || tellsChange(text)),
    )
    if (block) return placeOf(block, 'quality') ?? block
  }
  const block = proseWith(facts, 'quality').find(
    (each) =>
      areNear(each, 'requirement', 'quality', 150) ||
      areNear(each, 'modal', 'quality', 60) ||
      areNear(each, 'plan', 'quality', 100),
  )
  return (block && placeOf(block, 'quality')) ?? qualityListedIn(facts)
}
