/** The code action *Convert to Mermaid* for box art. */

import * as vscode from 'vscode'
import { convertInDocument } from '../../../core/diagrams/boxArt/convert.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'

const kind = vscode.CodeActionKind.RefactorRewrite

/** Registers *Convert to Mermaid* for box art. If a drawing cannot be converted, the disabled action says why. */
export function registerConvertBoxArt({ modelOfAnyLength }: Pick<Service, 'modelOfAnyLength'>): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    'markdown',
    {
      async provideCodeActions(document, range, { only }) {
        if (only && !only.contains(kind)) return []
        const model = await modelOfAnyLength(document)
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)]
        const diagram = model?.diagrams.find(
          (each) => each.start <= end && each.end >= start && each.engine === 'box-art',
        )
        if (!model || !diagram) return []
        const action = new vscode.CodeAction(t`Convert to Mermaid`, kind)
        const conversion = convertInDocument(model, diagram)
        if ('edit' in conversion) action.edit = toWorkspaceEdit(document, [conversion.edit])
        else action.disabled = { reason: translated(conversion.reason) }
        return [action]
      },
    },
    { providedCodeActionKinds: [kind] },
  )
}
