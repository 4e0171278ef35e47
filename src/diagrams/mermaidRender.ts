import DOMPurify from 'dompurify'
import mermaid, { type MermaidConfig } from 'mermaid'
import { DiagramError, type DiagramTheme, type RenderDiagram } from '../core/engine.ts'
import { findProblems } from './mermaid/findProblems.ts'
import { markParts } from './mermaid/inside/parts.ts'
import { mermaidThemeCss, mermaidThemeVariables } from './mermaid/inside/theme.ts'
import { reasonFor } from './mermaid/messageError.ts'
import { readOutline } from './mermaid/outline/index.ts'
import { editSvg } from './util/editSvg.ts'
import { onPaper } from './util/paper.ts'

/** Settings a diagram may not change for itself: its own words must not loosen what protects the reader. */
const secure = [
  ...['secure', 'securityLevel', 'startOnLoad', 'suppressErrorRendering', 'maxTextSize', 'maxEdges'],
  ...['themeCSS', 'fontFamily', 'altFontFamily', 'dompurifyConfig', 'deterministicIds', 'deterministicIDSeed'],
]

/** Themes of mermaid made for a dark ground. */
const darkThemes = new Set(['dark', 'neo-dark', 'redux-dark', 'redux-dark-color'])

/**
 * Mermaid passes a finished drawing, its style element included, through the sanitiser, whose parser reports that element
 * to be against the policy. The style stays out of it: the panel does not trust what comes from here anyway.
 */
const sanitize = DOMPurify.sanitize.bind(DOMPurify)
DOMPurify.sanitize = ((dirty: string | Node, options: object) => {
  const style =
    typeof dirty === 'string' && dirty.startsWith('<svg') ? /<style>[^<]*<\/style>/.exec(dirty)?.[0] : undefined
  if (typeof dirty !== 'string' || style === undefined) return sanitize(dirty, options)
  return `${sanitize(
    dirty.replace(style, () => ''),
    options,
  )}`.replace(/^<svg[^>]*>/, (start) => start + style)
}) as typeof DOMPurify.sanitize

/** Draws with mermaid. Needs a DOM to measure in, and must run where untrusted text may do no harm. */
export const render: RenderDiagram = async (source, theme) => {
  const { theme: asked, layout } = await wishesOf(source)
  const shared = mermaidConfig(theme, asked !== undefined && asked !== null, source.split('$$').length > 2)
  // ELK is not here, as it is not on GitHub: there such a diagram is drawn with the usual layout.
  const isElk = /^elk/.test(layout ?? '')
  configure(isElk ? { ...shared, secure: [...(shared.secure ?? []), 'layout'] } : shared)
  // One id for all drawings: each one ends up in a tree of its own, and the text of a drawing must not change by its place.
  const drawn = await mermaid.render('drawing', source).catch((error: unknown) => fail(source, error))
  const outline = readOutline(source)
  const svg = editSvg(drawn.svg, (root) => {
    if (outline) markParts(root, outline)
    // The line of the day in a gantt chart.
    if (theme.isPortable) for (const today of root.querySelectorAll('.today')) today.remove()
  })
  return asked && !theme.highContrast && darkThemes.has(asked) !== theme.dark
    ? onPaper(svg, darkThemes.has(asked) ? 'dark' : 'light')
    : svg
}

/** What a diagram wants to look like. Parsing twice takes time, so it is done only for those that may want something. */
async function wishesOf(source: string): Promise<Pick<MermaidConfig, 'theme' | 'layout'>> {
  if (!/theme|layout|elk/i.test(source)) return {}
  const { config } = await mermaid.parse(source).catch((error: unknown) => fail(source, error))
  return config ?? {}
}

let configured = ''

/** Mixing a theme's colours takes time, so it is done only when the configuration is another one. */
function configure(config: MermaidConfig): void {
  const text = JSON.stringify(config)
  if (text === configured) return
  mermaid.initialize(config)
  configured = text
}

/** What only drawing finds, where the parser cannot say more, is about a picture that is missing or the diagram as a whole. */
async function fail(source: string, error: unknown): Promise<never> {
  const [problem] = await findProblems(source, mermaid)
  if (problem) throw new DiagramError(problem)
  const image = error instanceof DOMException ? /\bimg:[ \t]{0,9}["']?[^\s"']{1,999}/.exec(source) : null
  if (image) {
    const reason = 'The picture cannot be shown, for nothing is fetched from elsewhere'
    throw new DiagramError({ reason, start: image.index, end: image.index + image[0].length })
  }
  const { start, end } = readOutline(source)?.head ?? { start: 0, end: 0 }
  throw new DiagramError({ reason: reasonFor(error, error instanceof Error ? error.message : ''), start, end })
}

/** The same hand draws each time. */
const steady: MermaidConfig = { secure: [...secure, 'handDrawnSeed'], handDrawnSeed: 1 }

/** Programs that show SVG files know no HTML in them. */
const portable: MermaidConfig = {
  ...steady,
  secure: [...secure, 'htmlLabels', 'handDrawnSeed'],
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
}

/** Layout and look as GitHub has them, so that a picture here is the picture there. */
function mermaidConfig(theme: DiagramTheme, hasOwnTheme: boolean, hasFormula: boolean): MermaidConfig {
  const shared: MermaidConfig = {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    deterministicIds: true,
    layout: 'dagre',
    look: 'classic',
    logLevel: 'fatal',
    secure,
    theme: 'base',
    // Mermaid writes formulas as HTML or not at all; the panel makes pictures of them.
    ...(theme.isPortable && (hasFormula ? steady : portable)),
  }
  // A diagram that names a theme wants that theme's colours, and mermaid would mix ours into them.
  if (hasOwnTheme) return shared
  return {
    ...shared,
    darkMode: theme.dark,
    fontFamily: theme.fontFamily,
    themeVariables: mermaidThemeVariables(theme),
    themeCSS: mermaidThemeCss(theme),
    sequence: { actorFontSize: 14, messageFontSize: 14, noteFontSize: 14 },
  }
}
