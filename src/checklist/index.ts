/** Runs the eleven judges of the reviewer's checklist over a document. */

import { remember } from '../core/data/remember.ts'
import { type DocumentModel, sectionAt } from '../core/document/document.ts'
import { isOpen } from '../reading/prose/written.ts'
import { judge as judgeApiContracts } from './api-contracts.ts'
import { judge as judgeArchitectureDiagram } from './architecture-diagram.ts'
import { judge as judgeComponents } from './components.ts'
import { judge as judgeCostEstimate } from './cost-estimate.ts'
import { judge as judgeDataFlow } from './data-flow.ts'
import { judge as judgeDataModel } from './data-model.ts'
import { judge as judgeFailureModes } from './failure-modes.ts'
import { type ChecklistId, type ChecklistItem, checklistIds, type Judgement } from './judgement.ts'
import { judgementByAuthor, metByAuthor } from './metByAuthor.ts'
import { judge as judgeMonitoring } from './monitoring.ts'
import { judge as judgeRequirements } from './requirements.ts'
import { judge as judgeScaling } from './scaling.ts'
import { judge as judgeSecurity } from './security.ts'

export {
  type ChecklistId,
  type ChecklistItem,
  type ChecklistStatus,
  checklistIds,
  type Judgement,
} from './judgement.ts'

const judges: Readonly<Record<ChecklistId, (document: DocumentModel) => Judgement>> = {
  requirements: judgeRequirements,
  'architecture-diagram': judgeArchitectureDiagram,
  components: judgeComponents,
  'data-flow': judgeDataFlow,
  'data-model': judgeDataModel,
  'api-contracts': judgeApiContracts,
  scaling: judgeScaling,
  'failure-modes': judgeFailureModes,
  'cost-estimate': judgeCostEstimate,
  security: judgeSecurity,
  monitoring: judgeMonitoring,
}

/**
 * Review a design document by its content, whatever its headings are called: one item for each id, in their order. Where the
 * author says by a comment that an item is met, it is. The second review of the same document costs nothing.
 */
export const reviewChecklist = remember((document: DocumentModel): readonly ChecklistItem[] =>
  judgedChecklist(document).map((item) => {
    const comment = metByAuthor(document).get(item.id)
    return comment ? { id: item.id, ...judgementByAuthor(comment) } : item
  }),
)

/** The same by what the document says alone, whatever its author says of it. */
export const judgedChecklist = remember((document: DocumentModel): readonly ChecklistItem[] => {
  const isTemplate = isOpen(document)
  return checklistIds.map((id) => {
    const found = isTemplate ? unfilled : judges[id](document)
    return { id, ...(isUnfilled(document, found) ? { ...found, status: 'partial' as const, reason: waiting } : found) }
  })
})

const waiting = 'Its section is not written yet.'
const unfilled: Judgement = { status: 'missing', reason: 'Not written yet.' }

/** Whether what speaks for an item stands among the template's placeholders. */
function isUnfilled(document: DocumentModel, { status, evidence }: Judgement): boolean {
  const section = status === 'met' && evidence ? sectionAt(document.sections, evidence.start) : undefined
  return section !== undefined && section !== document.title && isOpen(document, section)
}
