import type { Paint } from '../colors.ts'
import type { Report } from '../report.ts'
import { json } from './json.ts'
import { stylish } from './stylish.ts'
import { text } from './text.ts'

/** Writes a report. The result ends with a line break. */
export type Formatter = (report: Report, style: Style) => string

export interface Style {
  readonly paint: Paint
  /** Whether to list documents without a message too. */
  readonly isVerbose: boolean
}

/** By the name that `--format` takes; the first is the default. */
export const lintFormats: Readonly<Record<string, Formatter>> = { stylish, json }
export const reviewFormats: Readonly<Record<string, Formatter>> = { text, json }
