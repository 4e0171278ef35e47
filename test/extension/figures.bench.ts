import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { longDocument } from '../util/longDocument.ts'

// Figures of `npm run bench`, taken inside the extension host. They become the titles of the tests, for the report to print.

const folder = (): string => {
  const path = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath
  assert.ok(path)
  return path
}

/** Milliseconds from the start of the work to the next change of our diagnostics of a document. */
async function untilLinted(
  work: () => Promise<vscode.TextDocument>,
): Promise<{ document: vscode.TextDocument; time: number }> {
  const start = performance.now()
  const changed = new Set<string>()
  let wake: () => void = () => undefined
  const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) changed.add(String(uri))
    wake()
  })
  const document = await work()
  while (!changed.has(String(document.uri)))
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  subscription.dispose()
  return { document, time: performance.now() - start }
}

describe('Inside the extension host (ms)', () => {
  it('activation', async function () {
    const extension = vscode.extensions.getExtension('design-docs.design-docs')
    assert.ok(extension && !extension.isActive, 'the extension was active before it was measured')
    const start = performance.now()
    await extension.activate()
    const test = this.test
    assert.ok(test)
    test.title += `, the bundle read and run: ${(performance.now() - start).toFixed(1)}`
  })

  for (const lines of [250, 2_000, 10_000]) {
    it(`${lines} lines`, async function () {
      const example = readFileSync(join(folder(), 'docs/system-design/parcel-tracking.md'), 'utf8')
      // The placeholder makes sure that there is something to report.
      const content = longDocument(`${example}\n\nTBD\n`, lines)
      const first = await untilLinted(async () => vscode.workspace.openTextDocument({ language: 'markdown', content }))
      const again = await untilLinted(async () => {
        const edit = new vscode.WorkspaceEdit()
        edit.insert(first.document.uri, new vscode.Position(2, 0), '\nTODO\n')
        await vscode.workspace.applyEdit(edit)
        return first.document
      })
      const test = this.test
      assert.ok(test)
      test.title += `: opened to diagnostics ${first.time.toFixed(0)}, a keystroke to diagnostics ${again.time.toFixed(0)} (250 of them waiting for the next key)`
    })
  }
})
