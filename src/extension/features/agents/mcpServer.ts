/** Offers VS Code the MCP server that ships with the extension, the same program as `design-docs mcp`. */

import * as vscode from 'vscode'
import { execPath } from '../../platform.ts'

/**
 * Registers the provider declared under `mcpServerDefinitionProviders` in the manifest. VS Code calls it when the user
 * lists servers or an agent starts, and starts the program only then. Does nothing without Node, as in a browser.
 */
export function registerMcpServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist/cli.mjs')
  if (execPath === undefined || program.scheme !== 'file') return new vscode.Disposable(() => undefined)
  // On the desktop this is VS Code's own executable, which runs as Node only with this variable.
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
