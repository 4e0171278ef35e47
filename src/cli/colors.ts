/** Colours text for a terminal, and tells whether colours are wanted. */

import { styleText } from 'node:util'

type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'blue'

/** Dresses a text for a terminal. */
export type Paint = (style: Style, text: string) => string

/** A painter, or one that leaves texts as they are. */
export const createPaint = (hasColors: boolean): Paint =>
  // Node would look at its own standard output; ours may be another.
  hasColors ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text

/** Whether to write colours: see no-color.org and force-color.org. */
export const wantsColors = (env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean => {
  const { NO_COLOR: not, FORCE_COLOR: forced } = env
  if (not) return false
  return forced === undefined ? isTerminal : forced !== '0' && forced !== 'false'
}
