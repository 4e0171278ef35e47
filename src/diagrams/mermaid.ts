/** The mermaid engine, for the extension and the command line. */

import type { DiagramSyntax, ParseDiagram } from '../core/diagrams/engine.ts'
import { findProblems } from './mermaid/findProblems.ts'
import { readGraph } from './mermaid/graph/index.ts'
import { cleanUp } from './mermaid/inside/cleanUp.ts'
import { kindOfBody } from './mermaid/inside/kinds.ts'
import { loadMermaid } from './mermaid/inside/load.ts'
import { writing } from './mermaid/writing.ts'

/** Mermaid, for the extension and the command line. Importing this does not load mermaid itself. */
export const syntax: DiagramSyntax = {
  id: 'mermaid',
  languages: ['mermaid', 'mmd'],
  files: { language: 'mermaid', endings: ['mmd', 'mermaid'] },
  kindOf: (source) => kindOfBody(cleanUp(source).body.text),
  graphOf: readGraph,
  writing,
}

/** Parses with mermaid, which is loaded on the first call. Needs no DOM if the bundle leaves out the drawing code. */
export const parse: ParseDiagram = async (source) => findProblems(source, await loadMermaid())
