/** Decides whether the author of a document is asked of what type it is, and where that question stands. */

import { isDecisionType } from '../core/decisions/record.ts'
import type { DocumentModel, Range } from '../core/document/document.ts'
import { isFiledAsDecision } from '../core/recognition/recognise.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'

/** A document whose type nobody has named, and which is or may be a design. Plain JSON. */
export interface TypeQuestion {
  /** The title of the type that the document is taken for; absent where it is not sure that it is a design at all. */
  readonly guess?: string
  /** The title line, as UTF-16 offsets. */
  readonly place: Range
}

/**
 * What to ask of a document's type. Nothing of one that is named, of a record in a folder of records, and of what is no design.
 *
 * @param type absent for a document that has none
 * @param isNearlyOne whether a document without a type is much like a design
 */
export function typeQuestionOf(
  document: DocumentModel,
  type: DocumentType | undefined,
  path: string | undefined,
  isNearlyOne: boolean,
): TypeQuestion | undefined {
  const isSure = !type?.isGuessed || (isDecisionType(type) && path !== undefined && isFiledAsDecision(path))
  if (type ? isSure : !isNearlyOne) return undefined
  return { ...(type && { guess: type.title }), place: titlePlace(document) }
}
