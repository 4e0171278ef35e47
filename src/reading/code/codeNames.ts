/** Finds names in code font next to a word such as “field” or “setting”. */

import type { Range } from '../../core/text/range.ts'
import type { Block } from '../prose/blocks.ts'
import { blockIndexAt, type Facts } from '../prose/facts.ts'

type Neighbour = 'setting' | 'entity' | 'component'

/**
 * The first of three or more different code spans that stand right next to a word such as "field" or "setting": `name`
 * field, the property `size`. Undefined if there are fewer.
 */
export function namedWith(facts: Facts, concept: Neighbour): Range | undefined {
  const names = new Set<string>()
  let first: Range | undefined
  let inBlock: Block | undefined
  let edges = new Set<number>()
  for (const node of facts.document.nodes('inlineCode')) {
    const { start, end } = facts.document.rangeOf(node)
    const block = facts.blocks[blockIndexAt(facts, start)]
    if (!block?.scan.concepts.has(concept)) continue
    if (block !== inBlock) edges = edgesOf(block, concept)
    inBlock = block
    // Between the name and the word there is one space, or a space and a bracket.
    const isBeside = [1, 2].some((gap) => edges.has(end + gap) || edges.has(start - gap))
    if (!isBeside) continue
    names.add(node.value)
    first ??= { start, end }
    if (names.size >= 3) return first
  }
  return undefined
}

/** Offsets in the document at which words of a concept begin or end. */
function edgesOf({ start, scan }: Block, concept: Neighbour): Set<number> {
  const edges = new Set<number>()
  for (const hit of scan.hits) if (hit.concept === concept) edges.add(start + hit.start).add(start + hit.end)
  return edges
}
