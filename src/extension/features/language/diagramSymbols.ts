/** Shows diagrams and their nodes in the outline, the breadcrumbs and *Go to Symbol in Editor…*. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { type DiagramSymbol, symbolsOf } from '../../../language/symbols.ts'
import { toRange } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import { diagramSyntaxOf } from '../../models.ts'
import type { Service } from '../../service.ts'
import { diagramFiles } from './named.ts'

/** A file with a single diagram shows its nodes directly. */
export function registerDiagramSymbols(service: Service): vscode.Disposable {
  const toSymbol = (document: vscode.TextDocument, symbol: DiagramSymbol): vscode.DocumentSymbol => {
    const { what, name: own, detail, kind, selection, children } = symbol
    const name = [...(what === undefined ? [] : [translated(what)]), ...(own ? [own] : [])].join(': ')
    const [range, inner] = [toRange(document, symbol), toRange(document, selection)]
    const result = new vscode.DocumentSymbol(printable(name), printable(detail), kinds[kind], range, inner)
    result.children = children.map((child) => toSymbol(document, child))
    return result
  }
  const provideDocumentSymbols = async (document: vscode.TextDocument) => {
    const model = await service.model(document)
    const symbols = model ? symbolsOf(model) : []
    const [only, ...others] = symbols
    const shown = only && others.length === 0 && diagramSyntaxOf(document) ? only.children : symbols
    return shown.map((symbol) => toSymbol(document, symbol))
  }
  const beside: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document) =>
      document.languageId === 'markdown' && !diagramSyntaxOf(document) && isWanted(document)
        ? provideDocumentSymbols(document)
        : undefined,
  }
  const { registerDocumentSymbolProvider } = vscode.languages
  return vscode.Disposable.from(
    registerDocumentSymbolProvider(diagramFiles, { provideDocumentSymbols }),
    registerDocumentSymbolProvider(afterHeadings, beside, { label: t`Diagrams` }),
  )
}

/**
 * VS Code lists the symbols of the most specific selector first, and for equal selectors those of the extension
 * registered last. A selector without Markdown keeps VS Code's own headings above the diagrams, and the breadcrumbs
 * follow them.
 */
const afterHeadings: vscode.DocumentSelector = '*'

/**
 * VS Code separates the symbols of several providers, so that the headings are listed under a name of their own. Not
 * everybody wants that.
 */
const isWanted = ({ uri }: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('designDocs.diagrams', uri).get<unknown>('outline') !== false

const { SymbolKind } = vscode

const kinds: Readonly<Record<DiagramSymbol['kind'], vscode.SymbolKind>> = {
  diagram: SymbolKind.File,
  part: SymbolKind.Field,
  group: SymbolKind.Namespace,
  person: SymbolKind.Interface,
  external: SymbolKind.Field,
  store: SymbolKind.Struct,
  queue: SymbolKind.Array,
  decision: SymbolKind.Operator,
  step: SymbolKind.Event,
  type: SymbolKind.Class,
  point: SymbolKind.Null,
}
