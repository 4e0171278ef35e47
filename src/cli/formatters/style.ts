/** What a formatter is given and gives: colours, width, and a text that ends with a line break. */

import type { Rule } from '../../core/lint/rule.ts'
import { createPaint, type Paint } from '../colors.ts'
import type { Context } from '../context.ts'
import { readVersion } from '../installation.ts'
import type { Report } from '../report.ts'

/** Writes a report. The result ends with a line break. */
export type Formatter = (report: Report, style: Style) => string

export interface Style {
  readonly paint: Paint
  /** Whether to list documents without a message too. */
  readonly isVerbose: boolean
  /** Whether formats for people list hints too, instead of only counting them: an editor lists none either. */
  readonly showsHints: boolean
  /** All that there are, for formats that list them. */
  readonly rules: readonly Rule[]
  /** Of the program. */
  readonly version: string
}

export const styleOf = (
  { hasColors, rules }: Context,
  { isVerbose, showsHints }: Pick<Style, 'isVerbose' | 'showsHints'>,
): Style => ({
  paint: createPaint(hasColors),
  isVerbose,
  showsHints,
  rules,
  version: readVersion(),
})
