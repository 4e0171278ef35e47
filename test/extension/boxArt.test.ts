import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeActions, codeOf, openText, until, untilDiagnostics } from './host.ts'

const drawing =
  '```text\n+--------+     +-----------+\n| Orders | --> | Warehouse |\n+--------+     +-----------+\n```\n'
const text = `# Notes\n\n${drawing}\nMore.\n`

async function convertAction(editor: vscode.TextEditor): Promise<vscode.CodeAction> {
  const { uri } = editor.document
  const range = new vscode.Range(3, 0, 3, 0)
  return until(
    async () => {
      const actions = await codeActions(uri, range, vscode.CodeActionKind.RefactorRewrite.value)
      return actions.find(({ title }) => title === 'Convert to Mermaid')
    },
    () => editor.document.getText(),
  )
}

describe('Box art', () => {
  afterEach(closeAll)

  it('is converted to a flowchart in any document, and restored by one undo', async () => {
    const editor = await openText(text)
    const { edit } = await convertAction(editor)
    assert.ok(edit)
    await vscode.workspace.applyEdit(edit)
    const chart =
      '```mermaid\nflowchart LR\n  orders["Orders"]\n  warehouse["Warehouse"]\n  orders --> warehouse\n```\n'
    assert.equal(editor.document.getText(), text.replace(drawing, chart))
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), text)
  })

  it('has its misaligned borders reported and aligned by a fix', async () => {
    const crooked = text.replace('# Notes', '# ADR-0001: Keep it').replace('| Orders |', '| Orders  |')
    const editor = await openText(crooked)
    const { uri } = editor.document
    const isOurs = (each: vscode.Diagnostic) => codeOf(each) === 'box-art-alignment'
    const [found] = (await untilDiagnostics(uri, (all) => all.some(isOurs))).filter(isOurs)
    assert.equal(found?.message, 'The right border of `Orders` is 1 column too far to the right')
    const actions = await codeActions(uri, found?.range)
    const fix = actions.find(({ title }) => title === 'Align the border')
    assert.ok(fix?.edit)
    await vscode.workspace.applyEdit(fix.edit)
    assert.equal(editor.document.getText(), crooked.replace('| Orders  |', '| Orders |'))
    await untilDiagnostics(uri, (all) => !all.some(isOurs))
  })
})
