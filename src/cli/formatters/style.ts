/** Options of formatters: colours, what to list, and the rules and version for formats that include them. */

import type { Rule } from '../../core/lint/rule.ts'
import { createPaint, type Paint } from '../colors.ts'
import type { Context } from '../context.ts'
import { readVersion } from '../installation.ts'
import type { Report } from '../report.ts'

/** Formats a report. The result ends with a line break. */
export type Formatter = (report: Report, style: Style) => string

export interface Style {
  readonly paint: Paint
  /** Whether to list documents without messages too. */
  readonly isVerbose: boolean
  /** Whether formats for people list hints instead of only counting them; the editor does not list them either. */
  readonly showsHints: boolean
  /** All rules, for formats that list them. */
  readonly rules: readonly Rule[]
  /** The program's version. */
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
