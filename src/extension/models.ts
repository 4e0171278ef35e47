/** Keeps a model of each open document, parsed again only where it changed. */

import * as vscode from 'vscode'
import type { DiagramSyntax } from '../core/diagrams/engine.ts'
import { readDiagramFile, syntaxOfFile } from '../core/document/diagramFile.ts'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import { createParser, type Parser } from '../core/markdown/slices.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { inTurns } from './turns.ts'

/** A document was read anew. */
export interface ModelUpdate {
  readonly document: vscode.TextDocument
  readonly model: DocumentModel
}

/** The models of the open documents, unsaved text included: of Markdown, and of files of diagrams. */
export interface Models extends vscode.Disposable {
  /** The model of the document's current version; undefined when the document moves on before it is ready. */
  model(document: vscode.TextDocument): Promise<DocumentModel | undefined>
  readonly onDidUpdate: vscode.Event<ModelUpdate>
}

interface Entry {
  readonly parser: Parser
  version: number
  model: Promise<DocumentModel | undefined>
}

/** Create the models: one parser a document, so that an edit costs only what it changed. */
export function createModels(): Models {
  const entries = new Map<vscode.TextDocument, Entry>()
  const updated = new vscode.EventEmitter<ModelUpdate>()
  const closing = vscode.workspace.onDidCloseTextDocument((document) => entries.delete(document))

  async function read(entry: Entry, document: vscode.TextDocument): Promise<DocumentModel | undefined> {
    const { version } = document
    // Whoever asks for the newer version starts a run of its own.
    const isWanted = () => document.version === version && !document.isClosed
    const parsed = await inTurns(entry.parser.steps(document.getText()), isWanted)
    if (!parsed) return undefined
    const model = createDocument(parsed, syntaxes)
    updated.fire({ document, model })
    return model
  }

  /** What was read last of a file of diagrams. */
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

/** The notation of a file that holds nothing but diagrams; undefined for Markdown and all other files. */
export const diagramSyntaxOf = ({ uri, languageId }: vscode.TextDocument): DiagramSyntax | undefined =>
  languageId === 'markdown' ? undefined : syntaxOfFile(uri.path, languageId, syntaxes)

/** Whether a document can have diagrams: Markdown, or a file of diagrams. */
export const mayHaveDiagrams = (document: vscode.TextDocument): boolean =>
  document.languageId === 'markdown' || diagramSyntaxOf(document) !== undefined
