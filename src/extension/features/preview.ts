import * as vscode from 'vscode'
import { parsePanelState } from '../../core/protocol.ts'
import type { Service } from '../service.ts'
import { createPreviewPanel, type PreviewPanel, panelOptions, viewType } from './previewPanel.ts'

/** The diagram panel: one, beside the editor, showing the diagrams of the Markdown document that is being edited. */
export function registerPreview(
  service: Pick<Service, 'modelOfAnyLength'>,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  let panel: PreviewPanel | undefined

  function adopt(webviewPanel: vscode.WebviewPanel, document: vscode.TextDocument | undefined): void {
    const created = createPreviewPanel(webviewPanel, context.extensionUri, service.modelOfAnyLength)
    panel?.dispose()
    panel = created
    webviewPanel.onDidDispose(() => {
      if (panel === created) panel = undefined
    })
    created.follow(document)
  }

  function open(): void {
    const document = activeMarkdown()
    if (panel) {
      panel.reveal()
      if (document) panel.follow(document)
      return
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    const { extensionUri } = context
    adopt(vscode.window.createWebviewPanel(viewType, 'Diagrams', column, panelOptions(extensionUri)), document)
  }

  return vscode.Disposable.from(
    { dispose: () => panel?.dispose() },
    vscode.commands.registerCommand('designDocs.openPreview', open),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webviewPanel, state: unknown) {
        webviewPanel.webview.options = panelOptions(context.extensionUri)
        adopt(webviewPanel, activeMarkdown() ?? (await reopen(parsePanelState(state).uri)))
      },
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      // No editor: the panel itself has the focus, and stays with its document.
      if (editor && isMarkdown(editor.document)) panel?.follow(editor.document)
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => panel?.onEdit(document)),
    vscode.workspace.onDidCloseTextDocument((document) => panel?.onClose(document)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => panel?.onSelection(textEditor)),
  )
}

function activeMarkdown(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document && isMarkdown(document) ? document : undefined
}

function isMarkdown({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown'
}

/** The document a restored panel showed; undefined when it is gone. */
async function reopen(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    return isMarkdown(document) ? document : undefined
  } catch {
    return undefined
  }
}
