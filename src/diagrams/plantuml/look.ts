/** Gives PlantUML the colours and the font of the editor. */

import type { DiagramTheme } from '../../core/diagrams/engine.ts'
import { mix } from '../drawn/colors.ts'

/** Lines, inserted after `@start…`, that give a diagram the colours and the font of the editor. */
export function look({ colors, highContrast, fontFamily }: DiagramTheme): readonly string[] {
  const { background, foreground, line, accent } = colors
  const tint = (color: string, share: number) => (highContrast ? background : mix(background, color, share))
  const border = highContrast ? line : mix(background, accent, 0.75)
  const edge = highContrast ? line : mix(background, foreground, 0.65)
  const note = colors.series[3] ?? accent
  // Only characters that PlantUML cannot misread.
  const font = /^[\w -]+$/.exec(fontFamily.split(',', 1)[0]?.replace(/["']/g, '').trim() ?? '')?.[0] ?? 'sans-serif'
  return [
    'skinparam backgroundColor transparent',
    `skinparam defaultFontName ${font}`,
    '<style>',
    'root {',
    `  BackgroundColor ${tint(accent, 0.14)}`,
    `  FontColor ${foreground}`,
    `  LineColor ${border}`,
    `  HyperLinkColor ${accent}`,
    '}',
    'document { BackgroundColor transparent }',
    `arrow { LineColor ${edge}`,
    `  FontColor ${foreground} }`,
    `note { BackgroundColor ${tint(note, 0.2)}`,
    `  LineColor ${mix(background, note, 0.7)} }`,
    `group,package { BackgroundColor ${tint(foreground, 0.05)}`,
    `  LineColor ${highContrast ? line : mix(background, foreground, 0.3)} }`,
    '</style>',
  ]
}
