/** Says which documents a reviewer goes through with the checklist, for editor and command line alike. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentType } from './documentType.ts'

/** Whether documents of a type have a checklist: every design has one, a decision and what is no design document have none. */
export const hasChecklist = (type: Pick<DocumentType, 'id' | 'title'> | undefined): boolean =>
  type !== undefined && !isDecisionType(type)
