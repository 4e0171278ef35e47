/** Finds the sections about a topic, whatever they are called. */

import type { Nodes } from 'mdast'
import { remember, rememberBoth } from '../../core/data/remember.ts'
import type { DocumentModel, Section } from '../../core/document/document.ts'
import { outlineOf } from '../../core/document/sections.ts'
import type { RuleContext } from '../../core/lint/rule.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { bodyWords, type Facts, factsOf, type SectionFacts } from '../prose/facts.ts'
import { createTitles, type Titles } from '../vocabulary/titles.ts'
import { hasPlaceholder } from './findPlaceholders.ts'

/** What is judged, and by which type. */
export type Subject = Pick<RuleContext, 'document' | 'type'>

/** Something that a reviewer looks for under headings of its own, as their folded titles. */
export type Topic = Titles

/** Beyond these, sections count that the document's own template knows under one of these titles. */
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

/** The outermost sections about a topic: those that the template knows, then those that only their title tells. */
export function sectionsAbout(document: DocumentModel, type: DocumentType, topic: Topic): readonly Section[] {
  const known = askedFor(document, type)
  const found = known.get(topic) ?? findAbout(document, type, topic)
  known.set(topic, found)
  return found
}

/** What has been asked for so far. */
const askedFor = rememberBoth((_: DocumentModel, _type: DocumentType) => new Map<Topic, readonly Section[]>())

function findAbout(document: DocumentModel, type: DocumentType, topic: Topic): readonly Section[] {
  const known = new Set<Section>()
  for (const [spec, section] of outlineOf(document, type).found) if (topic.test(spec.keys[0] ?? '')) known.add(section)
  const about = document.sections.filter(
    (section) => section !== document.title && (known.has(section) || topic.test(section.key)),
  )
  // In document order: what begins before the last outermost one ends stands within that.
  let end = 0
  const isOutermost = (section: Section): boolean => {
    if (section.start < end) return false
    end = section.end
    return true
  }
  return about.filter(isOutermost).toSorted((a, b) => Number(known.has(b)) - Number(known.has(a)))
}

/** Whether a section about a topic is there and still to be filled in. */
export const isAwaited = ({ document, type }: Subject, topic: Topic): boolean =>
  sectionsAbout(document, type, topic).some((section) => hasPlaceholder(document, type, section))

/** The sections about a topic in which there is something to judge: not those left empty, to be filled in, or saying "None". */
export function writtenAbout({ document, type }: Subject, topic: Topic): readonly Section[] {
  const facts = factsOf(document)
  const known = factsByNode(facts)
  return sectionsAbout(document, type, topic).filter((section) => {
    const found = known.get(section.heading)
    return found && bodyWords(facts, found) >= fewestWords && !hasPlaceholder(document, type, section)
  })
}

const factsByNode = remember(
  ({ sections }: Facts): ReadonlyMap<Nodes, SectionFacts> => new Map(sections.map((each) => [each.heading.node, each])),
)

/** Fewer words are a pointer to somewhere else, or say that there is nothing to say. */
const fewestWords = 6
