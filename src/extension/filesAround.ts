import * as vscode from 'vscode'
import type { RuleHost } from '../core/rule.ts'
import { decode } from './platform.ts'

/** Longest file that is read for what it says of another, in bytes. */
const largest = 2_000_000

/** What a rule may see of the workspace folder that holds a document; nothing for a document outside. */
export function filesAround(uri: vscode.Uri): Pick<RuleHost, 'files'> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri
  if (!root) return {}
  const at = (path: string) => (path.split('/').includes('..') ? undefined : vscode.Uri.joinPath(root, path))
  return {
    files: {
      async list(folder) {
        const place = at(folder)
        const entries = place ? await Promise.resolve(vscode.workspace.fs.readDirectory(place)).catch(() => []) : []
        return entries.flatMap(([name, kind]) => (kind & vscode.FileType.File ? [name] : []))
      },
      async read(path) {
        const place = at(path)
        if (!place) return undefined
        // What is open may say more than what is saved.
        const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === place.toString())
        if (open) return open.getText()
        try {
          const { size } = await vscode.workspace.fs.stat(place)
          return size > largest ? undefined : decode(await vscode.workspace.fs.readFile(place))
        } catch {
          return undefined
        }
      },
    },
  }
}
