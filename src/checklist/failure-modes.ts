import type { DocumentModel } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { Block } from './util/blocks.ts'
import { areNear, blocksOf, factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'
import { tablesOf } from './util/tables.ts'

/** Whether specific failures are named with what happens then. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('failures') && rows >= 2)
  if (table) return judgement('met', 'A table gives failures and what is done.', table)
  const sections = new Set(partsAbout(facts, 'failureHeading', 25).flatMap((part) => blocksOf(facts, part)))
  const cases = proseOf(facts).filter(
    (block) => isCase(block) || (sections.has(block) && block.scan.concepts.has('failure') && block.scan.words >= 8),
  )
  const [first] = cases
  if (first && cases.length >= 2)
    return judgement('met', 'Failures are named with what happens then.', placeOf(first, 'hardFailure', 'failure'))
  const mention = first ?? proseOf(facts).find(({ scan }) => scan.concepts.has('hardFailure'))
  if (mention)
    return judgement(
      'partial',
      'Failure is mentioned, but hardly two cases with what happens then.',
      placeOf(mention, 'hardFailure', 'failure'),
    )
  return judgement('missing', 'Nothing says what can fail and what happens then.')
}

/** A failure with a condition and a consequence close by. */
const isCase = (block: Block): boolean =>
  areNear(block, 'hardFailure', 'handling', 120) && areNear(block, 'hardFailure', 'condition', 100)
