/** Stores what is needed to detect document types, so that built-in templates are parsed only on demand. */

import type { DocumentType, SectionSpec } from './documentType.ts'
import type { Template } from './template.ts'
import type { WordsIn } from './words.ts'

/** What is known of a template without parsing it. Plain JSON. */
export interface TemplateSummary extends Pick<Template, 'id' | 'title' | 'description' | 'prefix'> {
  /** Absent for a fragment. */
  readonly type?: TypeSummary
}

interface TypeSummary extends Pick<DocumentType, PlainPart> {
  readonly rules?: unknown
  readonly sections: readonly SectionSummary[]
}

type PlainPart = 'id' | 'title' | 'titlePrefix' | 'files' | 'coversSystem' | 'checklist'

interface SectionSummary
  extends Pick<SectionSpec, 'title' | 'keys' | 'isRequired' | 'needsDiagram' | 'isOffered' | 'depth'> {
  /** Index in `sections`. */
  readonly parent?: number
}

/** Summarise a template. @param template without problems */
export function summarise({ id, title, description, prefix, type }: Template): TemplateSummary {
  return { id, title, description, prefix, ...(type && { type: summariseType(type) }) }
}

function summariseType(type: DocumentType): TypeSummary {
  const { id, title, titlePrefix, files, coversSystem, checklist, rules, sections } = type
  const places = new Map(sections.map((section, index) => [section, index]))
  return {
    id,
    title,
    titlePrefix,
    files,
    coversSystem,
    ...(checklist && { checklist }),
    rules,
    sections: sections.map(({ title, keys, isRequired, needsDiagram, isOffered, depth, parent }) => {
      const index = parent && places.get(parent)
      return {
        title,
        keys,
        isRequired,
        needsDiagram,
        ...(isOffered && { isOffered }),
        depth,
        ...(index !== undefined && { parent: index }),
      }
    }),
  }
}

/**
 * Recreate a template from its summary. What the summary lacks is read by the type's `ahead`, or on first access.
 *
 * @param steps reads the template itself; called once, unless it throws
 * @param wordsIn its translations; absent: none
 */
export function fromSummary(
  summary: TemplateSummary,
  steps: () => Generator<void, Template>,
  wordsIn?: WordsIn,
): Template {
  const { whole, ahead } = readOnce(steps)
  const { type, ...plain } = summary
  return {
    ...plain,
    get snippet() {
      return whole().snippet
    },
    get document() {
      return whole().document
    },
    problems: [],
    ...(wordsIn && { wordsIn }),
    ...(type && { type: typeFrom(type, () => wholeType(whole()), { ahead, ...(wordsIn && { wordsIn }) }) }),
  }
}

/** Reads a template once, however many callers take its steps in turns, or need it in the middle of them. */
function readOnce(steps: () => Generator<void, Template>) {
  let known: Template | undefined
  let rest: Generator<void, Template> | undefined
  const advance = (): Template | undefined => {
    const reading = rest ?? steps()
    // After an error, the next caller starts anew.
    rest = undefined
    const step = reading.next()
    if (step.done) known = step.value
    else rest = reading
    return known
  }
  const whole = (): Template => {
    for (;;) {
      const read = known ?? advance()
      if (read) return read
    }
  }
  function* ahead(): Generator<void> {
    while (!(known ?? advance())) yield
  }
  return { whole, ahead }
}

function wholeType({ id, type }: Template): DocumentType {
  if (!type) throw new Error(`The template ${id} is no document type, and its summary says that it is`)
  return type
}

function typeFrom(
  { sections, rules, ...plain }: TypeSummary,
  whole: () => DocumentType,
  more: Pick<DocumentType, 'ahead' | 'wordsIn'>,
): DocumentType {
  const specs: SectionSpec[] = []
  for (const [index, { parent: at, ...section }] of sections.entries()) {
    const parent = at === undefined ? undefined : specs[at]
    const wholeSection = () => whole().sections[index]
    specs.push({
      ...section,
      ...(parent && { parent }),
      get tabStops() {
        return wholeSection()?.tabStops ?? []
      },
      get diagrams() {
        return wholeSection()?.diagrams ?? []
      },
      get guidance() {
        return wholeSection()?.guidance ?? ''
      },
      get snippet() {
        return wholeSection()?.snippet ?? ''
      },
    })
  }
  return {
    ...plain,
    ...more,
    rules,
    sections: specs,
    get tabStops() {
      return whole().tabStops
    },
    get document() {
      return whole().document
    },
  }
}
