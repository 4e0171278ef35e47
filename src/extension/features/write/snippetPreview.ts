/** Previews a snippet as rendered Markdown while the user chooses. */

import * as vscode from 'vscode'

/** Shows a snippet as rendered Markdown beside the editor while the user chooses. */
export interface SnippetPreview extends vscode.Disposable {
  /** Opens the preview, or updates it. */
  show(markdown: string): Promise<void>
  /** Updates the preview if it is open. */
  update(markdown: string): void
  close(): Promise<void>
}

const uri = vscode.Uri.from({ scheme: 'design-docs-snippet', path: '/Preview.md' })

/** Creates the preview. It is VS Code's Markdown preview of a virtual document with the snippet. */
export function createSnippetPreview(): SnippetPreview {
  const changed = new vscode.EventEmitter<vscode.Uri>()
  let text = ''
  const provider = vscode.workspace.registerTextDocumentContentProvider(uri.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  })
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputCustom && input.uri.scheme === uri.scheme)
  const update = (markdown: string) => {
    if (markdown === text) return
    text = markdown
    changed.fire(uri)
  }
  return {
    update,
    async show(markdown) {
      update(markdown)
      if (tabs().length > 0) return
      await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
        preview: true,
      })
    },
    async close() {
      if (tabs().length > 0) await vscode.window.tabGroups.close(tabs(), true)
    },
    dispose() {
      provider.dispose()
      changed.dispose()
    },
  }
}
