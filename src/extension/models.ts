/** Keeps a model of each open document, parsed again only where it changed. */

import * as vscode from 'vscode'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import { createParser, type Parser } from '../core/markdown/slices.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { inTurns } from './turns.ts'

/** A document was read anew. */
export interface ModelUpdate {
  readonly document: vscode.TextDocument
  readonly model: DocumentModel
}

/** The models of the open documents, unsaved text included. */
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

  return {
    onDidUpdate: updated.event,
    async model(document) {
      if (document.isClosed) return undefined
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
