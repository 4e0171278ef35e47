/** Finds the sections about a topic, whatever their titles. */

import type { Nodes } from 'mdast'
import { remember, rememberBoth } from '../../core/data/remember.ts'
import type { DocumentModel, Section } from '../../core/document/document.ts'
import { outlineOf } from '../../core/document/sections.ts'
import type { RuleContext } from '../../core/lint/rule.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { bodyWords, type Facts, factsOf, type SectionFacts } from '../prose/facts.ts'
import { createTitles, type Titles } from '../vocabulary/titles.ts'
import { hasPlaceholder } from './findPlaceholders.ts'

/** A document and the type by which it is judged. */
export type Subject = Pick<RuleContext, 'document' | 'type'>

/** Something that a reviewer looks for under its own heading, as folded titles. */
export type Topic = Titles

/** Besides these titles, sections count whose counterpart in the document's template has one of them. */
export const topics = {
  requirements: createTitles('requirements'),
  components: createTitles('components'),
  dataFlow: createTitles('dataFlow'),
  dataModel: createTitles('dataModel'),
  api: createTitles('api'),
  scaling: createTitles('scaling'),
  failures: createTitles('failures'),
  cost: createTitles('cost'),
  security: createTitles('security'),
  monitoring: createTitles('monitoring'),
  openQuestions: createTitles('openQuestions'),
} as const

/**
 * The outermost sections about a topic: first those known from the template, then those recognised only by their title.
 */
export function sectionsAbout(document: DocumentModel, type: DocumentType, topic: Topic): readonly Section[] {
  const known = askedFor(document, type)
  const found = known.get(topic) ?? findAbout(document, type, topic)
  known.set(topic, found)
  return found
}

/** Results by topic. */
const askedFor = rememberBoth((_: DocumentModel, _type: DocumentType) => new Map<Topic, readonly Section[]>())

function findAbout(document: DocumentModel, type: DocumentType, topic: Topic): readonly Section[] {
  const known = new Set<Section>()
  for (const [spec, section] of outlineOf(document, type).found) if (topic.test(spec.keys[0] ?? '')) known.add(section)
  const about = document.sections.filter(
    (section) => section !== document.title && (known.has(section) || topic.test(section.key)),
  )
  // In document order, a section that begins before the last outermost one ends is nested in it.
  let end = 0
  const isOutermost = (section: Section): boolean => {
    if (section.start < end) return false
    end = section.end
    return true
  }
  return about.filter(isOutermost).toSorted((a, b) => Number(known.has(b)) - Number(known.has(a)))
}

/** Whether a document has a section about a topic that is still to be filled in. */
export const isAwaited = ({ document, type }: Subject, topic: Topic): boolean =>
  sectionsAbout(document, type, topic).some((section) => hasPlaceholder(document, type, section))

/** The sections about a topic with something to judge: not empty, not to be filled in, and not just "None". */
export const writtenAbout = (context: Subject, topic: Topic): readonly Section[] =>
  begunAbout(context, topic).filter((section) => !hasPlaceholder(context.document, context.type, section))

/** Like `writtenAbout`, with sections in which something is still to be filled in, for what is judged part by part. */
export function begunAbout({ document, type }: Subject, topic: Topic): readonly Section[] {
  const facts = factsOf(document)
  const known = factsByNode(facts)
  return sectionsAbout(document, type, topic).filter((section) => {
    const found = known.get(section.heading)
    return found && bodyWords(facts, found) >= fewestWords
  })
}

const factsByNode = remember(
  ({ sections }: Facts): ReadonlyMap<Nodes, SectionFacts> => new Map(sections.map((each) => [each.heading.node, each])),
)

/** Fewer words are a reference to another place, or say that there is nothing to say. */
const fewestWords = 6
