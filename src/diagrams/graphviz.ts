/** The engine Graphviz, as extension and command line know it. */

import type { DiagramSyntax, ParseDiagram } from '../core/diagrams/engine.ts'
import { findProblems } from './graphviz/findProblems.ts'
import { graphOf } from './graphviz/graph.ts'
import { runGraphviz } from './graphviz/load.ts'
import { writing } from './graphviz/writing.ts'

/** Graphviz, as the extension and the command line know it. Importing this does not bring in Graphviz itself. */
export const syntax: DiagramSyntax = {
  id: 'graphviz',
  languages: ['dot', 'graphviz', 'gv'],
  files: { language: 'dot', endings: ['dot', 'gv'] },
  kindOf: () => undefined,
  graphOf,
  writing,
}

/** Parses with Graphviz, which is loaded at the first call. */
export const parse: ParseDiagram = async (source) => {
  // `nop` makes labels and no layout: that a layout takes long is no mistake.
  const { errors } = await runGraphviz(source, { engine: 'nop', format: 'canon' })
  return findProblems(source, errors)
}
