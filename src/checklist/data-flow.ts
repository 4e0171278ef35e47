import type { List } from 'mdast'
import { type DocumentModel, type Range, rangeOf } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import type { Block } from './util/blocks.ts'
import { blockIndexAt, bodyWords, type Facts, factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'
import { picturesOf } from './util/pictures.ts'

/** Whether one can follow a request or piece of data through the parts, in order. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const sequence = picturesOf(facts).find(({ subject }) => subject === 'sequence')
  if (sequence) return judgement('met', 'A sequence diagram shows the order of messages.', sequence)
  const steps = document.nodes('list').find((list) => isSteps(facts, list))
  if (steps) return judgement('met', 'Numbered steps show what happens in order.', rangeOf(steps))
  const prose = proseOf(facts)
  const ordered = prose.filter((block) => flowWeight(block) >= 5)
  const [first] = ordered
  if (ordered.length >= 2 && first) return judgement('met', 'The text tells in order what moves where.', first)
  const fragment = first ?? prose.find((block) => flowWeight(block) >= 2)
  const picture = picturesOf(facts).find(({ subject }) => subject === 'flow')
  const section = partsAbout(facts, 'flowHeading').find((part) => bodyWords(facts, part) >= 30)
  const found: Range | undefined =
    (fragment && (placeOf(fragment, 'flowVerb') ?? fragment)) ?? picture ?? section?.heading
  if (found) return judgement('partial', 'Pieces of a flow are told, but none from its start to its end.', found)
  return judgement('missing', 'Nothing tells how a request or piece of data moves through the parts.')
}

/** Three or more numbered items, most of which do something with a message or data. */
function isSteps(facts: Facts, list: List): boolean {
  if (!list.ordered || list.children.length < 3) return false
  const active = list.children.filter((item) => {
    const block = facts.blocks[blockIndexAt(facts, rangeOf(item.children[0] ?? item).start)]
    return block?.scan.concepts.has('flowVerb')
  })
  return active.length >= 3 && active.length * 2 >= list.children.length
}

/** How much a paragraph tells of a flow: movements, when words put them in order. */
function flowWeight({ scan }: Block): number {
  if (!scan.concepts.has('flowVerb') || !scan.concepts.has('order')) return 0
  const moves = new Set<number>()
  for (const { concept, start } of scan.hits) if (concept === 'flowVerb') moves.add(start)
  return moves.size
}
