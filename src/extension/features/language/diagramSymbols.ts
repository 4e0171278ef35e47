/** Shows diagrams and their nodes in the outline, the breadcrumbs and *Go to Symbol in Editor…*. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { type DiagramSymbol, symbolsOf } from '../../../language/symbols.ts'
import { toRange } from '../../convert.ts'
import { t } from '../../localize.ts'
import { diagramSyntaxOf } from '../../models.ts'
import type { Service } from '../../service.ts'
import { diagramDocuments } from './named.ts'

/** Of a file with one diagram its nodes. */
export function registerDiagramSymbols(service: Service): vscode.Disposable {
  const toSymbol = (document: vscode.TextDocument, symbol: DiagramSymbol): vscode.DocumentSymbol => {
    const { name, detail, kind, selection, children } = symbol
    const [range, inner] = [toRange(document, symbol), toRange(document, selection)]
    const result = new vscode.DocumentSymbol(printable(name), printable(detail), kinds[kind], range, inner)
    result.children = children.map((child) => toSymbol(document, child))
    return result
  }
  return vscode.languages.registerDocumentSymbolProvider(
    diagramDocuments,
    {
      async provideDocumentSymbols(document) {
        const isFile = diagramSyntaxOf(document) !== undefined
        if (!isFile && !isWanted(document)) return undefined
        const model = await service.model(document)
        const symbols = model ? symbolsOf(model) : []
        const [only, ...others] = symbols
        const shown = only && others.length === 0 && isFile ? only.children : symbols
        return shown.map((symbol) => toSymbol(document, symbol))
      },
    },
    { label: t`Diagrams` },
  )
}

/** VS Code keeps what several extensions say apart, so that headings stand under a name of their own: not everybody likes that. */
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
