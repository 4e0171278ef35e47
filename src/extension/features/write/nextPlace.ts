/** The command *Go to Next Place to Fill In*. */

import * as vscode from 'vscode'
import { nextPlace } from '../../../review/openPlaces.ts'
import { toRange } from '../../convert.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'

/** Selects the next place, so that typing replaces it. From the last one, it begins again with the first. */
export function registerNextPlace(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.nextPlace', async () => {
    const editor = vscode.window.activeTextEditor
    const read = editor && (await service.read(editor.document))
    if (!editor || !read?.model) return
    const place = nextPlace(read.model, read.type, editor.document.offsetAt(editor.selection.start))
    if (!place) {
      showBriefly(t`$(check) Nothing is left to fill in`)
      return
    }
    const range = toRange(editor.document, place)
    editor.selection = new vscode.Selection(range.start, range.end)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  })
}
