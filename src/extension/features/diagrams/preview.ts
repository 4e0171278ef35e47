/** Registers the diagram panel with its commands and the events it listens to. */

import * as vscode from 'vscode'
import type { Service } from '../../service.ts'
import { registerExportDocument } from '../share/exportDocument.ts'
import { registerCopy } from './copyDiagrams.ts'
import { registerExport } from './exportDiagrams.ts'
import { createPreviews } from './previews.ts'

/** Registers the diagram panel's commands and its listeners. */
export function registerPreview(
  service: Pick<Service, 'modelOfAnyLength' | 'noteDrawing' | 'lint' | 'lintFile' | 'forgetFile'>,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const previews = createPreviews(service, context)
  const { current, open } = previews
  const access = { previews, modelOf: service.modelOfAnyLength }
  const command = (name: string, run: () => void) => vscode.commands.registerCommand(`designDocs.${name}`, run)
  return vscode.Disposable.from(
    previews,
    command('openPreview', () => void open()),
    command('lockPreview', () => current()?.setView({ locked: true })),
    command('unlockPreview', () => current()?.setView({ locked: false })),
    command('previewOne', () => (current() ?? open()).setView({ mode: 'one' })),
    command('previewAll', () => (current() ?? open()).setView({ mode: 'all' })),
    command('findInPreview', () => current()?.find()),
    registerExport(access),
    registerCopy(access),
    registerExportDocument(access, service, context.extensionUri),
    // Saving fires too, without changes.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) current()?.onEdit(document)
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => current()?.onSelection(textEditor)),
  )
}
