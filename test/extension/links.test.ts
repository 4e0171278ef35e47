import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { closeAll, file, open, rest, write } from './host.ts'

/** A workspace may come from anybody, and so may the links in it. */
describe('Symbolic links that lead out of the workspace', () => {
  let outside = ''
  const links: string[] = []

  /** Creates a link in the workspace that leads out of it. */
  function link(path: string, target = outside): void {
    const { fsPath } = file(path)
    mkdirSync(join(fsPath, '..'), { recursive: true })
    symlinkSync(target, fsPath)
    links.push(fsPath)
  }

  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'design-docs-outside-'))
  })

  afterEach(async () => {
    await closeAll()
    for (const path of links.splice(0)) rmSync(path)
    rmSync(outside, { recursive: true })
  })

  it('are not followed to create a document or folder', async () => {
    link('linked')
    for (const folder of ['linked', 'linked/deep/er'])
      await vscode.commands.executeCommand('designDocs.newDocument', { type: 'adr', title: 'Use a queue', folder })
    await rest()
    assert.deepEqual(readdirSync(outside), [])
    assert.equal(vscode.window.activeTextEditor, undefined)
  })

  it('are not followed to create a template', async () => {
    await write('plain/scratch.md', '# Runbook: Orders\n\n## Steps\n\nTurn it off and on.\n')
    rmSync(file('.design-docs/templates').fsPath, { recursive: true, force: true })
    link('.design-docs/templates')
    await open(file('plain/scratch.md'))
    await vscode.commands.executeCommand('designDocs.createTemplate', { title: 'Runbook' })
    await rest()
    assert.deepEqual(readdirSync(outside), [])
  })

  it('are not followed to change the decision that supersedes another', async () => {
    const old = '# ADR-0001: Use a queue\n\n- **Status:** Accepted\n\n## Context\n\nOrders get lost.\n'
    const other = old.replace('0001', '0002')
    writeFileSync(join(outside, 'target.md'), other)
    const uri = await write('linkedDecisions/0001-use-a-queue.md', old)
    link('linkedDecisions/0002-use-a-queue.md', join(outside, 'target.md'))
    const { document } = await open(uri)
    await vscode.commands.executeCommand('designDocs.supersede', { by: '0002-use-a-queue.md' })
    await rest()
    assert.equal(readFileSync(join(outside, 'target.md'), 'utf8'), other)
    assert.equal(document.getText(), old)
  })
})
