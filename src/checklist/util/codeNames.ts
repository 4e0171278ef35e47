import { type Range, rangeOf } from '../../core/document.ts'
import { blockIndexAt, type Facts } from './facts.ts'

/**
 * Where three or more things set as code stand right beside a word such as "field" or "setting": `name` field, the
 * property `size`. Undefined where there are fewer.
 */
export function namedWith(facts: Facts, concept: 'setting' | 'entity' | 'part'): Range | undefined {
  const names = new Set<string>()
  let first: Range | undefined
  for (const node of facts.document.nodes('inlineCode')) {
    const { start, end } = rangeOf(node)
    const block = facts.blocks[blockIndexAt(facts, start)]
    if (!block?.scan.concepts.has(concept)) continue
    const isBeside = block.scan.hits.some(
      (hit) =>
        hit.concept === concept &&
        ((block.start + hit.start >= end && block.start + hit.start - end < 3) ||
          (block.start + hit.end <= start && start - block.start - hit.end < 3)),
    )
    if (!isBeside) continue
    names.add(node.value)
    first ??= { start, end }
  }
  return names.size >= 3 ? first : undefined
}
