/** Combines what the features share: models, linting, templates, team files. */

import * as vscode from 'vscode'
import { createDiagramChecker } from '../core/diagrams/checker.ts'
import type { WorkerRequest, WorkerResponse } from '../core/diagrams/checkerWorker.ts'
import { createDrawnProblems, type DrawingFailure } from '../core/diagrams/drawnProblems.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { Survey } from '../core/recognition/survey.ts'
import { createBuiltIn } from './builtIn.ts'
import { createFileLinting, type FileLinting } from './fileLinting.ts'
import {
  type CheckDiagram,
  createLinting,
  type LintedDocument,
  type LintOptions,
  maxDocumentLength,
  type Reading,
} from './linting.ts'
import { createModels, type Models } from './models.ts'
import { createNeighbours, type Reader } from './neighbours.ts'
import { createSurveys } from './surveys.ts'
import { createWorkerSpawner } from './workers.ts'
import { createWorkspaces, type Workspaces } from './workspaces.ts'

/** What the features share: models, findings and the team's files. */
export interface Service extends Pick<Models, 'onDidUpdate'>, FileLinting {
  /** The model of a document's current version; undefined if it changes meanwhile, or is too long to be linted. */
  model(document: vscode.TextDocument): Promise<DocumentModel | undefined>
  /** Like `model`, but however long the document is, for features that only show it. */
  modelOfAnyLength: Models['model']
  /**
   * The current version and its type, without linting; undefined if the document changes in the meantime or is
   * excluded.
   */
  read(document: vscode.TextDocument): Promise<Reading | undefined>
  /** The result of linting the current version; undefined if the document changes in the meantime or is excluded. */
  lint(document: vscode.TextDocument, options?: LintOptions): Promise<LintedDocument | undefined>
  readonly checkDiagram: CheckDiagram
  /** Discards which diagrams of a document were checked. Before a new check, unless it is `lint` that checks. */
  forgetDrawings(document: vscode.TextDocument): void
  /** The id of the type that a new document with this text has without declaring it. @param uri absent: no file yet */
  typeOf(text: string, uri: vscode.Uri | undefined): Promise<string | undefined>
  readonly workspaces: Pick<Workspaces, 'of' | 'in' | 'templatesIn' | 'documentsIn'>
  /** Which documents a workspace folder contains, as far as can be found out quickly. */
  survey(folder: vscode.WorkspaceFolder): Promise<Survey>
  /** Records the result of a drawing: a mistake that only drawing finds becomes a finding. */
  noteDrawing(engine: string, source: string, failure?: DrawingFailure): Promise<void>
  /** Settings or the team's files changed, so all documents must be linted again. */
  readonly onDidChangeRules: vscode.Event<void>
  /**
   * Files that these documents' results depend on changed, or the results of drawing their diagrams: they must be
   * linted again.
   */
  readonly onDidOutdate: vscode.Event<readonly vscode.TextDocument[]>
  /** For problems that only we can fix; what the author can fix is a message in the document. */
  readonly log: vscode.LogOutputChannel
}

/** Creates the service. Nothing is read before a feature needs it. */
export function createService(context: vscode.ExtensionContext): Service {
  const log = vscode.window.createOutputChannel('Design Docs', { log: true })
  const models = createModels()
  const workspaces = createWorkspaces(createBuiltIn(context.extensionUri))
  const surveys = createSurveys(workspaces)
  const checker = createDiagramChecker({
    spawn: createWorkerSpawner<WorkerRequest, WorkerResponse>(context.extensionUri),
    log: (message) => log.warn(message),
  })
  const drawn = createDrawnProblems<vscode.TextDocument>()
  const neighbours = createNeighbours<vscode.TextDocument>()
  const checkDiagram: CheckDiagram = async (document, engine, source, signal) => {
    const problems = await checker.check(engine, source, signal)
    return problems.length > 0 || document.isClosed ? problems : drawn.find(engine, source, document)
  }
  const linting = createLinting(models, workspaces, checkDiagram, drawn, neighbours)
  const { read, lint, typeOf, forget, forgetAll } = linting
  const besides = createNeighbours<Reader>()
  const outdated = new vscode.EventEmitter<readonly vscode.TextDocument[]>()
  const rulesChanged = new vscode.EventEmitter<void>()
  const changeRules = () => {
    forgetAll()
    rulesChanged.fire()
  }
  const outdate = (documents: readonly vscode.TextDocument[]) => {
    for (const document of documents) forget(document)
    if (documents.length > 0) outdated.fire(documents)
  }

  context.subscriptions.push(
    log,
    models,
    workspaces,
    surveys,
    checker,
    neighbours,
    besides,
    outdated,
    rulesChanged,
    neighbours.onDidChange(outdate),
    vscode.workspace.onDidCloseTextDocument(drawn.forget),
    vscode.workspace.onDidCloseTextDocument(neighbours.forget),
    workspaces.onDidChange(changeRules),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('designDocs')) changeRules()
    }),
  )
  return {
    model: async (document) => (document.getText().length > maxDocumentLength ? undefined : models.model(document)),
    modelOfAnyLength: models.model,
    onDidUpdate: models.onDidUpdate,
    read,
    lint,
    checkDiagram,
    forgetDrawings: drawn.forget,
    typeOf,
    ...createFileLinting(workspaces, checker, besides),
    workspaces,
    survey: surveys.of,
    async noteDrawing(engine, source, failure) {
      // The parser has already reported its own, better message.
      const isKnown = failure !== undefined && (await checker.check(engine, source)).length > 0
      if (!isKnown) outdate(drawn.note(engine, source, failure))
    },
    onDidChangeRules: rulesChanged.event,
    onDidOutdate: outdated.event,
    log,
  }
}
