/** Drafts the diagrams that a section lacks from what the text says, the one that fits the section first. */

import type { DocumentModel, Section } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { sectionsAbout, topics } from '../../reading/sections/topics.ts'
import { draftEr } from './er.ts'
import { draftFlowchart } from './flowchart.ts'
import { draftSequence } from './sequence.ts'

/** A diagram that says nothing but what the text says. */
export interface Draft {
  /** As a person chooses it. */
  readonly title: string
  /** A mermaid source. */
  readonly source: string
}

/** What can be drafted for a section, the likeliest first; none where the text names fewer than two parts. */
export function draftsFor(document: DocumentModel, type: DocumentType, section: Section): readonly Draft[] {
  const named = { document, type }
  const inOrder = (about: readonly Section[]) => [section, ...about.filter((each) => each !== section)]
  const flowchart = draftFlowchart(named)
  const flows = sectionsAbout(document, type, topics.dataFlow)
  const sequence = firstOf(inOrder(flows), (each) =>
    draftSequence(named, each, flows.includes(each) || isAboutFlow(each)),
  )
  const er = firstOf(inOrder(sectionsAbout(document, type, topics.dataModel)), (each) => draftEr(document, each))
  const drafts = [
    { kind: 'parts', title: 'Draft a flowchart of the components from the text', source: flowchart },
    { kind: 'flow', title: 'Draft a sequence diagram from the steps in the text', source: sequence },
    { kind: 'data', title: 'Draft an ER diagram from the tables in the text', source: er },
  ]
  const fitting = isAboutData(section) ? 'data' : isAboutFlow(section) ? 'flow' : 'parts'
  return drafts
    .toSorted((a, b) => Number(b.kind === fitting) - Number(a.kind === fitting))
    .flatMap(({ title, source }) => (source === undefined ? [] : [{ title, source }]))
}

const isAboutData = ({ key }: Section): boolean =>
  topics.dataModel.test(key) || /\b(?:er|erd|entity|entities|data model|schema|datenmodell)\b/.test(key)

const isAboutFlow = ({ key }: Section): boolean =>
  topics.dataFlow.test(key) || /\b(?:flow|flows|sequence|runtime|ablauf|datenfluss)\b/.test(key)

function firstOf<T, R>(some: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of some) {
    const found = read(each)
    if (found !== undefined) return found
  }
  return undefined
}

/** The source as a fence, opened as the document opens its diagrams in mermaid. */
export function asFence({ text, diagrams }: DocumentModel, source: string): string {
  const openings = diagrams.flatMap(({ engine, start, end }) => {
    const [line = ''] = engine === 'mermaid' ? text.slice(start, Math.min(end, start + 80)).split(/\r?\n/, 1) : []
    return /^(?:`{3,}|~{3,}|:{3,}) ?mermaid[ \t]*$/.test(line) ? [withoutEnd(line, /[ \t]/)] : []
  })
  const [opening = '```mermaid'] = openings
  const [fence = '```'] = /^[`~:]+/.exec(opening) ?? []
  return `${opening}\n${source}\n${fence}`
}
