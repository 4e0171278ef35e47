import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, openText, rest, untilCodeActions, untilDiagnostics } from './host.ts'

const text = '---\ndocumentType: adr\n---\n# ADR-0001: Keep it\n\n## Context\n\n- We have it.\n- TBD\n'

async function actionsAt(editor: vscode.TextEditor, ruleId: string): Promise<readonly vscode.CodeAction[]> {
  const { uri } = editor.document
  const found = await untilDiagnostics(uri, (all) => all.some((each) => codeOf(each) === ruleId))
  const range = found.find((each) => codeOf(each) === ruleId)?.range
  return untilCodeActions(uri, range)
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title === title)
  assert.ok(action?.edit, actions.map((each) => each.title).join(', '))
  assert.equal(await vscode.workspace.applyEdit(action.edit), true)
}

describe('A comment that disables a rule', () => {
  afterEach(closeAll)

  it('is offered after the other fixes, for the line and for the file', async () => {
    const editor = await openText(text)
    const titles = (await actionsAt(editor, 'required-section')).flatMap(({ title }) =>
      /^(?:Add|Disable) /.test(title) ? title : [],
    )
    assert.deepEqual(titles.slice(-2), [
      'Disable required-section for this line',
      'Disable required-section in this file',
    ])
    assert.match(titles[0] ?? '', /^Add 4 missing sections/)
  })

  it('is inserted without breaking the list around it, and removes the finding', async () => {
    const editor = await openText(text)
    await apply(await actionsAt(editor, 'no-placeholder'), 'Disable no-placeholder for this line')
    assert.equal(
      editor.document.getText(),
      text.replace('\n- TBD', '\n  <!-- design-docs-disable-next-line no-placeholder -->\n- TBD'),
    )
    await untilDiagnostics(editor.document.uri, (all) => !all.some((each) => codeOf(each) === 'no-placeholder'))
  })

  it('is reported if it suppresses nothing, with a fix that removes it', async () => {
    const comment = '<!-- design-docs-disable-next-line no-placeholder -->\n'
    const editor = await openText(text.replace('- We have', `${comment}- We have`))
    await apply(await actionsAt(editor, 'unused-disable'), 'Remove the comment')
    assert.equal(editor.document.getText(), text)
  })

  it('is not reported as unused before the diagram that it applies to is checked', async () => {
    const fence = '```mermaid\nflowchart LR\n  a -->\n```\n'
    const editor = await openText(`${text}\n<!-- design-docs-disable diagram-syntax -->\n\n${fence}`)
    await untilDiagnostics(editor.document.uri, (all) => all.length > 0)
    await rest()
    await untilDiagnostics(editor.document.uri, (all) => {
      assert.ok(!all.some((each) => ['unused-disable', 'diagram-syntax'].includes(String(codeOf(each)))))
      return true
    })
  })
})
