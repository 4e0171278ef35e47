import * as vscode from 'vscode'
import { decode } from '../platform.ts'

/** The rules' pages under `design-docs:/rules/…`, where the codes in the Problems panel lead. */
export function registerRuleDocs(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('design-docs', {
    async provideTextDocumentContent({ path }) {
      const name = /^\/rules\/([\w-]+\.md)$/.exec(path)?.[1]
      try {
        if (name)
          return decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/rules', name)))
      } catch {
        // Said below.
      }
      return `There is no page for \`${path}\`.\n`
    },
  })
}
