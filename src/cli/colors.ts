/** Colours text for a terminal, and decides whether to use colours. */

import { styleText } from 'node:util'

type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'blue'

/** Applies a style to a text. */
export type Paint = (style: Style, text: string) => string

/** A painter; without colours, one that returns texts unchanged. */
export const createPaint = (hasColors: boolean): Paint =>
  // Without this option, Node would check its own standard output; ours may be another stream.
  hasColors ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text

/** Whether to use colours: see no-color.org and force-color.org. */
export const wantsColors = (env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean => {
  const { NO_COLOR: not, FORCE_COLOR: forced } = env
  if (not) return false
  return forced === undefined ? isTerminal : forced !== '0' && forced !== 'false'
}
