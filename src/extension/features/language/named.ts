/** Reads what the language features need to know about a document. */

import type * as vscode from 'vscode'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { type NameAt, nameAt } from '../../../language/part.ts'
import type { Named } from '../../../language/partNames.ts'
import { diagramSyntaxOf } from '../../models.ts'
import type { Service } from '../../service.ts'

/** Diagram files, by language or, if another extension uses a different language id, by file extension. */
export const diagramFiles: readonly vscode.DocumentFilter[] = syntaxes.flatMap(({ files }) =>
  files ? [{ language: files.language }, { pattern: `**/*.{${files.endings.join(',')}}` }] : [],
)

/** All documents that can contain diagrams. */
export const diagramDocuments: readonly vscode.DocumentFilter[] = [{ language: 'markdown' }, ...diagramFiles]

/** The part of the design at a position. */
export interface PartAt {
  readonly named: Named
  readonly at: NameAt
}

/** The names in the current version of a document; undefined if it changes in the meantime or cannot be read. */
async function namesIn(service: Service, document: vscode.TextDocument): Promise<Named | undefined> {
  if (diagramSyntaxOf(document)) {
    const model = await service.model(document)
    return model && { document: model, type: undefined }
  }
  const { model, type } = (await service.read(document)) ?? {}
  return model && { document: model, type }
}

/** The part whose name is at a position; undefined if there is none. */
export async function partAt(
  service: Service,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<PartAt | undefined> {
  const named = await namesIn(service, document)
  const at = named && nameAt(named, document.offsetAt(position))
  return named && at && { named, at }
}
