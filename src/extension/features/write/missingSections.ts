/** The command *Add All Missing Sections*. */

import * as vscode from 'vscode'
import { insertMissing } from '../../../core/document/sections.ts'
import { printable } from '../../../core/text/printable.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { prepareEdits } from '../../insertion.ts'
import type { Service } from '../../service.ts'
import { chooseType } from './chooseType.ts'

/** How long the status bar says that there was nothing to do, in milliseconds. */
const glance = 5000

/** *Add All Missing Sections*: all in one step, for one undo to take back. */
export function registerMissingSections(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.addMissingSections', async () => {
    const document = vscode.window.activeTextEditor?.document
    if (document?.languageId !== 'markdown') {
      void vscode.window.showInformationMessage('Open a design document to add its missing sections.')
      return
    }
    const { version } = document
    const read = await service.read(document)
    if (document.version !== version) return
    if (!read?.type) return chooseType(service, document)
    if (!read.model) {
      void vscode.window.showInformationMessage('This document is too long for Design Docs.')
      return
    }
    const edits = insertMissing(read.model, read.type)
    if (edits.length === 0) {
      vscode.window.setStatusBarMessage(`$(check) No section of “${printable(read.type.title)}” is missing`, glance)
      return
    }
    await vscode.workspace.applyEdit(toWorkspaceEdit(document, await prepareEdits(edits, document.uri)))
  })
}
