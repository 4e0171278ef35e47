/** Runs the eleven judges of the reviewer's checklist over a document. */

import { rememberBoth } from '../core/data/remember.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { ownPartOf } from '../reading/prose/ownPart.ts'
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
import { reconsider } from './reconsider.ts'
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

/** Returns a cached result for the same document and type. */
type Review = (document: DocumentModel, type?: DocumentType) => readonly ChecklistItem[]

/**
 * Reviews a design document by its content, whatever its headings are: one item for each id in its type's checklist, in
 * their order. An item that the author marks as met in a comment is met. Results are cached.
 *
 * @param type its examples and placeholders are not the author's; if absent, only what counts in any document
 */
export const reviewChecklist: Review = rememberBoth((document, type) =>
  wholeChecklist(document, type).filter(({ id }) => type?.checklist?.includes(id) ?? true),
)

/** Like `reviewChecklist`, with all eleven items, for rules that need them whatever the type's checklist contains. */
export const wholeChecklist: Review = rememberBoth((document, type) =>
  judgedChecklist(document, type).map((item) => {
    const comment = metByAuthor(document).get(item.id)
    return comment ? { id: item.id, ...judgementByAuthor(comment) } : item
  }),
)

/** Like `wholeChecklist`, by content alone, ignoring the author's comments. */
export const judgedChecklist: Review = rememberBoth((document, type) =>
  checklistIds.map((id) => ({ id, ...judgeOnce(document, type, id) })),
)

/** Judges one item per step, so that the caller can yield to other work in between; the results are cached. */
export function* reviewAhead(document: DocumentModel, type?: DocumentType): Generator<void> {
  ownPartOf(document, type)
  yield
  for (const id of checklistIds) {
    judgeOnce(document, type, id)
    yield
  }
}

const judgementsOf = rememberBoth((_document: DocumentModel, _type?: DocumentType) => new Map<ChecklistId, Judgement>())

function judgeOnce(document: DocumentModel, type: DocumentType | undefined, id: ChecklistId): Judgement {
  const known = judgementsOf(document, type)
  const judgement = known.get(id) ?? judgeOwn(document, type, id)
  known.set(id, judgement)
  return judgement
}

/** Judges what the author has written. A half-written section counts towards an item, but cannot make it met. */
function judgeOwn(document: DocumentModel, type: DocumentType | undefined, id: ChecklistId): Judgement {
  const { settled, begun } = ownPartOf(document, type)
  const found = reconsider(settled, id, judges[id](settled))
  if (found.status === 'met' || settled === document) return found
  const more = begun === settled ? found : judges[id](begun)
  if (more.status === 'met') return { ...more, status: 'partial', reason: waiting }
  if (found.status === 'partial' || more.status === 'partial') return found.status === 'partial' ? found : more
  // Judging the whole document would count the template's own words.
  return judges[id](document).status === 'missing' ? found : unfilled
}

const waiting = 'The section is not written yet.'
const unfilled: Judgement = { status: 'missing', reason: 'Not written yet.' }
