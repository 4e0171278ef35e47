/** The findings of a language model in a document, before and after looking up their quotations. */

import type { Range } from '../../core/text/range.ts'

/** The kinds of findings that the model is asked for. */
export const findingKinds = ['checklist', 'red-flag', 'unclear', 'contradiction'] as const

export type FindingKind = (typeof findingKinds)[number]

/** A finding as the model returned it: its form is checked, but not its content. */
export interface ModelFinding {
  readonly kind: FindingKind
  /** The checklist item or the red flag; absent for the other kinds. */
  readonly about?: string
  readonly quote: string
  /** The second passage of a contradiction. */
  readonly other?: string
  readonly message: string
}

/** A quoted passage of the document, with its exact text. */
export interface Passage extends Range {
  readonly text: string
}

/** A finding whose quotations are in the document. */
export interface PlacedFinding {
  /** What it is about, such as `scaling`, or else its kind. */
  readonly code: string
  /** Plain text on one line, without links or commands. */
  readonly message: string
  readonly passage: Passage
  /** The passage that this one contradicts. */
  readonly other?: Passage
}
