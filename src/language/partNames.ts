/** Lists the names of a design's parts, from its diagrams and its list of components. */

import { remember } from '../core/data/remember.ts'
import type { DiagramNode } from '../core/diagrams/engine.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { isPlaceholderName } from '../reading/components/placeholderName.ts'

/** What names are read from. Without a type, no list is known to be one of components. */
export interface Named {
  readonly document: DocumentModel
  readonly type: DocumentType | undefined
}

/** A name has a few words; a longer label is a sentence. */
const isName = /^\S+(?: \S+){0,5}$/

/** The longest name, in UTF-16 units. */
const longest = 80

/** Whether a node has a name that a text may use. */
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

/** The name of a listed component, without remarks in parentheses. */
export const plainName = (name: string): string =>
  name
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || name.trim()
/** Kinds of diagrams that show figures, dates or branches; the word `main` in a text does not mean a part. */
const withoutParts: ReadonlySet<string> = new Set([
  ...['pie', 'quadrantChart', 'xychart', 'radar', 'treemap', 'packet'],
  ...['gitGraph', 'timeline', 'journey'],
])
