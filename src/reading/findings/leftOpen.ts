/** Finds sentences that leave something open: what is not decided, known or written yet. */
import { type DocumentModel, type Range, sectionAt } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import { leastScore, type Opinion, opinionsIn } from '../opinion/opinion.ts'
import { stemOf } from '../opinion/tokens.ts'
import { blocksWith, blocksWithin, type Facts, factsOf } from '../prose/facts.ts'
import { isElsewhere, speaksOf } from '../prose/mentions.ts'
import { hasPlaceholder } from '../sections/findPlaceholders.ts'
import { sectionsAbout, topics } from '../sections/topics.ts'
import type { Titles } from '../vocabulary/titles.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'

/**
 * How rare sentences with such a score are in real documents: one in this many. A free-form document discusses as much
 * as it designs.
 */
const rarity = { freeForm: 300, other: 100 } as const

/** What a sentence must say to leave something open, and the titles under which it may. */
interface Kinds {
  readonly phrase: Concept
  readonly titles: Titles
}

/**
 * The sentences that leave something open, in document order. Left out are those under a title such as *Next steps*,
 * those with a placeholder, which another rule reports, and those that the document lists as open questions.
 */
export function leftOpen(document: DocumentModel, type: DocumentType, { phrase, titles }: Kinds): readonly Opinion[] {
  const facts = factsOf(document)
  const listed = sectionsAbout(document, type, topics.openQuestions)
  const least = leastScore('unfinished', isFreeForm(type) ? rarity.freeForm : rarity.other)
  return opinionsIn(blocksWith(facts, phrase), 'unfinished', least).filter(
    (opinion) =>
      speaksOf(opinion, phrase) &&
      !refers.test(opinion.words) &&
      !isElsewhere(facts, opinion.block) &&
      !isUnder(document, opinion, titles) &&
      !hasPlaceholder(document, type, opinion) &&
      !listed.some(({ start, end }) => start <= opinion.start && opinion.start < end) &&
      !listed.some((section) => asksFor(facts, section, opinion)),
  )
}

/** Whether a place is in a section with one of some titles. */
function isUnder({ sections }: DocumentModel, { start }: Range, titles: Titles): boolean {
  for (let section = sectionAt(sections, start); section; section = section.parent)
    if (titles.test(section.key)) return true
  return false
}

/**
 * Marks a sentence that introduces others, is labelled as a question, says where the document goes on about the matter,
 * or quotes what the system says.
 */
const refers =
  /:$|^\W*open (?:issue|question)\b|\bbelow[.,;)]*$|\bin (?:later|the next) sections?\b|\b(?:open|unresolved) (?:issues|questions)\b|["“„«]/i

/** Whether a section on open questions has one that shares words with a sentence. */
function asksFor(facts: Facts, section: { readonly start: number; readonly end: number }, { words }: Opinion): boolean {
  const said = new Set(longWords(words))
  return blocksWithin(facts, section).some(
    ({ text }) => new Set(longWords(text).filter((word) => said.has(word))).size >= sharedWords,
  )
}

/** The number of words that a question shares with the sentence it is about. */
const sharedWords = 2
const longWords = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((word) => !common.has(word)).map(stemOf)
const common = new Set(
  'about after before could other should still their there these until where which whether would'.split(' '),
)
