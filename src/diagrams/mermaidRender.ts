import DOMPurify from 'dompurify'
import mermaid, { type MermaidConfig } from 'mermaid'
import type { DiagramTheme, RenderDiagram } from '../core/engine.ts'
import { readOutline } from './mermaid/outline/index.ts'
import { markParts } from './mermaid/parts.ts'
import { editSvg } from './util/editSvg.ts'
import { mermaidThemeCss, mermaidThemeVariables } from './util/mermaidTheme.ts'
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
  const { config } = await mermaid.parse(source)
  const asked = config?.theme
  mermaid.initialize(mermaidConfig(theme, asked !== undefined && asked !== null))
  // One id for all drawings: each one ends up in a tree of its own, and the text of a drawing must not change by its place.
  const drawn = await mermaid.render('drawing', source)
  const outline = readOutline(source)
  const svg = outline ? editSvg(drawn.svg, (root) => markParts(root, outline)) : drawn.svg
  return asked && !theme.highContrast && darkThemes.has(asked) !== theme.dark
    ? onPaper(svg, darkThemes.has(asked) ? 'dark' : 'light')
    : svg
}

/** Layout and look as GitHub has them, so that a picture here is the picture there. */
function mermaidConfig(theme: DiagramTheme, hasOwnTheme: boolean): MermaidConfig {
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
