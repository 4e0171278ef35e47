/** The shape of a group and of a line in the Design Review. */

import type { ChecklistId } from '../checklist/index.ts'
import type { Range } from '../core/document/document.ts'

/** A heading of the review with what stands under it. Plain JSON. */
export interface ReviewGroup {
  readonly id: 'checklist' | 'decision' | 'options' | 'redFlags' | 'findings' | 'questions' | 'diagrams' | 'components'
  readonly label: string
  /** Whether it is unfolded at first. */
  readonly isOpen: boolean
  readonly items: readonly ReviewItem[]
}

export interface ReviewItem {
  readonly label: string
  /** What is said of it; absent when the label says all. */
  readonly description?: string
  readonly icon: ReviewIcon
  /** The state in a word, for who does not see the icon. Absent for what has none. */
  readonly state?: string
  /** Where it stands in the document, as UTF-16 offsets; absent for what stands nowhere. */
  readonly place?: Range
  /** Markdown of the template: what a good section on it answers. Absent when there is none. */
  readonly guidance?: string
  /** Its item of the checklist; absent for all else. */
  readonly checklistId?: ChecklistId
  /** The blank in its task box, as UTF-16 offsets: an `x` there answers it. Absent for all but open questions with a box. */
  readonly box?: Range
  /** The rule that found it; absent for all but findings. */
  readonly ruleId?: string
}

export type ReviewIcon =
  | 'met'
  | 'partial'
  | 'missing'
  | 'error'
  | 'warning'
  | 'information'
  | 'question'
  | 'diagram'
  | 'component'
  | 'status'
  | 'date'
  | 'option'
  | 'link'
