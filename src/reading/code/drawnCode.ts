/** Finds the code blocks that are diagrams in an engine's notation. */

import type { Code } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'

/**
 * Code nodes in a diagram language, mapped to the kind of diagram, such as `flowchart`; empty if the kind is unknown.
 */
export const drawnCode = remember(
  ({ diagrams }: DocumentModel): ReadonlyMap<Code, string> =>
    new Map(diagrams.filter(({ language }) => language !== '').map(({ node, kind = '' }) => [node, kind])),
)
