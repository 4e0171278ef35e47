import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import * as vscode from 'vscode'
import { closeAll, codeOf, file, open, ours, rest, untilDiagnostics } from './host.ts'
import { newFolder, onDisk, record } from './onDisk.ts'

const lintWorkspace = () => vscode.commands.executeCommand('designDocs.lintWorkspace')
const hasDate = (found: readonly vscode.Diagnostic[]) => !found.some((each) => codeOf(each) === 'adr-date')

describe('Lint Workspace', () => {
  let folder = ''
  before(async () => {
    folder = await newFolder()
    for (const name of ['adr', 'more']) mkdirSync(file(`${folder}/${name}`).fsPath)
  })
  after(async () => {
    await closeAll()
    onDisk.delete(folder)
  })

  it('reports findings in documents that are not open, but not in hidden, ignored or excluded files', async () => {
    const found = onDisk.write(`${folder}/adr/0001-a.md`, record('0001'))
    const others = [
      onDisk.write(`${folder}/.hidden/0001-a.md`, record('0001')),
      onDisk.write(`${folder}/node_modules/0001-a.md`, record('0001')),
      onDisk.write(`${folder}/ignored/0001-a.md`, record('0001')),
      onDisk.write(`${folder}/excluded/0001-a.md`, record('0001')),
      onDisk.write(`${folder}/note.md`, '# My holiday\n\nIt was fine.\n'),
    ]
    onDisk.write(`${folder}/.gitignore`, 'ignored/\n')
    await vscode.workspace.getConfiguration('search').update('exclude', { '**/excluded': true })
    try {
      await lintWorkspace()
      await untilDiagnostics(found, (all) => all.length > 0 && !hasDate(all))
      for (const other of others) assert.deepEqual(ours(other), [], String(other))
    } finally {
      await vscode.workspace.getConfiguration('search').update('exclude', undefined)
    }
  })

  it('updates findings when files are changed, created or deleted, and when a folder is deleted', async () => {
    const uri = onDisk.write(`${folder}/adr/0001-a.md`, record('0001', '**Date:** 2026-03-09'))
    await untilDiagnostics(uri, (all) => all.length > 0 && hasDate(all))
    const next = onDisk.write(`${folder}/more/0002-b.md`, record('0002'))
    await untilDiagnostics(next, (all) => !hasDate(all))
    onDisk.delete(`${folder}/more`)
    await untilDiagnostics(next, (all) => all.length === 0)
    onDisk.delete(`${folder}/adr/0001-a.md`)
    await untilDiagnostics(uri, (all) => all.length === 0)
  })

  it('reviews a document again when another one that it depends on is created', async () => {
    const old = onDisk.write(`${folder}/adr/0003-c.md`, record('0003', '**Superseded by:** [ADR-0004](0004-d.md)'))
    const isLost = (found: readonly vscode.Diagnostic[]) =>
      found.some((each) => codeOf(each) === 'adr-supersedes' && /does not exist|not in this folder/.test(each.message))
    await untilDiagnostics(old, isLost)
    onDisk.write(`${folder}/adr/0004-d.md`, record('0004', '**Supersedes:** [ADR-0003](0003-c.md)'))
    await untilDiagnostics(old, (all) => all.length > 0 && !isLost(all))
  })

  it('leaves an open document, including its unsaved text, to the editor', async () => {
    const uri = onDisk.write(`${folder}/adr/0005-e.md`, record('0005'))
    const closed = await untilDiagnostics(uri, (all) => !hasDate(all))
    const editor = await open(uri)
    await rest()
    assert.equal(ours(uri).length, closed.length, 'each finding once')
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(editor.document.getText().length), '- **Date:** 2026-03-09\n'),
    )
    await untilDiagnostics(uri, hasDate)
    await closeAll()
    await untilDiagnostics(uri, (all) => all.length === closed.length && !hasDate(all))
  })

  it('runs as a task whose exit code tells whether there are errors', async () => {
    const [task, ...more] = await vscode.tasks.fetchTasks({ type: 'design-docs' })
    assert.equal(task?.name, 'Lint Workspace')
    assert.deepEqual(more, [])
    const ended = new Promise<vscode.TaskProcessEndEvent>((done) => {
      const listener = vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name !== 'Lint Workspace') return
        listener.dispose()
        done(event)
      })
    })
    await vscode.tasks.executeTask(task)
    const { exitCode } = await ended
    const hasErrors = vscode.languages
      .getDiagnostics()
      .some(([, all]) => all.some(({ source, severity }) => source === 'design-docs' && severity === 0))
    assert.equal(exitCode, hasErrors ? 1 : 0)
  })
})
