/** Drafts the diagrams that a section lacks from the document's text, with the most fitting one first. */

import type { DocumentModel, Section } from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { sectionsAbout, topics } from '../../reading/sections/topics.ts'
import { draftEr } from './er.ts'
import { draftFlowchart } from './flowchart.ts'
import { draftSequence } from './sequence.ts'

/** A diagram drafted from the text alone. */
export interface Draft {
  /** The title of the code action. */
  readonly title: string
  /** The mermaid source. */
  readonly source: string
}

/** The possible drafts for a section, the most fitting first; empty if the text names fewer than two parts. */
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

/** The source as a fence, in the style of the document's other mermaid fences. */
export function asFence({ text, diagrams }: DocumentModel, source: string): string {
  const openings = diagrams.flatMap(({ engine, start, end }) => {
    const [line = ''] = engine === 'mermaid' ? text.slice(start, Math.min(end, start + 80)).split(/\r?\n/, 1) : []
    return /^(?:`{3,}|~{3,}|:{3,}) ?mermaid[ \t]*$/.test(line) ? [withoutEnd(line, /[ \t]/)] : []
  })
  const [opening = '```mermaid'] = openings
  const [fence = '```'] = /^[`~:]+/.exec(opening) ?? []
  return `${opening}\n${source}\n${fence}`
}
