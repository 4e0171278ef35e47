/** Reads the requirements for each section of a template. */

import { groupBy } from '../data/groupBy.ts'
import { titlesElsewhere } from '../decisions/sectionTitles.ts'
import { type Comment, type DocumentModel, type Section, sectionAt, titleKey } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { requirementInTitle, withoutRequirement } from './dialects/requirement.ts'
import type { SectionSpec } from './documentType.ts'
import { mostSections } from './limits.ts'
import { isSectionMark, readMark, withoutMarks } from './sectionMark.ts'
import type { Snippet, TabStop } from './snippet.ts'

export interface SpecOptions {
  /** The heading that is not a section. */
  readonly title: Section | undefined
  /** Whether sentences to be replaced count as guidance, as in templates without comments. */
  readonly isPlain: boolean
}

/** Read the section specs of a template. @param document the template's text, marks included */
export function readSpecs(
  document: DocumentModel,
  marked: Snippet,
  { title, isPlain }: SpecOptions,
): readonly SectionSpec[] {
  const comments = groupBy(document.comments, (comment) => sectionAt(document.sections, comment.start))
  const stops = groupBy(marked.tabStops, ({ offset }) => offset)
  const usesMarks = document.comments.some((comment) => isSectionMark(comment.text))
  const specs = new Map<Section, SectionSpec>()
  const markOf = (section: Section) =>
    readMark(comments.get(section)?.find(({ text }) => isSectionMark(text))?.text ?? '')
  const titlesOf = (section: Section) => [section.key, ...markOf(section).aliases.map(titleKey)]
  const taken = new Set(document.sections.slice(0, mostSections).flatMap(titlesOf))
  for (const section of document.sections) {
    if (specs.size >= mostSections) break
    if (section === title || hasStop(marked, section.start, document.rangeOf(section.heading).end)) continue
    const own = comments.get(section) ?? []
    const mark = markOf(section)
    const parent = section.parent && specs.get(section.parent)
    const snippet = marked.source.slice(marked.sourceOffset(section.start), marked.sourceOffset(section.end))
    const within = (range: Range) => range.start >= section.start && range.start < section.end
    specs.set(section, {
      title: withoutRequirement(section.title),
      keys: [...new Set([...titlesOf(section), ...inOtherLanguages(section.key, taken)])],
      isRequired: usesMarks ? mark.isRequired : requirementInTitle(section.title) !== 'optional',
      needsDiagram: mark.needsDiagram,
      ...(mark.isOffered && { isOffered: true as const }),
      depth: section.depth,
      ...(parent && { parent }),
      tabStops: marked.tabStops.filter(({ offset }) => offset >= section.start && offset < section.end),
      diagrams: document.diagrams.filter(within),
      guidance: [...guidanceIn(own), ...(isPlain ? sentencesIn(stops, document, section) : [])].join('\n\n'),
      snippet: withoutMarks(snippet).trimEnd(),
    })
  }
  return [...specs.values()]
}

/** The titles that decision records give a section in other languages, except those that another section has. */
const inOtherLanguages = (key: string, taken: ReadonlySet<string>): readonly string[] =>
  titlesElsewhere(key).filter((title) => !taken.has(title))

const hasStop = ({ tabStops }: Snippet, start: number, end: number): boolean =>
  tabStops.some(({ offset }) => offset >= start && offset <= end)

const guidanceIn = (comments: readonly Comment[]): readonly string[] =>
  comments.filter(({ text }) => !isSectionMark(text)).map(({ text }) => text)

/** Paragraphs and quotes of more than five words that are a placeholder as a whole. */
const sentencesIn = (
  stops: ReadonlyMap<number, readonly TabStop[]>,
  document: DocumentModel,
  { content }: Section,
): readonly string[] =>
  content.flatMap((node) => {
    const { start, end } = document.rangeOf(node)
    const written = document.text.slice(start, end)
    const isToBeReplaced = stops.get(start)?.some(({ placeholder }) => placeholder === written)
    const words = written.replace(/^[ \t]*>[ \t]?/gm, '').replace(/^([*_]{1,2}|\{|\[|<)([\s\S]*?)(?:\1|[}\]>])$/, '$2')
    return isToBeReplaced && words.split(/\s+/).length > 5 && !/belongs under “/.test(words) ? [words] : []
  })
