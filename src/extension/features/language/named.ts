/** Reads what the language features ask of a document. */

import type * as vscode from 'vscode'
import { type NameAt, nameAt } from '../../../language/part.ts'
import type { Named } from '../../../language/partNames.ts'
import type { Service } from '../../service.ts'

/** The part of the design at a position. */
export interface PartAt {
  readonly named: Named
  readonly at: NameAt
}

/** The names in the current version of a document; undefined when it moves on, or cannot be read. */
async function namesIn(service: Service, document: vscode.TextDocument): Promise<Named | undefined> {
  const { model, type } = (await service.read(document)) ?? {}
  return model && { document: model, type }
}

/** The part whose name stands at a position; undefined where there is none. */
export async function partAt(
  service: Service,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<PartAt | undefined> {
  const named = await namesIn(service, document)
  const at = named && nameAt(named, document.offsetAt(position))
  return named && at && { named, at }
}
