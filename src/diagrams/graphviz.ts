/** The Graphviz engine, for the extension and the command line. */

import type { DiagramSyntax, ParseDiagram } from '../core/diagrams/engine.ts'
import { findProblems } from './graphviz/findProblems.ts'
import { graphOf } from './graphviz/graph.ts'
import { runGraphviz } from './graphviz/load.ts'
import { writing } from './graphviz/writing.ts'

/** Graphviz, for the extension and the command line. Importing this does not load Graphviz itself. */
export const syntax: DiagramSyntax = {
  id: 'graphviz',
  languages: ['dot', 'graphviz', 'gv'],
  files: { language: 'dot', endings: ['dot', 'gv'] },
  kindOf: () => undefined,
  graphOf,
  writing,
}

/** Parses with Graphviz, which is loaded on the first call. */
export const parse: ParseDiagram = async (source) => {
  // `nop` creates labels but no layout, so that a slow layout is not reported as a mistake.
  const { errors } = await runGraphviz(source, { engine: 'nop', format: 'canon' })
  return findProblems(source, errors)
}
