/** Distinguishes code blocks that are still a template's example from those that the author wrote. */

import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import type { DocumentModel } from '../document/document.ts'
import type { DocumentType } from './documentType.ts'
import { exampleKeyOf } from './exampleKey.ts'
import { shippedExamples } from './shippedExamples.ts'

/**
 * Whether a block is still an example: a built-in one, wherever it was inserted, or one from the document's own
 * template.
 *
 * @param type absent: check built-in examples only
 */
export function isExample(document: DocumentModel, node: Code, type?: DocumentType): boolean {
  const { key } = exampleKeyOf(node)
  if (shippedExamples.has(key)) return true
  // An unknown type has the document itself as its template.
  return type !== undefined && type.document !== document && ownExamples(type.document).has(key)
}

/** Examples in a template that nobody would write again by chance, and that are not meant to stay. */
const ownExamples = remember(
  (template: DocumentModel): ReadonlySet<string> =>
    new Set(
      template.nodes('code').flatMap((node) => {
        const { key, size, words } = exampleKeyOf(node)
        return size >= 40 && words >= 6 && !commands.test(node.lang ?? '') ? key : []
      }),
    ),
)

/** Languages of commands, which are the same in every document. */
const commands = /^(?:bash|sh|shell|console|zsh|fish|powershell|terminal|shellsession|diff|make|dockerfile)$/i
