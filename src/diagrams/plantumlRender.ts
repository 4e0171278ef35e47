/** Draws with PlantUML, in a frame. */

import { DiagramError, type DiagramTheme, type RenderDiagram } from '../core/diagrams/engine.ts'
import { editSvg } from './drawn/editSvg.ts'
import { onPaper, papers } from './drawn/paper.ts'
import { makeReadable } from './drawn/readable.ts'
import { loadGraphviz } from './graphviz/load.ts'
import { draw } from './plantuml/draw.ts'
import { mistakeIn } from './plantuml/findProblems.ts'
import { graphOf } from './plantuml/graph.ts'
import { look } from './plantuml/look.ts'
import { markElements } from './plantuml/markElements.ts'
import { prepare } from './plantuml/source.ts'

// PlantUML looks for Graphviz under this name.
Object.assign(globalThis, { Viz: { instance: loadGraphviz } })

/** Draws with PlantUML, which uses Graphviz for layouts. Must run where untrusted code can do no harm. */
export const render: RenderDiagram = async (source, theme) => {
  const svg = await drawIn(source, theme)
  const graph = graphOf(source)
  const isColored = hasColors(source)
  if (!graph && !isColored) return svg
  return editSvg(svg, (root, styles) => {
    if (graph) markElements(root, graph)
    if (isColored) makeReadable(root, styles, { ground: papers.light, usual: [usualText] })
  })
}

/** The first drawing takes longer than others. */
export const warmUp = (): Promise<unknown> => draw(['@startuml', 'A -> B', '@enduml'])

async function drawIn(source: string, theme: DiagramTheme): Promise<string> {
  const prepared = prepare(source)
  const [start = '', ...rest] = prepared.lines
  if (!hasColors(source)) {
    const ours = look(theme)
    const svg = await draw([start, ...ours, ...rest])
    if (!mistakeIn(svg, source, prepared, ours.length)) return svg
  }
  // Some kinds do not accept a style.
  const svg = await draw(prepared.lines)
  const mistake = mistakeIn(svg, source, prepared)
  if (mistake) throw new DiagramError(mistake)
  return onPaper(svg, 'light')
}

/** PlantUML's default text colour. */
const usualText = '#000000'

/** Whether a source sets colours of its own, which were chosen for a white background. */
const hasColors = (source: string): boolean =>
  /^\s*(?:skinparam|!theme|!include|<style>)|#[a-z\d]{3}|<color|<back/im.test(source)
