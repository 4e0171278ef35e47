/** Draws with Graphviz, in a frame. */

import { DiagramError, type DiagramTheme, type RenderDiagram } from '../core/diagrams/engine.ts'
import { mix } from './drawn/colors.ts'
import { editSvg } from './drawn/editSvg.ts'
import { onPaper, papers } from './drawn/paper.ts'
import { makeReadable } from './drawn/readable.ts'
import { findProblems } from './graphviz/findProblems.ts'
import { fitWords } from './graphviz/fitWords.ts'
import { graphOf } from './graphviz/graph.ts'
import { loadGraphviz, runGraphvizFor } from './graphviz/load.ts'
import { markElements } from './graphviz/markElements.ts'

/** Draws with Graphviz. Needs WebAssembly and a DOM to mark elements; must run where untrusted code can do no harm. */
export const render: RenderDiagram = async (source, theme) => {
  const isColored = hasColors(source)
  // Settings in the source override these.
  const { output, errors } = await runGraphvizFor(source, ['svg', 'json'], isColored ? plain : lookOf(theme))
  // A label with invalid markup would be missing from the drawing, which would mislead.
  const [problem] = findProblems(source, errors)
  if (problem) throw new DiagramError(problem)
  const { svg: drawn, json: layout } = output ?? {}
  if (drawn === undefined || layout === undefined) throw new Error(errors[0]?.message ?? 'Graphviz returned no picture')
  const graph = graphOf(source)
  const isOnPaper = isColored && theme.dark
  const svg = editSvg(drawn, (root, styles) => {
    fitWords(root, layout, theme.isPortable ?? false)
    if (graph) markElements(root, graph)
    if (isColored) makeReadable(root, styles, { ground: isOnPaper ? papers.light : theme.colors.background })
  })
  return isOnPaper ? onPaper(svg, 'light') : svg
}

/** Loads the drawing engine. */
export const warmUp = loadGraphviz

/** Whether a source sets colours of its own, which were chosen for a white background. */
const hasColors = (source: string): boolean => /color(?:scheme)?["\s]*=/i.test(source)

/** Graphviz knows the metrics of Helvetica, which the other fonts share. */
const font = 'Helvetica,Arial,Liberation Sans,Arimo,sans-serif'
const plain = {
  graphAttributes: { fontname: font, bgcolor: 'transparent' },
  nodeAttributes: { fontname: font },
  edgeAttributes: { fontname: font },
}

/** The colours of boxes and lines from the editor's theme, as in mermaid diagrams. */
function lookOf({ colors: { background, foreground, line, accent }, highContrast }: DiagramTheme) {
  const edge = highContrast ? line : mix(background, foreground, 0.65)
  return {
    graphAttributes: {
      ...plain.graphAttributes,
      fontcolor: foreground,
      color: highContrast ? line : mix(background, foreground, 0.3),
    },
    nodeAttributes: {
      ...plain.nodeAttributes,
      fontcolor: foreground,
      color: highContrast ? line : mix(background, accent, 0.75),
      fillcolor: highContrast ? background : mix(background, accent, 0.14),
      style: 'filled',
    },
    edgeAttributes: { ...plain.edgeAttributes, fontcolor: foreground, color: edge },
  }
}
