/** Says that something was opened and never closed. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'

/** Something that was opened and never closed. Offsets are those of the text that was looked at. */
export interface Unclosed {
  readonly start: number
  readonly end: number
  /** What is missing, such as `end` or `}`. */
  readonly closer: string
}

/** Says what is missing where the thing was opened. */
export const missing = ({ start, end, closer }: Unclosed): DiagramProblem => {
  if (closer === '"') return { reason: 'Missing closing quote `"`', start, end }
  const what = closer.startsWith('end') ? 'block' : closer === '*/' || closer === "'/" ? 'comment' : 'bracket'
  return { reason: `Missing \`${closer}\` to close this ${what}`, start, end }
}
