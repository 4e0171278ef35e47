import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeActions, file, open, openText, rest, until, untilDiagnostics, write } from './host.ts'

const decision =
  '# ADR-0001: Keep it\n\n- **Status:** Accepted\n- **Date:** 9 March 2026\n\n## Context\n\nWe have it.\n'
const mended = decision.replace('9 March 2026', '2026-03-09')

const lensesOf = ({ uri }: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)

const untilLens = (document: vscode.TextDocument, condition: (title: string) => boolean): Promise<vscode.CodeLens> =>
  until(
    async () => (await lensesOf(document)).find(({ command }) => command && condition(command.title)),
    () => document.uri.toString(),
  )

describe('The code lens over the title', () => {
  afterEach(closeAll)
  afterEach(() => vscode.workspace.getConfiguration('designDocs').update('codeLens', undefined))

  it('shows the status of a decision and follows edits', async () => {
    const editor = await openText(decision)
    const lens = await untilLens(editor.document, (title) => title.includes('Accepted'))
    assert.match(lens.command?.title ?? '', /· Accepted · \d+ findings?$/)
    assert.equal(lens.range.start.line, 0)
    const at = editor.document.getText().indexOf('Accepted')
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 8))
    await editor.edit((edit) => edit.replace(range, 'Rejected'))
    await untilLens(editor.document, (title) => title.includes('Rejected'))
  })

  it('counts the checklist items that a design meets', async () => {
    const { document } = await open(file('docs/system-design/parcel-tracking.md'))
    const lens = await untilLens(document, () => true)
    assert.match(lens.command?.title ?? '', /^System design · \d+\/11 · /)
  })

  it('is absent if it is turned off, and in files that are not design documents', async () => {
    const note = await openText('# My holiday\n\nIt was fine.\n')
    await rest()
    assert.deepEqual(await lensesOf(note.document), [])
    const { document } = await openText(decision)
    await untilLens(document, () => true)
    await vscode.workspace.getConfiguration('designDocs').update('codeLens', false)
    await until(
      async () => (await lensesOf(document)).length === 0,
      () => 'a lens',
    )
  })
})

describe('Fix all', () => {
  afterEach(closeAll)
  afterEach(() => vscode.workspace.getConfiguration('editor').update('codeActionsOnSave', undefined))

  const actionsOf = ({ uri, lineAt }: vscode.TextDocument, only: string) => codeActions(uri, lineAt(0).range, only)

  it('is a single action that applies all fixes that need no answer', async () => {
    const { document } = await openText(decision)
    const [action, ...more] = await actionsOf(document, 'source.fixAll')
    assert.equal(action?.kind?.value, 'source.fixAll.designDocs')
    assert.deepEqual(more, [])
    assert.ok(action.edit)
    await vscode.workspace.applyEdit(action.edit)
    assert.equal(document.getText(), mended)
    assert.deepEqual(await actionsOf(document, 'source.fixAll.designDocs'), [])
  })

  it('runs on save if the settings say so', async () => {
    await vscode.workspace
      .getConfiguration('editor')
      .update('codeActionsOnSave', { 'source.fixAll.designDocs': 'explicit' })
    const uri = await write('scratch/on-save.md', '')
    const editor = await open(uri)
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), decision))
    await editor.document.save()
    assert.equal(editor.document.getText(), mended)
  })

  it('is available as a command', async () => {
    const { document } = await openText(decision)
    await untilDiagnostics(document.uri, (found) => found.length > 0)
    await vscode.commands.executeCommand('designDocs.fixAll')
    assert.equal(document.getText(), mended)
  })

  it('repeats until nothing is left to fix, and one undo reverts all of it', async () => {
    // The two names in the comment touch, so they cannot be removed at once.
    const text = `${mended}\n<!-- design-docs-disable adr-date, no-placeholder -->\n\n## Decision\n\nWe keep it.\n`
    const { document } = await openText(text)
    await untilDiagnostics(document.uri, (found) => found.length > 1)
    await vscode.commands.executeCommand('designDocs.fixAll')
    assert.doesNotMatch(document.getText(), /adr-date|no-placeholder/)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), text)
  })
})
