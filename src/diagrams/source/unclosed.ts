/** Reports something that was opened and never closed. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'

/** Something that was opened and never closed. Offsets refer to the text that was examined. */
export interface Unclosed {
  readonly start: number
  readonly end: number
  /** What is missing, such as `end` or `}`. */
  readonly closer: string
}

/** The problem of a missing closer, at the place of the opener. */
export const missing = ({ start, end, closer }: Unclosed): DiagramProblem => {
  if (closer === '"') return { reason: 'Missing closing quote `"`', start, end }
  const what = closer.startsWith('end') ? 'block' : closer === '*/' || closer === "'/" ? 'comment' : 'bracket'
  return { reason: `Missing \`${closer}\` to close this ${what}`, start, end }
}
