import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import * as vscode from 'vscode'
import { closeAll, codeOf, file, open, ours, rest, untilDiagnostics, write } from './host.ts'
import { newFolder, onDisk, record } from './onDisk.ts'

const superseding = record('0002', '**Supersedes:** [ADR-0001](0001-a.md)')
const superseded = record('0001', '**Superseded by:** [ADR-0002](0002-b.md)')

const findings = (found: readonly vscode.Diagnostic[], rule: string): readonly string[] =>
  found.filter((each) => codeOf(each) === rule).map(({ message }) => message)

/** Waits until a rule has exactly the expected findings in a document. */
const untilSaid = (uri: vscode.Uri, rule: string, expected: readonly RegExp[]) =>
  untilDiagnostics(uri, (all) => {
    const found = findings(all, rule)
    return all.length > 0 && found.length === expected.length && expected.every((each, i) => each.test(found[i] ?? ''))
  })

const missing = /does not say `Superseded by/
const unknown = /^`.*`, which .*, (?:is not in this folder|does not exist): correct /

/** Counts the reviews of a document during `work`. Each review creates new diagnostics. */
async function reviewsOf(uri: vscode.Uri, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  let [last] = ours(uri)
  const listener = vscode.languages.onDidChangeDiagnostics(() => {
    const [first] = ours(uri)
    if (first !== last) count++
    last = first
  })
  await work()
  await rest()
  listener.dispose()
  return count
}

describe('A review that depends on other files', () => {
  afterEach(closeAll)

  it('runs again when one of them is changed on disk', async () => {
    const folder = await newFolder()
    await write(`${folder}/0001-a.md`, record('0001'))
    const { document } = await open(await write(`${folder}/0002-b.md`, superseding))
    await untilSaid(document.uri, 'adr-supersedes', [missing])
    onDisk.write(`${folder}/0001-a.md`, superseded)
    await untilSaid(document.uri, 'adr-supersedes', [])
    assert.equal(document.version, 1, 'it was not edited')
    onDisk.write(`${folder}/0001-a.md`, record('0001'))
    await untilSaid(document.uri, 'adr-supersedes', [missing])
  })

  it('runs again when one of them is created, renamed or deleted on disk', async () => {
    const folder = await newFolder()
    const { document } = await open(await write(`${folder}/0002-b.md`, superseding))
    await untilSaid(document.uri, 'adr-supersedes', [unknown])
    onDisk.write(`${folder}/0001-a.md`, superseded)
    await untilSaid(document.uri, 'adr-supersedes', [])
    onDisk.rename(`${folder}/0001-a.md`, `${folder}/0001-z.md`)
    await untilSaid(document.uri, 'adr-supersedes', [unknown])
    onDisk.rename(`${folder}/0001-z.md`, `${folder}/0001-a.md`)
    await untilSaid(document.uri, 'adr-supersedes', [])
    onDisk.delete(`${folder}/0001-a.md`)
    await untilSaid(document.uri, 'adr-supersedes', [unknown])
  })

  it('runs again when the folder gets another file, or a subfolder with one of them is created or renamed', async () => {
    const folder = await newFolder()
    const text = superseding.replace('(0001', '(old/0001')
    const { document } = await open(await write(`${folder}/0002-b.md`, text))
    await untilSaid(document.uri, 'adr-supersedes', [unknown])
    mkdirSync(file(`${folder}/old`).fsPath)
    onDisk.write(`${folder}/old/0001-a.md`, superseded)
    await untilSaid(document.uri, 'adr-supersedes', [])
    onDisk.write(`${folder}/0002-twin.md`, record('0002'))
    await untilSaid(document.uri, 'adr-number', [/^Number `2` is already used by `0002-twin\.md`/])
    onDisk.rename(`${folder}/old`, `${folder}/gone`)
    await untilSaid(document.uri, 'adr-supersedes', [unknown])
  })

  it('runs again when one of them is edited without saving, and when that edit is reverted', async () => {
    const folder = await newFolder()
    await write(`${folder}/0001-a.md`, record('0001'))
    const { document } = await open(await write(`${folder}/0002-b.md`, superseding))
    await untilSaid(document.uri, 'adr-supersedes', [missing])
    const other = await open(file(`${folder}/0001-a.md`))
    const all = new vscode.Range(0, 0, other.document.lineCount, 0)
    await other.edit((edit) => edit.replace(all, superseded))
    await untilSaid(document.uri, 'adr-supersedes', [])
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await untilSaid(document.uri, 'adr-supersedes', [missing])
    assert.ok(!other.document.isDirty)
  })

  it('runs at most three times for 81 changes in its folder, and never for changes in another folder', async () => {
    const folder = await newFolder()
    for (let i = 10; i < 40; i++) await write(`${folder}/00${i}-x.md`, record(`00${i}`))
    await write(`${folder}/0001-a.md`, record('0001'))
    const elsewhere = await open(await write(`${await newFolder()}/0002-b.md`, superseding))
    await untilSaid(elsewhere.document.uri, 'adr-supersedes', [unknown])
    const { document } = await open(await write(`${folder}/0002-b.md`, superseding))
    await untilSaid(document.uri, 'adr-supersedes', [missing])
    await rest()
    const switchBranch = async () => {
      for (let i = 10; i < 40; i++) onDisk.delete(`${folder}/00${i}-x.md`)
      for (let i = 40; i < 90; i++) onDisk.write(`${folder}/00${i}-x.md`, record(`00${i}`))
      onDisk.write(`${folder}/0001-a.md`, superseded)
      await untilSaid(document.uri, 'adr-supersedes', [])
    }
    let others = 0
    const passes = await reviewsOf(document.uri, async () => {
      others = await reviewsOf(elsewhere.document.uri, switchBranch)
    })
    assert.ok(passes >= 1 && passes <= 3, `${passes} reviews for 81 changes`)
    assert.equal(others, 0)
  })
})
