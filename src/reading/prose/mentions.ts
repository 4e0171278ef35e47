/** Finds where a document speaks of something, and where it claims that something is so. */

import type { Range } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import type { Block } from './blocks.ts'
import { blocksWith, type Facts, isProse } from './facts.ts'

/** A place where a document speaks of something. */
export interface Mention extends Range {
  readonly block: Block
  /** The words themselves, on one line. */
  readonly words: string
  /** The words with what follows them, up to a comma or the end of the sentence; short. */
  readonly clause: string
}

/** Every place in some blocks that speaks of one of some concepts. */
export const mentionsOf = (blocks: readonly Block[], ...concepts: readonly Concept[]): readonly Mention[] =>
  blocks
    .filter(({ scan }) => concepts.some((concept) => scan.concepts.has(concept)))
    .flatMap((block) => block.scan.hits.filter(({ concept }) => concepts.includes(concept)).map(mentionIn(block)))

/**
 * Where the author says that something is so, and not that it shall not be so, was so, or is so elsewhere.
 *
 * @param nouns concepts of which one has to follow within a few words, and then belongs to the mention
 */
export const statementsOf = (facts: Facts, concept: Concept, nouns?: readonly Concept[]): readonly Mention[] =>
  blocksWith(facts, concept).flatMap((block) => {
    const { scan, text } = block
    if (!isProse(block)) return []
    return scan.hits.flatMap((hit) => {
      if (hit.concept !== concept || isDenied(text, hit)) return []
      const noun = nouns && scan.hits.find((each) => nouns.includes(each.concept) && isNext(text, hit, each))
      if (nouns && !noun) return []
      return [mentionIn(block)({ start: hit.start, end: (noun ?? hit).end })]
    })
  })

/** Whether one place follows another within a few words of the same clause. */
const isNext = (text: string, { end }: Range, { start }: Range): boolean =>
  start >= end && start - end <= 25 && /^[\s\w"'`-]*$/.test(text.slice(end, start))

const mentionIn =
  (block: Block) =>
  ({ start, end }: Range): Mention =>
    mentionAt(block, { start: block.start + start, end: block.start + end })

/** A place in a block as a mention; offsets are the document's. */
export function mentionAt(block: Block, { start, end }: Range): Mention {
  const from = start - block.start
  const to = end - block.start
  const rest = block.text.slice(to, to + 30)
  // A word that is cut off is left out.
  const after = (rest.length < 30 ? rest : rest.replace(/\s\S*$/, '')).split(/[^\p{L}\p{N}\s-]/u, 1)[0] ?? ''
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    block,
    start,
    end,
    words: oneLine(block.text.slice(from, to)),
    clause: oneLine(block.text.slice(from, to) + after),
  }
}

/** The sentence that a mention stands in, within 200 characters on either side. */
export function sentenceOf({ block, start, end }: Mention): string {
  const before = block.text.slice(Math.max(0, start - block.start - 200), start - block.start)
  const after = block.text.slice(start - block.start, end - block.start + 200)
  return `${before.split(/[.?!]\s/).at(-1)}${after.split(/[.?!](?:\s|$)/, 1)[0]}`
}

const isDenied = (text: string, place: Range): boolean => denialOf(text, place) !== undefined

/** The words by which the sentence up to a place, or the few words after it, take back what stands there. */
export function denialOf(text: string, { start, end }: Range): string | undefined {
  const before = text.slice(Math.max(0, start - 80), start)
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), 0))
  const after = text.slice(end, end + 60).split(/[.;\n]/, 1)[0] ?? ''
  return (
    denial.exec(sentence)?.[0] ??
    /\?/.exec(after)?.[0] ??
    /\b(?:is|are|was|were) (?:not|avoided|rejected|ruled out)\b/i.exec(after)?.[0]
  )
}

const denial =
  /\b(?:not?|never|neither|nor|none|without|avoid\w*|prevent\w*|instead|rather|reject\w*|eliminat\w*|remov\w*|against|problem\w*|risk\w*|drawback\w*|unlike|alternative\w*|previous\w*|today|current\w*|cannot|would|could|if|unless|no longer|away from)\b|n['’]t\b/i
