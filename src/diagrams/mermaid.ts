/** The engine mermaid, as extension and command line know it. */

import type { DiagramSyntax, ParseDiagram } from '../core/diagrams/engine.ts'
import { findProblems } from './mermaid/findProblems.ts'
import { readGraph } from './mermaid/graph/index.ts'
import { cleanUp } from './mermaid/inside/cleanUp.ts'
import { kindOfBody } from './mermaid/inside/kinds.ts'
import { loadMermaid } from './mermaid/inside/load.ts'
import { writing } from './mermaid/writing.ts'

/** Mermaid, as the extension and the command line know it. Importing this does not bring in mermaid itself. */
export const syntax: DiagramSyntax = {
  id: 'mermaid',
  languages: ['mermaid', 'mmd'],
  files: { language: 'mermaid', endings: ['mmd', 'mermaid'] },
  kindOf: (source) => kindOfBody(cleanUp(source).body.text),
  graphOf: readGraph,
  writing,
}

/** Parses with mermaid, which is loaded at the first call. Needs no DOM where the bundle leaves the drawing code out. */
export const parse: ParseDiagram = async (source) => findProblems(source, await loadMermaid())
