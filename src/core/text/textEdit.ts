/** A change to a text, as plain data. */
import type { Range } from './range.ts'

/** A replacement at UTF-16 offsets. */
export interface TextEdit extends Range {
  readonly newText: string
  /** Whether `newText` is snippet syntax. */
  readonly isSnippet?: boolean
}
