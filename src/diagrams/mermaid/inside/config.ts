/** Mermaid's settings for our drawings, and which a diagram may not change. */

import type { MermaidConfig } from 'mermaid'
import type { DiagramTheme } from '../../../core/diagrams/engine.ts'
import { mermaidThemeCss, mermaidThemeVariables } from './theme.ts'

/** Settings a diagram may not change for itself: its own words must not loosen what protects the reader. */
export const secure = [
  ...['secure', 'securityLevel', 'startOnLoad', 'suppressErrorRendering', 'maxTextSize', 'maxEdges'],
  ...['themeCSS', 'fontFamily', 'altFontFamily', 'dompurifyConfig', 'deterministicIds', 'deterministicIDSeed'],
]

/** Themes of mermaid made for a dark ground. */
export const darkThemes = new Set(['dark', 'neo-dark', 'redux-dark', 'redux-dark-color'])

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
export function mermaidConfig(theme: DiagramTheme, hasOwnTheme: boolean, hasFormula: boolean): MermaidConfig {
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
