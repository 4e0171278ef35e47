/** Says which documents a reviewer goes through with the checklist, for editor and command line alike. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentType } from './documentType.ts'

/** Whether documents of a type are designs; a report, a procedure or an analysis is none, and says so in its template. */
export const isDesignType = ({ checklist }: Pick<DocumentType, 'checklist'>): boolean => checklist?.length !== 0

/** Whether documents of a type have a checklist: every design has one, a decision and what is no design document have none. */
export const hasChecklist = (type: Pick<DocumentType, 'id' | 'title' | 'checklist'> | undefined): boolean =>
  type !== undefined && isDesignType(type) && !isDecisionType(type)
