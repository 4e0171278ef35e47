/** The PlantUML engine, for the extension and the command line. */

import type { DiagramSyntax, ParseDiagram } from '../core/diagrams/engine.ts'
import { draw } from './plantuml/draw.ts'
import { findProblems } from './plantuml/findProblems.ts'
import { graphOf } from './plantuml/graph.ts'
import { kindOf } from './plantuml/kinds.ts'
import { writing } from './plantuml/writing.ts'

/** PlantUML, for the extension and the command line. Importing this does not load PlantUML itself. */
export const syntax: DiagramSyntax = {
  id: 'plantuml',
  languages: ['plantuml', 'puml', 'uml', 'c4plantuml'],
  files: { language: 'plantuml', endings: ['puml', 'plantuml'] },
  kindOf,
  graphOf,
  writing,
}

/** Parses with PlantUML, which is loaded on the first call. Needs no DOM. */
export const parse: ParseDiagram = (source) => findProblems(source, draw)
