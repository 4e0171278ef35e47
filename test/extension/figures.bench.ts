import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { longDocument } from '../util/longDocument.ts'

// Measures inside the extension host for `npm run bench`, and adds the figures to the test titles, which are printed.

/** Returns the milliseconds from the start of `work` until a diagnostic of the document contains `word`. */
async function untilSaid(
  word: string,
  work: () => Promise<vscode.TextDocument>,
): Promise<{ document: vscode.TextDocument; time: number }> {
  const start = performance.now()
  let wake: () => void = () => undefined
  const subscription = vscode.languages.onDidChangeDiagnostics(() => wake())
  const document = await work()
  while (!vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes(word)))
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
    // The window and the extensions that come with VS Code are still starting.
    await new Promise((done) => setTimeout(done, 8_000))
    const start = performance.now()
    await extension.activate()
    const activated = performance.now() - start
    // Any command waits for the features.
    await vscode.commands.executeCommand('designDocs.hideChecklist')
    const loaded = performance.now() - start
    const test = this.test
    assert.ok(test)
    test.title += ` ${activated.toFixed(1)}, with the features read and run ${loaded.toFixed(1)}`
  })

  for (const lines of [250, 2_000, 10_000]) {
    it(`${lines} lines`, async function () {
      const [file] = await vscode.workspace.findFiles('*.txt')
      assert.ok(file)
      const example = Buffer.from(await vscode.workspace.fs.readFile(file)).toString()
      const content = longDocument(example.replace('\n\n', '\n\nTBD\n\n'), lines)
      const first = await untilSaid('`TBD`', async () =>
        vscode.workspace.openTextDocument({ language: 'markdown', content }),
      )
      const again = await untilSaid('`TODO`', async () => {
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
