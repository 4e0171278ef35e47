/** Finds the words with which a demand states a quality without saying how much of it. */
import type { DocumentModel } from '../../core/document/document.ts'
import { createCodeTest } from '../../core/document/places.ts'
import { leastScore, opinionsIn } from '../opinion/opinion.ts'
import type { Block } from '../prose/blocks.ts'
import { areNear } from '../prose/facts.ts'
import { type Mention, mentionsOf } from '../prose/mentions.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'

/**
 * How rare a score must be: one in this many sentences of real documents has it. Few of those are among requirements,
 * so the number can be low.
 */
const rarity = 200
/** The distance between a quality and the verb that demands it, in UTF-16 units. */
const near = 60

export interface VagueWords {
  /**
   * The words in some blocks that always state a quality, or, if there are none, the first that judges in each sentence
   * that sounds like it.
   *
   * @param isStory whether the blocks describe what people do; then only words near one such as *must* count
   */
  find(blocks: readonly Block[], isStory: boolean): readonly Mention[]
  /** Whether a word is said of what is wanted: not in code, a link or a name, and not denied. */
  counts(word: Mention): boolean
}

/** The words that always state a quality, and those that only do so in some sentences. */
interface Concepts {
  readonly sure: Concept
  readonly judging: Concept
}

export function createVagueWords(document: DocumentModel, { sure, judging }: Concepts): VagueWords {
  const isCode = createCodeTest(document)
  const links = document.nodes('link').map((node) => document.rangeOf(node))
  const counts = (word: Mention): boolean =>
    !isCode(word.start) &&
    !isName(word) &&
    !isDenied(word) &&
    (!isCompared(word) || areNear(word.block, 'modal', sure, near)) &&
    !links.some(({ start, end }) => start <= word.start && word.start < end)
  const wordsIn = (blocks: readonly Block[], concept: Concept, isStory: boolean) =>
    outermost(mentionsOf(isStory ? blocks.filter((block) => areNear(block, 'modal', concept, near)) : blocks, concept))
  return {
    find(blocks, isStory) {
      const stated = wordsIn(blocks, sure, isStory)
      if (stated.length > 0) return stated
      const judged = wordsIn(blocks, judging, isStory).filter(counts)
      if (judged.length === 0) return []
      return opinionsIn(blocks, 'vague-quality', leastScore('vague-quality', rarity)).flatMap(
        ({ start, end }) => judged.find((word) => start <= word.start && word.end <= end) ?? [],
      )
    },
    counts,
  }
}

/** The outermost of nested mentions. */
const outermost = (mentions: readonly Mention[]): readonly Mention[] => {
  let until = 0
  return mentions.filter(({ start, end }) => {
    if (start < until) return false
    until = end
    return true
  })
}

/** Whether a quality is denied, or said of the past: this may be the reason for a requirement, but is none. */
const isDenied = ({ block, start }: Mention): boolean =>
  /\b(?:was|were) (?:\w+ ){0,2}\w+(?:ed|en) (?:very |quite |too )?$|\b(?:(?:is|are|was|were) (?:hardly|neither|not)|(?:is|are|was|were)n['’]t)\b[^.;:]{0,40}$|\bno $/i.test(
    block.text.slice(Math.max(0, start - block.start - 60), start - block.start),
  )

/** Whether one way is compared with others, as in `the most efficient way to compare them`. */
const isCompared = ({ block, start, end }: Mention): boolean =>
  /\bthe (?:more|most|less|least) $/i.test(
    block.text.slice(Math.max(0, start - block.start - 10), start - block.start),
  ) &&
  /^ (?:approach|choice|one|option|solution|thing|way)\b/i.test(
    block.text.slice(end - block.start, end - block.start + 12),
  )

/** Whether a word is part of a name: `Fast Healthcare Interoperability Resources`. */
const isName = ({ block, end, words }: Mention): boolean =>
  /^\p{Lu}/u.test(words) && /^ \p{Lu}/u.test(block.text.slice(end - block.start, end - block.start + 2))
