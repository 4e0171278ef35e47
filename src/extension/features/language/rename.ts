/** *Rename Symbol* for a part of the design: one edit of its heading, its mentions and every diagram that shows it. */

import * as vscode from 'vscode'
import { count } from '../../../core/text/count.ts'
import { printable } from '../../../core/text/printable.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { objectionTo, rename } from '../../../language/renamePart.ts'
import { toRange } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { diagramDocuments, partAt } from './named.ts'

const uncertain: vscode.WorkspaceEditEntryMetadata = {
  needsConfirmation: true,
  label: t`May refer to something else`,
  description: t`Written differently, or a keyword`,
}

/**
 * Uncertain edits are unticked in VS Code's refactor preview. If no part is at the position, other providers may
 * rename.
 */
export function registerRename(service: Service): vscode.Disposable {
  return vscode.languages.registerRenameProvider(diagramDocuments, {
    async prepareRename(document, position) {
      const found = await partAt(service, document, position)
      return found && { range: toRange(document, found.at), placeholder: found.at.name }
    },
    async provideRenameEdits(document, position, newName, token) {
      const found = await partAt(service, document, position)
      if (!found) return undefined
      const { named, at } = found
      const objection = objectionTo(named, at, newName)
      if (objection !== undefined) throw new Error(translated(objection))
      const { edits, left } = await rename(named, at, newName, {
        syntaxes,
        accepts: async (engine, source) => (await service.checkDiagram(document, engine, source)).length === 0,
      })
      if (token.isCancellationRequested) return undefined
      const result = new vscode.WorkspaceEdit()
      for (const { isCertain, newText, ...place } of edits)
        result.replace(document.uri, toRange(document, place), newText, isCertain ? undefined : uncertain)
      if (left.length > 0) tellLeft(document, newName, left)
      return result
    },
  })
}

function tellLeft(
  document: vscode.TextDocument,
  newName: string,
  diagrams: readonly { readonly start: number }[],
): void {
  const lines = diagrams.map(({ start }) => document.positionAt(start).line + 1).sort((a, b) => a - b)
  const where = lines.length === 1 ? t`line ${lines[0]}` : t`lines ${lines.join(', ')}`
  void vscode.window.showWarningMessage(
    printable(
      t`“${newName}” could not be renamed in ${translated(count(lines.length, 'diagram'))} (${where}) without changing what it shows. Rename it there manually.`,
    ),
  )
}
