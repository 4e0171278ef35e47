import assert from 'node:assert/strict'
import * as vscode from 'vscode'

const ours = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'design-docs')

/** Waits until the diagnostics of a document meet a condition, or Mocha's timeout ends the test. */
async function untilDiagnostics(
  uri: vscode.Uri,
  condition: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((done) => {
    const look = (): void => {
      if (!condition(ours(uri))) return
      subscription.dispose()
      done(ours(uri))
    }
    const subscription = vscode.languages.onDidChangeDiagnostics(look)
    look()
  })
}

describe('The extension', () => {
  it('registers every contributed command on activation', async () => {
    const extension = vscode.extensions.getExtension('design-docs.design-docs')
    assert.ok(extension, 'the extension is not installed')
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Note\n' })
    await extension.activate()
    const contributed: { command: string }[] = extension.packageJSON.contributes.commands
    const registered = new Set(await vscode.commands.getCommands(true))
    assert.ok(contributed.length > 0)
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    )
  })

  it('reports a missing section, and removes the finding once the section is typed', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# System Design: Shop\n\n## Overview\n\nA shop that sells one thing.\n',
    })
    const editor = await vscode.window.showTextDocument(document)
    const isMonitoring = ({ message }: vscode.Diagnostic): boolean =>
      /^No sections? .*`Monitoring`.*, expected/.test(message)
    const found = await untilDiagnostics(document.uri, (diagnostics) => diagnostics.some(isMonitoring))
    assert.ok(
      found.every(({ code }) => typeof code === 'object'),
      'every code links to its page',
    )
    const end = document.lineAt(document.lineCount - 1).range.end
    await editor.edit((edit) => edit.insert(end, '\n## Monitoring\n\nErrors and latency, paged to the team.\n'))
    await untilDiagnostics(document.uri, (diagnostics) => diagnostics.length > 0 && !diagnostics.some(isMonitoring))
  })

  it('reports nothing in a Markdown file that is not a design document', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# My holiday\n\nTODO: tell about the [beach].\n',
    })
    const design = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\ndocumentType: adr\n---\n# ADR-001: Keep it\n',
    })
    // The design document is opened later, so once it has diagnostics, the other file has been reviewed too.
    await untilDiagnostics(design.uri, (diagnostics) => diagnostics.length > 0)
    assert.deepEqual(ours(document.uri), [])
  })
})
