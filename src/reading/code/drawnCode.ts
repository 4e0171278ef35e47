/** Tells blocks of code that are drawings: their lines are arrows and boxes, and no fields or calls. */

import type { Code } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'

/** The code of drawings that an engine has a notation for, with its kind, such as `flowchart`; empty where that is not known. */
export const drawnCode = remember(
  ({ diagrams }: DocumentModel): ReadonlyMap<Code, string> =>
    new Map(diagrams.filter(({ language }) => language !== '').map(({ node, kind = '' }) => [node, kind])),
)
