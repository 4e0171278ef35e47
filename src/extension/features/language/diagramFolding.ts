/** Folds blocks inside of diagrams. */

import * as vscode from 'vscode'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { foldsOf } from '../../../language/folds.ts'
import { toRange } from '../../convert.ts'
import type { Service } from '../../service.ts'
import { diagramDocuments } from './named.ts'

/** If there is nothing to fold, VS Code folds a diagram file by its indentation, as it does without the extension. */
export function registerDiagramFolding(service: Service): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(diagramDocuments, {
    async provideFoldingRanges(document) {
      const model = await service.model(document)
      const folds = (model ? foldsOf(model, syntaxes) : [])
        .map((fold) => toRange(document, fold))
        .filter(({ isSingleLine }) => !isSingleLine)
        .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line))
      return folds.length > 0 ? folds : undefined
    },
  })
}
