/** Finds sentences that leave something open: what is not decided, known or written yet. */
import type { DocumentModel, Section } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import { leastScore, type Opinion, opinionsIn } from '../opinion/opinion.ts'
import { stemOf } from '../opinion/tokens.ts'
import type { Block } from '../prose/blocks.ts'
import { blocksWith, blocksWithin, type Facts, factsOf, titleKeyOf } from '../prose/facts.ts'
import { hitsWithin, isElsewhere } from '../prose/mentions.ts'
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
export function leftOpen(document: DocumentModel, type: DocumentType, kinds: Kinds): readonly Opinion[] {
  const facts = factsOf(document)
  const listed = sectionsAbout(document, type, topics.openQuestions)
  const least = leastScore('unfinished', isFreeForm(type) ? rarity.freeForm : rarity.other)
  return opinionsIn(blocksWith(facts, kinds.phrase), 'unfinished', least).filter(
    (opinion) =>
      says(opinion, kinds.phrase) &&
      !refers.test(opinion.words) &&
      !isElsewhere(facts, opinion.block) &&
      ![kinds.titles, topics.openQuestions].some((titles) => isTitled(facts, opinion.block, titles)) &&
      !hasPlaceholder(document, type, opinion) &&
      !listed.some(({ start, end }) => start <= opinion.start && opinion.start < end) &&
      !listed.some((section) => asksFor(facts, section, opinion, kinds.phrase)),
  )
}

/** Whether a sentence has such a phrase of its own, not in a quotation of what the system says. */
const says = (opinion: Opinion, phrase: Concept): boolean =>
  hitsWithin(opinion, phrase).some(({ start }) => {
    const before = opinion.block.text.slice(opinion.start - opinion.block.start, start)
    return (before.match(/["“”„«»]/g)?.length ?? 0) % 2 === 0
  })

/** Whether a block is in a section with one of some titles, which may be a bold line. */
function isTitled(facts: Facts, block: Block, titles: Titles): boolean {
  for (let section = facts.sectionOf(block); section; section = section.parent)
    if (titles.test(titleKeyOf(section))) return true
  return false
}

/** Marks a sentence that introduces others, is labelled as a question, or says where the document goes on about it. */
const refers =
  /:$|^\W*open (?:issue|question)\b|\bbelow[.,;)]*$|\bin (?:later|the next) sections?\b|\b(?:see|in|under) (?:the )?\W{0,3}(?:open|unresolved) (?:issues|questions)\b/i

/** Whether a section on open questions has one that is about the same as a sentence. */
function asksFor(facts: Facts, section: Section, opinion: Opinion, phrase: Concept): boolean {
  const words = wordsOf(withoutPhrases(opinion, phrase))
  const telling = words.filter((word) => word.length >= 4 && !common.has(word))
  const said = new Set((telling.length > 0 ? telling : words).map(stemOf))
  return blocksWithin(facts, section).some(({ text }) => {
    const shared = new Set(
      wordsOf(text)
        .map(stemOf)
        .filter((word) => said.has(word)),
    )
    return shared.size >= Math.min(sharedWords, said.size)
  })
}

/** A sentence without its phrases of a kind, which all such sentences have. */
function withoutPhrases(opinion: Opinion, phrase: Concept): string {
  const { block } = opinion
  let from = opinion.start - block.start
  let rest = ''
  for (const { start, end } of hitsWithin(opinion, phrase)) {
    rest += `${block.text.slice(from, start)} `
    from = Math.max(from, end)
  }
  return rest + block.text.slice(from, opinion.end - block.start)
}

/** The number of words that a question shares with the sentence it is about, if that has as many. */
const sharedWords = 2
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
/** Words that say nothing about the matter, unless a sentence has no others. */
const common = new Set(
  `about after also before been could does from have into just like make many more most much must need only other should
  some still than that their them then there these they this those until very what when where which whether will with
  would your`.split(/\s+/),
)
