import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAll,
  codeActions,
  codeOf,
  file,
  open,
  openText,
  ours,
  rest,
  until,
  untilDiagnostics,
  write,
} from './host.ts'

const design = '# System Design: Shop\n\n## Overview\n\nA shop that sells one thing.\n'

describe('Findings in the Problems panel', () => {
  afterEach(closeAll)
  afterEach(() => vscode.workspace.getConfiguration('designDocs').update('enable', undefined))
  afterEach(() => vscode.workspace.getConfiguration('designDocs').update('rules', undefined))

  it('escape invisible characters in their messages', async () => {
    const { document } = await openText(
      '---\ndocumentType: adr\n---\n# ADR-0007: Use a queue\n\n- **Status:** Ac\u202Ecepted\n',
    )
    const found = await untilDiagnostics(document.uri, (all) => all.some((each) => codeOf(each) === 'allowed-choice'))
    const messages = found.map(({ message }) => message).join('\n')
    assert.match(messages, /Ac\\u202Ecepted/)
    assert.doesNotMatch(messages, /\u202E/)
  })

  it('have a narrow range, a source, a severity and a link to their rule', async () => {
    const { document } = await openText(design)
    const [first] = await untilDiagnostics(document.uri, (found) =>
      found.some(({ message }) => /Monitoring/.test(message)),
    )
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Warning)
    assert.deepEqual(first?.code, {
      value: 'required-section',
      target: vscode.Uri.parse('design-docs:/rules/required-section.md'),
    })
    assert.equal(document.getText(first?.range), '## Overview')
  })

  it('include sentences that sound like a problem to the classifier', async () => {
    const sentence =
      'Whatever the shop needs, be it prices, stock, mails or invoices, is added to the one core module that all screens call.'
    const { document } = await openText(`${design}\n${sentence}\n`)
    const found = await untilDiagnostics(document.uri, (all) =>
      all.some(({ message }) => /This sounds like/.test(message)),
    )
    assert.ok(found.some((each) => codeOf(each) === 'no-god-component' && document.getText(each.range) === sentence))
  })

  it('disappear when their document is closed', async () => {
    const uri = await write('docs/system-design/closing.md', design)
    await open(uri)
    await untilDiagnostics(uri, (found) => found.length > 0)
    await closeAll()
    await untilDiagnostics(uri, (found) => found.length === 0)
  })

  it('disappear when their document becomes plain text', async () => {
    const { document } = await openText(design)
    await untilDiagnostics(document.uri, (found) => found.length > 0)
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext')
    await untilDiagnostics(document.uri, (found) => found.length === 0)
    await rest()
    assert.deepEqual(ours(document.uri), [])
  })

  it('move to the new name of a renamed file', async () => {
    const uri = await write('docs/system-design/before.md', design)
    await open(uri)
    await untilDiagnostics(uri, (found) => found.length > 0)
    const edit = new vscode.WorkspaceEdit()
    edit.renameFile(uri, file('docs/system-design/after.md'))
    await vscode.workspace.applyEdit(edit)
    await untilDiagnostics(file('docs/system-design/after.md'), (found) => found.length > 0)
    await untilDiagnostics(uri, (found) => found.length === 0)
  })

  it('are those of the latest text after several edits in a row', async () => {
    const editor = await openText(design)
    for (const word of ['\n## Data Model\n', '\nOrders.\n', '\n## Security\n', '\nNone.\n']) {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end
      await editor.edit((edit) => edit.insert(end, word))
    }
    await untilDiagnostics(
      editor.document.uri,
      (all) => all.length > 0 && !all.some(({ message }) => /section `(?:Data Model|Security)`/.test(message)),
    )
  })

  it('disappear while the extension is disabled, and reappear with the severity from the settings', async () => {
    const { document } = await openText(design)
    await untilDiagnostics(document.uri, (found) => found.length > 0)
    const settings = vscode.workspace.getConfiguration('designDocs')
    await settings.update('enable', false)
    await untilDiagnostics(document.uri, (found) => found.length === 0)
    await settings.update('enable', undefined)
    await settings.update('rules', { 'required-section': 'error' })
    await untilDiagnostics(document.uri, (found) =>
      found.some((each) => codeOf(each) === 'required-section' && each.severity === vscode.DiagnosticSeverity.Error),
    )
  })

  it('name diagrams that a platform in the setting `readIn` cannot draw', async () => {
    const { document } = await openText(`${design}\n\`\`\`mermaid\nkanban\n  todo[To do]\n\`\`\`\n`)
    const isIt = (each: vscode.Diagnostic) => codeOf(each) === 'portable-diagram'
    const before = await untilDiagnostics(document.uri, (found) => found.length > 0)
    assert.ok(!before.some(isIt))
    const settings = vscode.workspace.getConfiguration('designDocs.diagrams')
    try {
      await settings.update('readIn', ['azure-devops'])
      const found = await untilDiagnostics(document.uri, (all) => all.some(isIt))
      assert.match(found.find(isIt)?.message ?? '', /Azure DevOps.* does not draw `kanban`/)
    } finally {
      await settings.update('readIn', undefined)
    }
  })

  it('are not created for other versions of a document, such as those from Git', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('gitfs', {
      provideTextDocumentContent: () => design,
    })
    try {
      const { document } = await open(vscode.Uri.parse('gitfs:/docs/system-design/old.md'))
      await rest()
      assert.deepEqual(ours(document.uri), [])
    } finally {
      provider.dispose()
    }
  })

  it('are explained on the page of their rule, with the words that the rule evaluated', async () => {
    const { document } = await openText(
      '---\ndocumentType: design\n---\n# Orders\n\n## Overview\n\nThe order service runs as a single instance on a server in the cluster. Orders come by dependency injection.\n\nThe mailer has no backups, and each mail costs $2.\n',
    )
    const rule = 'no-single-point-of-failure'
    const found = await untilDiagnostics(document.uri, (all) => all.some((each) => codeOf(each) === rule))
    const range = found.find((each) => codeOf(each) === rule)?.range
    const actions = await codeActions(document.uri, range)
    const { command } = actions.find(({ title }) => title === `Explain ${rule} here`) ?? {}
    assert.ok(command, actions.map(({ title }) => title).join(', '))
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
    const page = await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'design-docs' && uri.query !== ''),
      () => vscode.workspace.textDocuments.map(({ uri }) => uri.toString()),
    )
    assert.match(page.getText(), /^# no-single-point-of-failure\n\n## This finding\n\n.* line 10:/)
    assert.match(page.getText(), /\*\*“has no backups”\*\*: .*<br>\n.*unprotected.*\n/)
    assert.match(page.getText(), /\*\*“backups”\*\*: .*<br>\n.*<br>\n +\*Does not count:\* negated by .*denial/)
    assert.match(page.getText(), /\n## Why\n/)
  })

  it('link to a page of their rule, which has no findings of its own', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('design-docs:/rules/required-section.md'))
    assert.match(page.getText(), /^# required-section/)
    await rest()
    assert.deepEqual(ours(page.uri), [])
    const none = await vscode.workspace.openTextDocument(vscode.Uri.parse('design-docs:/rules/nonsense.md'))
    assert.match(none.getText(), /no page/)
  })
})
