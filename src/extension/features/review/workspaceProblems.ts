/** Shows mistakes in the team's config and templates in the Problems panel. */

import * as vscode from 'vscode'
import type { WorkspaceProblem } from '../../../core/lint/workspace.ts'
import { configPath } from '../../../core/template/files.ts'
import { printable } from '../../../core/text/printable.ts'
import { type PlacedText, placedText, source, toRange } from '../../convert.ts'
import { translated } from '../../localize.ts'
import { pathOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { readText } from '../../workspaces.ts'

/** Reports mistakes in the team's config and templates as problems of those files, open or not. */
export function registerWorkspaceProblems(service: Service): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${source}-workspace`)
  let latest = 0

  async function update(): Promise<void> {
    const run = ++latest
    const found = await Promise.all(
      (vscode.workspace.workspaceFolders ?? []).map((folder) => problemsIn(service, folder)),
    )
    if (run !== latest) return
    collection.clear()
    for (const [file, diagnostics] of found.flat()) collection.set(file, diagnostics)
  }

  const start = () =>
    void update().catch((error: unknown) => service.log.error(`Problems of the workspace: ${String(error)}`))
  const startFor = ({ uri }: vscode.TextDocument) => {
    if (pathOf(uri) === configPath) start()
  }
  start()
  return vscode.Disposable.from(
    collection,
    service.onDidChangeRules(start),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidCloseTextDocument(startFor),
  )
}

async function problemsIn(
  service: Service,
  folder: vscode.WorkspaceFolder,
): Promise<readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[]> {
  const { problems } = await service.workspaces.in(folder)
  const paths = [...new Set(problems.map(({ path }) => path))]
  return Promise.all(
    paths.map(async (path) => {
      const file = vscode.Uri.joinPath(folder.uri, path)
      // A file deleted in the meantime has no problems any more, so positions in it do not matter.
      const text = (await readText(file)) ?? ''
      const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString())
      // VS Code itself reports JSON syntax errors in open files.
      const own = problems.filter((problem) => problem.path === path && !(isOpen && problem.isSyntax))
      return [file, toDiagnostics(placedText(file, text), own)] as const
    }),
  )
}

function toDiagnostics(file: PlacedText, problems: readonly WorkspaceProblem[]): readonly vscode.Diagnostic[] {
  return problems.map(({ start, end, reason, ruleId }) => {
    const range = toRange(file, { start, end })
    const severity = ruleId === 'config' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning
    const diagnostic = new vscode.Diagnostic(range, printable(translated(reason)), severity)
    diagnostic.source = source
    diagnostic.code = ruleId
    return diagnostic
  })
}
