/** Gives mermaid the colours of the editor. */

import type { DiagramTheme } from '../../../core/diagrams/engine.ts'
import { mix } from '../../drawn/colors.ts'

/** Mermaid's `base` theme in the editor's colours: subtle boxes, visible lines, the editor's text colour. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a flat table, a line for each colour that mermaid has a name for
export function mermaidThemeVariables(theme: DiagramTheme): Record<string, unknown> {
  const { background, foreground, line, accent, error } = theme.colors
  // High-contrast themes have outlines and no tints.
  const tint = (color: string, share: number) => mix(background, color, theme.highContrast ? 0 : share)
  const border = theme.highContrast ? line : mix(background, accent, 0.75)
  const box = tint(accent, 0.14)
  const quiet = tint(foreground, 0.05)
  const edge = theme.highContrast ? line : mix(background, foreground, 0.65)
  // The second round is mixed half with the text colour, so that seven slices have seven colours.
  const series = [...theme.colors.series, ...theme.colors.series.map((color) => mix(color, foreground, 0.5))].slice(
    0,
    12,
  )
  const fills = series.map((color) => tint(color, theme.dark ? 0.38 : 0.28))
  const numbered = (name: string, values: readonly string[], first = 0) =>
    Object.fromEntries(values.map((value, index) => [`${name}${index + first}`, value]))
  return {
    darkMode: theme.dark,
    fontFamily: theme.fontFamily,
    fontSize: '14px',
    background,
    primaryColor: box,
    primaryTextColor: foreground,
    primaryBorderColor: border,
    secondaryColor: tint(accent, 0.24),
    secondaryTextColor: foreground,
    secondaryBorderColor: border,
    tertiaryColor: quiet,
    tertiaryTextColor: foreground,
    tertiaryBorderColor: mix(background, foreground, 0.3),
    textColor: foreground,
    titleColor: foreground,
    lineColor: edge,
    arrowheadColor: edge,
    nodeBorder: border,
    clusterBkg: quiet,
    clusterBorder: mix(background, foreground, theme.highContrast ? 1 : 0.3),
    edgeLabelBackground: background,
    relationLabelBackground: background,
    noteBkgColor: tint(series[3] ?? accent, 0.2),
    noteTextColor: foreground,
    noteBorderColor: mix(background, series[3] ?? accent, 0.7),
    actorLineColor: mix(background, foreground, 0.4),
    activationBkgColor: tint(accent, 0.3),
    activationBorderColor: border,
    sequenceNumberColor: background,
    altBackground: quiet,
    compositeBackground: quiet,
    sectionBkgColor: quiet,
    sectionBkgColor2: tint(accent, 0.08),
    altSectionBkgColor: background,
    excludeBkgColor: quiet,
    gridColor: mix(background, foreground, 0.25),
    taskBkgColor: box,
    taskBorderColor: border,
    taskTextClickableColor: accent,
    activeTaskBkgColor: tint(accent, 0.35),
    activeTaskBorderColor: border,
    doneTaskBkgColor: tint(foreground, 0.14),
    doneTaskBorderColor: mix(background, foreground, 0.5),
    critBkgColor: tint(error, 0.3),
    critBorderColor: error,
    todayLineColor: error,
    vertLineColor: accent,
    rowOdd: background,
    rowEven: quiet,
    attributeBackgroundColorOdd: background,
    attributeBackgroundColorEven: quiet,
    errorBkgColor: tint(error, 0.2),
    errorTextColor: foreground,
    scaleLabelColor: foreground,
    ...numbered('cScale', fills),
    ...numbered('cScalePeer', series),
    ...numbered('cScaleInv', Array(12).fill(edge)),
    ...numbered('cScaleLabel', Array(12).fill(foreground)),
    ...numbered('fillType', fills.slice(0, 8)),
    ...numbered('pie', fills, 1),
    ...numbered('venn', fills.slice(0, 8), 1),
    pieOpacity: '1',
    pieStrokeColor: background,
    pieOuterStrokeColor: mix(background, foreground, 0.3),
    pieOuterStrokeWidth: '1px',
    pieTitleTextSize: '18px',
    pieSectionTextSize: '14px',
    pieLegendTextSize: '14px',
    ...numbered('git', series.slice(0, 8)),
    ...numbered('gitInv', Array(8).fill(background)),
    ...numbered('gitBranchLabel', Array(8).fill(background)),
    commitLabelColor: foreground,
    commitLabelBackground: quiet,
    archEdgeColor: edge,
    archEdgeArrowColor: edge,
    archGroupBorderColor: mix(background, foreground, 0.45),
    quadrant1Fill: tint(accent, 0.16),
    quadrant2Fill: tint(accent, 0.1),
    quadrant3Fill: quiet,
    quadrant4Fill: tint(accent, 0.1),
    quadrantPointFill: accent,
    xyChart: { backgroundColor: background, plotColorPalette: series.join(',') },
    packet: {
      startByteColor: foreground,
      endByteColor: foreground,
      labelColor: foreground,
      titleColor: foreground,
      blockStrokeColor: border,
      blockFillColor: box,
    },
    radar: { graticuleColor: mix(background, foreground, 0.4) },
  }
}

/** Overrides colours that mermaid hard-codes: grey on dark grey in C4, white dots in ER. */
export function mermaidThemeCss({ colors: { background, foreground } }: DiagramTheme): string {
  const soft = mix(background, foreground, 0.65)
  return `
    [stroke='#444444'] { stroke: ${soft}; }
    [fill='#444444'] { fill: ${mix(background, foreground, 0.8)}; }
    circle[fill='white'] { fill: ${background}; }
    .edgeLabel .labelBkg, .edgeLabel p { background-color: ${background}; }`
}
