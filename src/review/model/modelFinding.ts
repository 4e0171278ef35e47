/** What a language model finds in a document, before and after its quotations were looked up. */

import type { Range } from '../../core/text/range.ts'

/** What a model is asked for. */
export const findingKinds = ['checklist', 'red-flag', 'unclear', 'contradiction'] as const

export type FindingKind = (typeof findingKinds)[number]

/** A finding as the model gave it: its form has been checked, but none of its words. */
export interface ModelFinding {
  readonly kind: FindingKind
  /** The item of the checklist, or the red flag; absent for the other kinds. */
  readonly about?: string
  readonly quote: string
  /** Of a contradiction the other passage. */
  readonly other?: string
  readonly message: string
}

/** A passage of the document that was quoted, word for word as it stands there. */
export interface Passage extends Range {
  readonly text: string
}

/** A finding whose quotations are in the document. */
export interface PlacedFinding {
  /** What it is about, such as `scaling`, or its kind. */
  readonly code: string
  /** Plain text on one line, in which nothing acts. */
  readonly message: string
  readonly passage: Passage
  /** What the passage contradicts. */
  readonly other?: Passage
}
