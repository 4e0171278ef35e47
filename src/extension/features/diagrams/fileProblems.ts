/** Shows mistakes in diagram files, and on request in Markdown that is not a design document, in the Problems panel. */

import * as vscode from 'vscode'
import { placeInDocument } from '../../../core/document/places.ts'
import { ruleUrl } from '../../../core/lint/lint.ts'
import { printable } from '../../../core/text/printable.ts'
import { source, toRange } from '../../convert.ts'
import { foreignSchemes, isEnabled } from '../../linting.ts'
import { translated } from '../../localize.ts'
import { diagramSyntaxOf } from '../../models.ts'
import { createDelay, type Delay } from '../../platform.ts'
import type { Service } from '../../service.ts'

/** The rule that reports the same mistakes in design documents. */
const rule = 'diagram-syntax'

/** Milliseconds between the last keystroke and the next check. */
const pause = 250

type Access = Pick<
  Service,
  'model' | 'read' | 'checkDiagram' | 'forgetDrawings' | 'onDidOutdate' | 'onDidChangeRules' | 'log'
>

/**
 * Reports mistakes in the diagrams of open files that the linter does not check: at once on opening, shortly after
 * typing, and until the file is closed.
 */
export function registerFileProblems(service: Access): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${source}-diagrams`)
  const delays = new Map<vscode.TextDocument, Delay>()

  const schedule = (document: vscode.TextDocument, milliseconds: number) => {
    // The setting may just have been turned off.
    if (!isWanted(document)) return collection.delete(document.uri)
    const delay = delays.get(document) ?? createDelay()
    delays.set(document, delay)
    delay.start(milliseconds, () =>
      update(document).catch((error: unknown) => service.log.error(`Diagrams of ${document.uri}: ${String(error)}`)),
    )
  }
  const update = async (document: vscode.TextDocument) => {
    const { version } = document
    const found = (await isLinted(service, document)) || !isEnabled(document) ? [] : await problemsIn(service, document)
    // When its language changes, a document counts as closed without being so.
    const isWantedNow = isWanted(document) && !document.isClosed
    if (isWantedNow && document.version === version) collection.set(document.uri, found)
  }
  const scheduleAll = (documents: readonly vscode.TextDocument[]) => {
    for (const document of documents) schedule(document, 0)
  }
  scheduleAll(vscode.workspace.textDocuments)
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document, pause)
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      delays.get(document)?.cancel()
      delays.delete(document)
      collection.delete(document.uri)
    }),
    service.onDidOutdate(scheduleAll),
    service.onDidChangeRules(() => scheduleAll(vscode.workspace.textDocuments)),
    { dispose: () => delays.forEach((delay) => void delay.cancel()) },
  )
}

/** Excludes the other side of a comparison and the output of programs, which cannot be edited. */
const isWanted = (document: vscode.TextDocument): boolean =>
  (document.languageId === 'markdown' ? checksAllMarkdown(document) : diagramSyntaxOf(document) !== undefined) &&
  (document.isUntitled || vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false) &&
  !foreignSchemes.has(document.uri.scheme)

const checksAllMarkdown = ({ uri }: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('designDocs.diagrams', uri).get<unknown>('checkAllMarkdown') === true

/** Whether the linter itself reports these mistakes. */
const isLinted = async (service: Access, document: vscode.TextDocument): Promise<boolean> =>
  document.languageId === 'markdown' && (await service.read(document))?.type !== undefined

async function problemsIn(service: Access, document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  const model = await service.model(document)
  // Or every version that was ever checked would stay in memory.
  service.forgetDrawings(document)
  const found: vscode.Diagnostic[] = []
  for (const diagram of model?.diagrams ?? []) {
    if (!model || !diagram.engine || diagram.isForgiving) continue
    const problems = await service.checkDiagram(document, diagram.engine, diagram.source)
    for (const { reason, start, end, isUnsupported } of problems) {
      const range = toRange(document, placeInDocument(model, diagram, { start, end }))
      const { Error: mistake, Information: note } = vscode.DiagnosticSeverity
      const said = printable(translated(reason))
      const diagnostic = new vscode.Diagnostic(range, said, isUnsupported ? note : mistake)
      diagnostic.source = source
      diagnostic.code = { value: rule, target: vscode.Uri.parse(ruleUrl(rule)) }
      found.push(diagnostic)
    }
  }
  return found
}
