/** Decides whether to ask the author for a document's type, and where to show the question. */

import { isDecisionType } from '../core/decisions/record.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { isFiledAsDecision } from '../core/recognition/recognise.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'

/** A document without a declared type that is a design or may be one. Plain JSON. */
export interface TypeQuestion {
  /** The title of the type that was guessed; absent if it may not be a design at all. */
  readonly guess?: string
  /** The range of the title line, as UTF-16 offsets. */
  readonly place: Range
}

/**
 * What to ask about a document's type; undefined if it is declared, for a record in a folder of records, and if the
 * document is not a design.
 *
 * @param type absent for a document without a type
 * @param isNearlyOne whether a document without a type resembles a design
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
