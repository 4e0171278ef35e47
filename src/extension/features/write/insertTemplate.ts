/** The command *Insert Template…*. */

import * as vscode from 'vscode'
import { fillTitle, numberOf } from '../../../core/text/naming.ts'
import { prepareSnippet } from '../../insertion.ts'
import type { Service } from '../../service.ts'
import { documentsHere, type TemplateItem, templateItems } from './templateItems.ts'

/** *Insert Template…*: a whole document at the cursor, its tab stops alive. */
export function registerInsertTemplate(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.insertTemplate', async () => {
    const editor = vscode.window.activeTextEditor
    if (editor?.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage('Open a Markdown document to insert a template.')
      return
    }
    const items = documentsHere(service).then(templateItems)
    const chosen = await vscode.window.showQuickPick<TemplateItem>(items, {
      title: 'Insert Template',
      placeHolder: 'What do you want to insert at the cursor?',
      matchOnDescription: true,
      matchOnDetail: true,
    })
    if (!chosen) return
    const { uri } = editor.document
    const filled = fillTitle(chosen.template.snippet.source, undefined, numberOf(uri.path))
    const text = await prepareSnippet(filled, uri)
    await editor.insertSnippet(new vscode.SnippetString(text))
  })
}
