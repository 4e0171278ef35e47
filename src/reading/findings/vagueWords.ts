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
   * @param isStory whether the blocks describe what people do; then only those with one near *must* or the like count
   */
  find(blocks: readonly Block[], isStory: boolean): readonly Mention[]
  /** Whether a quality is wanted and left at that: not in code, a link or a name, not denied, and not spelled out. */
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
  const isWanted = (word: Mention, concept: Concept): boolean =>
    !isCode(word.start) &&
    !isName(word) &&
    !isDenied(word) &&
    !isSpelledOut(word, concept === judging) &&
    (!isCompared(word) || areNear(word.block, 'modal', concept, near)) &&
    !links.some(({ start, end }) => start <= word.start && word.start < end)
  const wordsIn = (blocks: readonly Block[], concept: Concept, isStory: boolean) =>
    outermost(mentionsOf(isStory ? blocks.filter((block) => areNear(block, 'modal', concept, near)) : blocks, concept))
  const counts = (word: Mention): boolean => isWanted(word, sure) && !isUnneeded(word)
  return {
    find(blocks, isStory) {
      const stated = wordsIn(blocks, sure, isStory)
      if (stated.length > 0) return stated.filter(counts)
      // Here a denial states the quality: `should not take too long`.
      const judged = wordsIn(blocks, judging, isStory).filter((word) => isWanted(word, judging))
      if (judged.length === 0) return []
      return opinionsIn(blocks, 'vague-quality', leastScore('vague-quality', rarity)).flatMap(({ start, end }) => {
        const [first, ...others] = judged.filter((word) => start <= word.start && word.end <= end)
        return (first && isLabel(first) ? others[0] : undefined) ?? first ?? []
      })
    },
    counts,
  }
}

/** The text of a word's block before and after the word. */
const around = ({ block, start, end }: Mention): readonly [before: string, after: string] => [
  block.text.slice(Math.max(0, start - block.start - 80), start - block.start),
  block.text.slice(end - block.start, end - block.start + 300),
]

/** Whether a quality is not asked for: `need not be fast`, `a fast import is not needed`. */
function isUnneeded(word: Mention): boolean {
  const [before, after] = around(word)
  return (
    /\b(?:not|never|cannot|\w{2,6}n['’]t|nicht|nie|kein(?:e[mnrs]?)?)(?: \w{1,20}){0,3} $/i.test(before) ||
    /\b(?:is|are) (?:no goal|not (?:a goal|necessary|needed|required))\b/i.test(after.split(/[.;:]/, 1)[0] ?? '')
  )
}

/**
 * Whether the sentence goes on to say what the quality means, or how it is checked: `Robust: a corrupt file never stops
 * the import.` A purpose, as in `fast so that nobody waits`, or a condition says so only of a word that judges.
 */
function isSpelledOut(word: Mention, judges: boolean): boolean {
  const [rest = ''] = around(word)[1].split(/(?<!\b(?:e\.g|i\.e))[.!?]\s/, 1)
  return (
    /\b(?:at least|at most|exactly) once\b|\bi\.e\.|\bthat is,|\b(?:checked|measured|tested|verified) (?:by|in|with)\b|\b(?:audit|benchmark|test)s? (?:\w{1,20} ){0,3}(?:check|fail|measure)s?\b/i.test(
      rest,
    ) ||
    ((judges || isLabel(word)) && /\beven (?:if|when|while)\b|\bso that\b/i.test(rest)) ||
    (isLabel(word) && /\b(?:cannot|must not|never|without an?)\b/i.test(rest))
  )
}

/** Whether a word is the label of what follows. */
const isLabel = (word: Mention): boolean => /^[*_]{0,3} ?[:|]/.test(around(word)[1])

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
const isDenied = (word: Mention): boolean =>
  /\b(?:was|were) (?:\w+ ){0,2}\w+(?:ed|en) (?:very |quite |too )?$|\b(?:(?:is|are|was|were) (?:hardly|neither|not)|(?:is|are|was|were)n['’]t)\b[^.;:]{0,40}$|\bno $/i.test(
    around(word)[0].slice(-60),
  )

/** Whether one way is compared with others, as in `the most efficient way to compare them`. */
function isCompared(word: Mention): boolean {
  const [before, after] = around(word)
  return (
    /\bthe (?:more|most|less|least) $/i.test(before) &&
    /^ (?:approach|choice|one|option|solution|thing|way)\b/i.test(after)
  )
}

/** Whether a word is part of a name: `Fast Healthcare Interoperability Resources`. */
const isName = (word: Mention): boolean => /^\p{Lu}/u.test(word.words) && /^ \p{Lu}/u.test(around(word)[1])
