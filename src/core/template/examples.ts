/** Tells blocks of code that are still an example of a template from those that somebody wrote. */

import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import type { DocumentModel } from '../document/document.ts'
import type { DocumentType } from './documentType.ts'
import { exampleKeyOf } from './exampleKey.ts'
import { shippedExamples } from './shippedExamples.ts'

/**
 * Whether a block is still an example: of what ships, wherever it was inserted, or of the document's own template.
 *
 * @param type absent: of what ships alone
 */
export function isExample(document: DocumentModel, node: Code, type?: DocumentType): boolean {
  const { key } = exampleKeyOf(node)
  if (shippedExamples.has(key)) return true
  // A type that nobody knows has the document itself for its template.
  return type !== undefined && type.document !== document && ownExamples(type.document).has(key)
}

/** The examples of a team's template that nobody would write a second time by chance, and that are not there to stay. */
const ownExamples = remember(
  (template: DocumentModel): ReadonlySet<string> =>
    new Set(
      template.nodes('code').flatMap((node) => {
        const { key, size, words } = exampleKeyOf(node)
        return size >= 40 && words >= 6 && !commands.test(node.lang ?? '') ? key : []
      }),
    ),
)

/** Commands are the same in every document. */
const commands = /^(?:bash|sh|shell|console|zsh|fish|powershell|terminal|shellsession|diff|make|dockerfile)$/i
