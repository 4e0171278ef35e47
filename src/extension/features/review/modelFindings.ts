/** Shows what a language model found at the passages it quoted, until they are edited or the findings dismissed. */

import * as vscode from 'vscode'
import { followChanges } from '../../../review/model/follow.ts'
import type { PlacedFinding } from '../../../review/model/modelFinding.ts'
import { replaceFindings } from '../../../review/model/placing.ts'
import { source, toRange } from '../../convert.ts'
import { t } from '../../localize.ts'

/** The source of these findings in the Problems panel: they are guesses and do not come from a rule. */
const modelSource = `${source} (model)`

/**
 * Context key with the paths of documents that have such findings, for the manifest. Paths, since a remote window uses
 * another URI for the same file.
 */
const contextKey = 'designDocs.modelFindings'

interface ShownFinding extends PlacedFinding {
  /** Unique in this window. */
  readonly id: number
}

/** The findings of language models in this window. */
export interface ModelFindings extends vscode.Disposable {
  /** Replaces the document's findings. */
  show(document: vscode.TextDocument, findings: readonly PlacedFinding[]): void
}

/**
 * Creates the collection with its quick fixes and commands. Findings stay when their document's editor is closed, but
 * not when the window is.
 */
export function createModelFindings(): ModelFindings {
  const collection = vscode.languages.createDiagnosticCollection(modelSource)
  const kept = new Map<string, readonly ShownFinding[]>()
  let told = ''
  let last = 0

  function set(document: vscode.TextDocument, findings: readonly ShownFinding[]): void {
    if (findings.length > 0) kept.set(keyOf(document), findings)
    else kept.delete(keyOf(document))
    collection.set(
      document.uri,
      findings.map((finding) => toDiagnostic(document, finding)),
    )
    const paths = [...kept.keys()].map((key) => vscode.Uri.parse(key)).flatMap(({ path, fsPath }) => [path, fsPath])
    if (told === paths.join()) return
    told = paths.join()
    void vscode.commands.executeCommand('setContext', contextKey, paths)
  }
  function dismiss(document: vscode.TextDocument | undefined, isMeant: (finding: ShownFinding) => boolean): void {
    const findings = document && kept.get(keyOf(document))
    if (findings)
      set(
        document,
        findings.filter((finding) => !isMeant(finding)),
      )
  }
  const listeners = vscode.Disposable.from(
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const findings = kept.get(keyOf(document))
      const followed = findings && followChanges(findings, contentChanges)
      if (followed && followed !== findings) set(document, followed)
    }),
    // As for the linter's own findings, closed documents show none.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const findings = kept.get(keyOf(document))
      if (findings) set(document, replaceFindings(document.getText(), findings))
    }),
    vscode.commands.registerCommand('designDocs.dismissModelFinding', (key?: unknown, id?: unknown) => {
      const document = vscode.workspace.textDocuments.find((each) => keyOf(each) === key)
      dismiss(document, (finding) => finding.id === id)
    }),
    vscode.commands.registerCommand('designDocs.dismissModelFindings', () =>
      dismiss(vscode.window.activeTextEditor?.document, () => true),
    ),
    vscode.languages.registerCodeActionsProvider(
      'markdown',
      {
        provideCodeActions: (document, range, context) =>
          dismissals(kept.get(keyOf(document)) ?? [], document, range, context),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  )
  return {
    show: (document, findings) =>
      set(
        document,
        findings.map((finding) => ({ ...finding, id: ++last })),
      ),
    dispose: () => listeners.dispose(),
  }
}

const keyOf = ({ uri }: vscode.TextDocument): string => uri.toString()

/** The code has no link, since there is no page about a model's findings. */
function toDiagnostic(document: vscode.TextDocument, { code, message, passage, other }: PlacedFinding) {
  const diagnostic = new vscode.Diagnostic(toRange(document, passage), message, vscode.DiagnosticSeverity.Information)
  diagnostic.source = modelSource
  diagnostic.code = code
  if (other) {
    const location = new vscode.Location(document.uri, toRange(document, other))
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, t`What this contradicts`)]
  }
  return diagnostic
}

/** One action for each finding under the cursor, and one for the whole document. */
function dismissals(
  findings: readonly ShownFinding[],
  document: vscode.TextDocument,
  range: vscode.Range,
  { only, diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return []
  const touched = findings.filter(({ passage }) => toRange(document, passage).intersection(range))
  const action = (title: string, meant: readonly PlacedFinding[], command: string, ...args: unknown[]) => {
    const result = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
    result.command = { command, title, arguments: args }
    result.diagnostics = diagnostics.filter(
      (each) => each.source === modelSource && meant.some(({ message }) => message === each.message),
    )
    return result
  }
  const single = touched.map((finding) =>
    action(
      touched.length === 1 ? t`Dismiss this finding from the model` : t`Dismiss “${beginningOf(finding.message)}”`,
      [finding],
      'designDocs.dismissModelFinding',
      keyOf(document),
      finding.id,
    ),
  )
  return touched.length === 0
    ? []
    : [
        ...single,
        action(t`Dismiss all findings from the model in this document`, touched, 'designDocs.dismissModelFindings'),
      ]
}

const beginningOf = (message: string): string => (message.length > 50 ? `${message.slice(0, 49)}…` : message)
