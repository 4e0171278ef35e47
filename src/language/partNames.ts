/** Lists the names of the parts of a design: what its diagrams show and what it lists as components. */

import { remember } from '../core/data/remember.ts'
import type { DiagramNode } from '../core/diagrams/engine.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { isPlaceholderName } from '../reading/components/placeholderName.ts'

/** What names are read from. Without a type nothing is known to be a list of components. */
export interface Named {
  readonly document: DocumentModel
  readonly type: DocumentType | undefined
}

/** A few words, as a name is; a sentence in a box is none. */
const isName = /^\S+(?: \S+){0,5}$/

/** Longest name, in UTF-16 units. */
const longest = 80

/** Whether a node has a name by which a text may call it. */
export const hasName = ({ label, kind }: Pick<DiagramNode, 'label' | 'kind'>): boolean =>
  kind !== 'point' && label.length <= longest && isName.test(label) && !isPlaceholderName(label)

/** The names of all parts, each once, the longest first. */
export const partNamesOf = ({ document, type }: Named): readonly string[] => {
  const listed = type ? componentNamesOf({ document, type }).map(({ name }) => name.trim()) : []
  const names = new Set([...drawnNames(document), ...listed.filter((label) => hasName({ label }))])
  return [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

const drawnNames = remember((document: DocumentModel): readonly string[] =>
  document.diagrams.flatMap(({ graph, kind = '' }) =>
    withoutParts.has(kind) ? [] : (graph?.nodes ?? []).filter(hasName).map(({ label }) => label),
  ),
)

/** The name of a listed component without what stands in brackets behind it. */
export const plainName = (name: string): string =>
  name
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || name.trim()
/** Kinds of diagrams that show figures, dates or branches: a text that has the word `main` does not mean a part of the design. */
const withoutParts: ReadonlySet<string> = new Set([
  ...['pie', 'quadrantChart', 'xychart', 'radar', 'treemap', 'packet'],
  ...['gitGraph', 'timeline', 'journey'],
])
