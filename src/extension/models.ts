/** Keeps a model of each open document, reparsing only what changed. */

import * as vscode from 'vscode'
import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { readDiagramFile, syntaxOfFile } from '../core/document/diagramFile.ts'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import { createParser, type Parser } from '../core/markdown/slices.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { inTurns } from './turns.ts'

/** A document was parsed again. */
export interface ModelUpdate {
  readonly document: vscode.TextDocument
  readonly model: DocumentModel
}

/** The models of the open documents, including unsaved text: Markdown and diagram files. */
export interface Models extends vscode.Disposable {
  /** The model of the document's current version; undefined if the document changes before it is ready. */
  model(document: vscode.TextDocument): Promise<DocumentModel | undefined>
  readonly onDidUpdate: vscode.Event<ModelUpdate>
}

interface Entry {
  readonly parser: Parser
  version: number
  model: Promise<DocumentModel | undefined>
}

/** Creates the models, with one parser per document, so that an edit only costs what it changed. */
export function createModels(): Models {
  const entries = new Map<vscode.TextDocument, Entry>()
  const updated = new vscode.EventEmitter<ModelUpdate>()
  const closing = vscode.workspace.onDidCloseTextDocument((document) => entries.delete(document))

  async function read(entry: Entry, document: vscode.TextDocument): Promise<DocumentModel | undefined> {
    const { version } = document
    // A request for the newer version starts a run of its own.
    const isWanted = () => document.version === version && !document.isClosed
    const parsed = await inTurns(entry.parser.steps(document.getText()), isWanted)
    if (!parsed) return undefined
    const model = createDocument(parsed, syntaxes)
    updated.fire({ document, model })
    return model
  }

  /** The latest models of diagram files. */
  const files = new WeakMap<vscode.TextDocument, { readonly version: number; readonly model: DocumentModel }>()
  const readFile = (document: vscode.TextDocument, syntax: DiagramSyntax): DocumentModel => {
    const { version } = document
    const known = files.get(document)
    if (known?.version === version) return known.model
    const model = readDiagramFile(document.getText(), syntax)
    files.set(document, { version, model })
    return model
  }

  return {
    onDidUpdate: updated.event,
    async model(document) {
      if (document.isClosed) return undefined
      const syntax = diagramSyntaxOf(document)
      if (syntax) return readFile(document, syntax)
      const known = entries.get(document)
      if (known?.version === document.version) return known.model
      const entry = known ?? { parser: createParser(), version: 0, model: Promise.resolve(undefined) }
      entries.set(document, entry)
      entry.version = document.version
      entry.model = read(entry, document)
      return entry.model
    },
    dispose() {
      closing.dispose()
      updated.dispose()
      entries.clear()
    },
  }
}

/** The notation of a diagram file; undefined for Markdown and all other files. */
export const diagramSyntaxOf = ({ uri, languageId }: vscode.TextDocument): DiagramSyntax | undefined =>
  languageId === 'markdown' ? undefined : syntaxOfFile(uri.path, languageId, syntaxes)

/** Whether a document can have diagrams: Markdown, or a diagram file. */
export const mayHaveDiagrams = (document: vscode.TextDocument): boolean =>
  document.languageId === 'markdown' || diagramSyntaxOf(document) !== undefined
