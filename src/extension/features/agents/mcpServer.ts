/** Offers VS Code the server for agents that ships with the extension: the same program as `design-docs mcp`. */

import * as vscode from 'vscode'
import { execPath } from '../../platform.ts'

/**
 * Registers what `mcpServerDefinitionProviders` in the manifest announces. VS Code asks for it when somebody looks at its servers
 * or an agent starts, and starts no program before that. Nothing where there is no Node, as in a browser.
 */
export function registerMcpServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist/cli.mjs')
  if (execPath === undefined || program.scheme !== 'file') return new vscode.Disposable(() => undefined)
  // On the desktop it is VS Code's own program, which is Node only when it is told so.
  const environment = { ELECTRON_RUN_AS_NODE: '1' }
  const version: unknown = extension.packageJSON.version
  const server = new vscode.McpStdioServerDefinition(
    'Design Docs',
    execPath,
    [program.fsPath, 'mcp'],
    environment,
    String(version),
  )
  const changed = new vscode.EventEmitter<void>()
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider('designDocs.mcp', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => (vscode.workspace.isTrusted ? [server] : []),
    }),
  )
}
