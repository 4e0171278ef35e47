/** Draws with mermaid, in a frame. */

import mermaid, { type MermaidConfig } from 'mermaid'
import { DiagramError, type RenderDiagram } from '../core/diagrams/engine.ts'
import { editSvg } from './drawn/editSvg.ts'
import { onPaper, papers } from './drawn/paper.ts'
import { makeReadable } from './drawn/readable.ts'
import { findProblems } from './mermaid/findProblems.ts'
import { readGraph } from './mermaid/graph/index.ts'
import { darkThemes, mermaidConfig } from './mermaid/inside/config.ts'
import { markElements, removeToday } from './mermaid/inside/markElements.ts'
import { isPictureError, reasonFor } from './mermaid/inside/messages.ts'
import { keepStyle } from './mermaid/inside/sanitizer.ts'

keepStyle()

/** Draws with mermaid. Needs a DOM to measure in, and must run where untrusted code can do no harm. */
export const render: RenderDiagram = async (source, theme) => {
  const { theme: asked, layout } = await requestedBy(source)
  const shared = mermaidConfig(theme, asked !== undefined && asked !== null, source.split('$$').length > 2)
  // As on GitHub, ELK is not available, and such a diagram is drawn with the default layout.
  const isElk = /^elk/.test(layout ?? '')
  configure(isElk ? { ...shared, secure: [...(shared.secure ?? []), 'layout'] } : shared)
  // A single id for all drawings: each is inserted into its own shadow root, and the same source must always give the
  // same text.
  const drawn = await mermaid.render('drawing', source).catch((error: unknown) => fail(source, error))
  const graph = readGraph(source)
  const paper = asked && darkThemes.has(asked) !== theme.dark ? (theme.dark ? 'light' : 'dark') : undefined
  const ground = paper ? papers[paper] : theme.colors.background
  const svg = editSvg(drawn.svg, (root, styles) => {
    if (graph) markElements(root, graph)
    if (theme.isPortable) removeToday(root)
    if (mayHaveColors.test(source)) makeReadable(root, styles, { ground })
  })
  return paper ? onPaper(svg, paper) : svg
}

/** Words with which an author may set colours, of the diagram or parts of it. Examining the drawing takes time. */
const mayHaveColors = /\b(?:style|classDef|rect|box|theme|themeVariables|themeCSS|UpdateElementStyle|color|fill)\b/i

/** The theme and layout that a diagram requests. It is only parsed if it may request any, since that takes time. */
async function requestedBy(source: string): Promise<Pick<MermaidConfig, 'theme' | 'layout'>> {
  if (!/theme|layout|elk/i.test(source)) return {}
  const { config } = await mermaid.parse(source).catch((error: unknown) => fail(source, error))
  return config ?? {}
}

let configured = ''

/** Mixing a theme's colours takes time, so it is only done if the configuration has changed. */
function configure(config: MermaidConfig): void {
  const text = JSON.stringify(config)
  if (text === configured) return
  mermaid.initialize(config)
  configured = text
}

/** An error that only drawing finds, and no parser explains, is about a missing image or the diagram as a whole. */
async function fail(source: string, error: unknown): Promise<never> {
  const [problem] = await findProblems(source, mermaid)
  if (problem) throw new DiagramError(problem)
  const image = isPictureError(error) ? /\bimg:[ \t]{0,9}["']?[^\s"']{1,999}/.exec(source) : null
  if (image) {
    const reason = 'The image cannot be shown: nothing is loaded from other sites'
    throw new DiagramError({ reason, start: image.index, end: image.index + image[0].length })
  }
  const { start, end } = readGraph(source)?.head ?? { start: 0, end: 0 }
  throw new DiagramError({ reason: reasonFor(error, error instanceof Error ? error.message : ''), start, end })
}
