/** Determines which documents are reviewed with the checklist, for the editor and the CLI alike. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentType } from './documentType.ts'

/** Whether documents of a type are designs. Reports, procedures and analyses are not, and their templates say so. */
export const isDesignType = ({ checklist }: Pick<DocumentType, 'checklist'>): boolean => checklist?.length !== 0

/** Whether documents of a type have a checklist: designs do, decisions and other documents do not. */
export const hasChecklist = (type: Pick<DocumentType, 'id' | 'title' | 'checklist'> | undefined): boolean =>
  type !== undefined && isDesignType(type) && !isDecisionType(type)
