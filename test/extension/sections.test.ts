import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, openText, untilCodeActions, untilDiagnostics } from './host.ts'

const isMissing = (diagnostic: vscode.Diagnostic): boolean => codeOf(diagnostic) === 'required-section'
const decision =
  '---\ndocumentType: adr\n---\n# ADR-0001: Keep it\n\n## Context\n\nWe have it.\n\n## Decision\n\nWe keep it.\n'

async function quickFixes(editor: vscode.TextEditor): Promise<readonly vscode.CodeAction[]> {
  const { uri } = editor.document
  const found = await untilDiagnostics(uri, (all) => all.some(isMissing))
  const range = found.find(isMissing)?.range
  return untilCodeActions(uri, range, ({ title }) => /^Add /.test(title))
}

describe('Missing sections', () => {
  afterEach(closeAll)
  afterEach(() => vscode.workspace.getConfiguration('designDocs').update('insertGuidance', undefined))

  it('are offered as quick fixes, one by one and all at once', async () => {
    const editor = await openText(decision)
    const fixes = await quickFixes(editor)
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [
        'Add 3 missing sections',
        'Add section "Alternatives Considered"',
        'Add section "Consequences"',
        'Add section "Validation"',
      ],
    )
    assert.ok(fixes.every(({ kind }) => kind?.contains(vscode.CodeActionKind.QuickFix)))
    assert.deepEqual(
      fixes.map(({ isPreferred }) => isPreferred),
      [true, false, false, false],
    )
  })

  it('are offered all at once where only some of them are missing', async () => {
    const editor = await openText(decision.replace('## Decision', '## Consequences\n\nGood: simple.\n\n## Decision'))
    const titles = (await quickFixes(editor)).map(({ title }) => title)
    assert.equal(titles[0], 'Add 3 missing sections')
    assert.equal(titles.at(-1), 'Add all 5 missing sections')
  })

  it('are added by a quick fix that selects their first tab stop', async () => {
    const editor = await openText(decision)
    const fix = (await quickFixes(editor)).find(({ title }) => /Validation/.test(title))
    assert.ok(fix?.edit)
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true)
    assert.match(editor.document.getText(), /We keep it\.\n\n## Validation\n<!-- /)
    assert.doesNotMatch(editor.document.getText(), /\$\{\d|<!--section/)
    assert.match(editor.document.getText(editor.selection), /^\[What has been tried/)
  })

  it('do not become part of a list at the end of the previous section', async () => {
    const editor = await openText(`${decision}\n- one\n  - two\n\n    more of two\n`)
    const fix = (await quickFixes(editor)).find(({ title }) => /Validation/.test(title))
    assert.ok(fix?.edit)
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true)
    assert.match(editor.document.getText(), /more of two\n\n## Validation\n<!-- /)
  })

  it('are all added by one command, and removed by one undo', async () => {
    const editor = await openText(decision)
    await vscode.commands.executeCommand('designDocs.addMissingSections')
    const titles = [...editor.document.getText().matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    assert.deepEqual(titles, ['Context', 'Decision', 'Alternatives Considered', 'Consequences', 'Validation'])
    await untilDiagnostics(editor.document.uri, (all) => all.length > 0 && !all.some(isMissing))
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), decision)
  })

  it('are added without guidance if the settings say so', async () => {
    await vscode.workspace.getConfiguration('designDocs').update('insertGuidance', false)
    const editor = await openText(decision)
    await vscode.commands.executeCommand('designDocs.addMissingSections')
    assert.match(editor.document.getText(), /## Validation\n\n- \[/)
    assert.doesNotMatch(editor.document.getText(), /<!--/)
  })

  it('are not added if none is missing', async () => {
    const editor = await openText(decision)
    await vscode.commands.executeCommand('designDocs.addMissingSections')
    const whole = editor.document.getText()
    await vscode.commands.executeCommand('designDocs.addMissingSections')
    assert.equal(editor.document.getText(), whole)
  })

  it('are added with the line endings of the document', async () => {
    const editor = await openText(decision)
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF))
    await vscode.commands.executeCommand('designDocs.addMissingSections')
    assert.doesNotMatch(editor.document.getText(), /(?<!\r)\n/)
  })
})

describe('Places to fill in', () => {
  afterEach(closeAll)

  it('are selected one after the other, and again from the first', async () => {
    const editor = await openText(
      '# ADR-0001: Use a queue\n\n## Context\n\n[The forces at play]\n\n## Decision\n\nTBD\n',
    )
    for (const place of ['[The forces at play]', 'TBD', '[The forces at play]']) {
      await vscode.commands.executeCommand('designDocs.nextPlace')
      assert.equal(editor.document.getText(editor.selection), place)
    }
  })
})

describe('Templates at the cursor', () => {
  afterEach(closeAll)

  it('are offered for their prefix if the line contains nothing else', async () => {
    const editor = await openText('adr\n\nan adr\n')
    const complete = (line: number, character: number) =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        new vscode.Position(line, character),
      )
    const isAdr = ({ label }: vscode.CompletionItem) => typeof label === 'object' && label.label === 'adr'
    const found = (await complete(0, 3)).items.find(isAdr)
    assert.ok(found?.insertText instanceof vscode.SnippetString)
    assert.match(found.insertText.value, /^# ADR-\$\{1:NNN\}/)
    assert.ok(!(await complete(2, 6)).items.some(isAdr))
  })
})
