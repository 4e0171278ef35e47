/** Mermaid's settings for our drawings, including those that a diagram may not change. */

import type { MermaidConfig } from 'mermaid'
import type { DiagramTheme } from '../../../core/diagrams/engine.ts'
import { mermaidThemeCss, mermaidThemeVariables } from './theme.ts'

/** Settings that a diagram may not override, so that its source cannot weaken the reader's protection. */
export const secure = [
  ...['secure', 'securityLevel', 'startOnLoad', 'suppressErrorRendering', 'maxTextSize', 'maxEdges'],
  ...['themeCSS', 'fontFamily', 'altFontFamily', 'dompurifyConfig', 'deterministicIds', 'deterministicIDSeed'],
]

/** Mermaid's themes for a dark background. */
export const darkThemes = new Set(['dark', 'neo-dark', 'redux-dark', 'redux-dark-color'])

/** The fixed seed makes hand-drawn diagrams look the same each time. */
const steady: MermaidConfig = { secure: [...secure, 'handDrawnSeed'], handDrawnSeed: 1 }

/** SVG viewers other than browsers do not support HTML in SVG. */
const portable: MermaidConfig = {
  ...steady,
  secure: [...secure, 'htmlLabels', 'handDrawnSeed'],
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
}

/** Layout and look are those of GitHub, so that a diagram looks the same there. */
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
    // Mermaid writes formulas only as HTML; the panel turns them into images.
    ...(theme.isPortable && (hasFormula ? steady : portable)),
  }
  // A diagram that names a theme should have that theme's colours, but mermaid would mix ours into them.
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
