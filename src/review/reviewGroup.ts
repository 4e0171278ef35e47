/** The data of a group and of an item in the Design Review. */

import type { ChecklistId } from '../checklist/index.ts'
import type { Range } from '../core/text/range.ts'

/** A heading of the review with its items. Plain JSON. */
export interface ReviewGroup {
  readonly id: 'checklist' | 'decision' | 'options' | 'redFlags' | 'findings' | 'questions' | 'diagrams' | 'components'
  readonly label: string
  /** Whether it is expanded initially. */
  readonly isOpen: boolean
  readonly items: readonly ReviewItem[]
}

export interface ReviewItem {
  readonly label: string
  /** Text next to the label; absent if the label is enough. */
  readonly description?: string
  readonly icon: ReviewIcon
  /** The state in a word, for readers who do not see the icon; absent if there is none. */
  readonly state?: string
  /** Its range in the document, as UTF-16 offsets; absent if it has no place there. */
  readonly place?: Range
  /** Markdown from the template on what a good section about it answers; absent if there is none. */
  readonly guidance?: string
  /** Only for checklist items. */
  readonly checklistId?: ChecklistId
  /** Whether the author marked a checklist item as met. */
  readonly isMarked?: true
  /** The space in a checkbox, as UTF-16 offsets: an `x` there answers it. Only for open questions with a checkbox. */
  readonly box?: Range
  /** The rule that reported it. Only for findings. */
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
