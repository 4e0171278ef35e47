import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeActions, codeOf, file, open, ours, rest, until, untilDiagnostics, write } from './host.ts'

const config = '.design-docs/config.json'
const isMissing = (each: vscode.Diagnostic): boolean => codeOf(each) === 'required-section'
const template = (title: string, id = 'runbook'): string =>
  `---\ndocumentType: ${id}\ntitle: ${title}\nfiles: runbooks/*.md\n---\n# Runbook: \${1:Name}\n\n## Symptoms\n\n\${2:text}\n\n## Cure\n\n\${3:text}\n`

describe('The team’s files', () => {
  let before: Uint8Array
  const emptyTemplates = async () => {
    for (const [name] of await vscode.workspace.fs.readDirectory(file('.design-docs')))
      if (name === 'templates') await vscode.workspace.fs.delete(file('.design-docs/templates'), { recursive: true })
  }
  beforeEach(async () => {
    before = await vscode.workspace.fs.readFile(file(config))
    await emptyTemplates()
  })
  afterEach(async () => {
    await closeAll()
    await vscode.workspace.fs.writeFile(file(config), before)
    await emptyTemplates()
    await untilDiagnostics(file(config), (found) => found.length === 0)
  })

  it('take effect as soon as they are saved', async () => {
    const uri = await write(
      'docs/adr/0099-test.md',
      '---\ndocumentType: adr\n---\n# ADR-0099: Test\n\n## Context\n\nText.\n',
    )
    await open(uri)
    await untilDiagnostics(uri, (found) => found.some(isMissing))
    await write(config, '{ "rules": { "required-section": "off" } }')
    await untilDiagnostics(uri, (found) => !found.some(isMissing))
    await write(config, '{ "rules": { "required-section": "error" } }')
    await untilDiagnostics(uri, (found) =>
      found.some((each) => isMissing(each) && each.severity === vscode.DiagnosticSeverity.Error),
    )
  })

  it('have mistakes reported in place even while closed, and their valid parts take effect', async () => {
    const uri = await write(
      'docs/adr/0098-test.md',
      '---\ndocumentType: adr\n---\n# ADR-0098: Test\n\n## Context\n\nText.\n',
    )
    await open(uri)
    await write(config, '{\n  "rules": { "required-section": "error", "nonsense": "error" },\n  "types": [\n}')
    const found = await untilDiagnostics(file(config), (all) => all.some(({ message }) => /nonsense/.test(message)))
    const unknown = found.find(({ message }) => /nonsense/.test(message))
    assert.deepEqual([unknown?.range.start.line, unknown?.severity], [1, vscode.DiagnosticSeverity.Error])
    await untilDiagnostics(uri, (all) =>
      all.some((each) => isMissing(each) && each.severity === vscode.DiagnosticSeverity.Error),
    )
  })

  it('have each mistake in an open config reported once, with the intended word as a fix', async () => {
    const text = '{ "types": { "a/*.md": "system-desing" }, "rules": { "no-placeholder": "warnin", "adr-date": 4 } }'
    await write(config, text)
    const { document } = await open(file(config))
    const found = await untilDiagnostics(document.uri, (all) => all.length === 3)
    await rest()
    assert.equal(vscode.languages.getDiagnostics(document.uri).length, 3, 'and nobody else says it')
    const actions = await Promise.all(found.map(({ range }) => codeActions(document.uri, range)))
    const ours = actions.flat().filter(({ title }) => title.startsWith('Change to'))
    assert.deepEqual(
      ours.map(({ title }) => title),
      ['Change to "system-design"', 'Change to "warning"'],
    )
    for (const { edit } of ours.toReversed()) if (edit) await vscode.workspace.applyEdit(edit)
    assert.match(document.getText(), /"system-design" \}, "rules": \{ "no-placeholder": "warning", /)
  })

  it('leave JSON syntax errors in an open config to VS Code', async () => {
    await write(config, '{ "rules": { ')
    const { document } = await open(file(config))
    await until(
      () => vscode.languages.getDiagnostics(document.uri).length > 0,
      () => 'nothing is said of it',
    )
    await rest()
    assert.deepEqual(ours(document.uri), [])
  })

  it('offer completions for type ids, including the team’s own', async () => {
    await write('.design-docs/templates/runbook.md', template('Runbook'))
    await write(config, '{ "types": { "a/*.md": "" } }')
    const { document } = await open(file(config))
    const labels = await until(
      async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(0, 24),
        )
        const names = items.map(({ label }) => (typeof label === 'string' ? label : label.label))
        return names.includes('"runbook"') && names
      },
      () => 'another list',
    )
    for (const id of ['system-design', 'adr', 'none']) assert.ok(labels.includes(JSON.stringify(id)), id)
  })

  it('define a document type for as long as its template exists', async () => {
    const uri = await write('runbooks/queue.md', '# Runbook: Queue\n\n## Symptoms\n\nIt is full.\n')
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
    await write('.design-docs/templates/runbook.md', template('Runbook'))
    await untilDiagnostics(uri, (found) => found.some(({ message }) => /`Cure`/.test(message)))
    await vscode.workspace.fs.delete(file('.design-docs/templates'), { recursive: true })
    await untilDiagnostics(uri, (found) => found.length === 0)
  })

  it('have syntax errors in templates and duplicate template ids reported', async () => {
    const broken = await write('.design-docs/templates/broken.md', '# Broken ${1:never closed\n\n## Part\n')
    const first = await write('.design-docs/templates/one.md', template('One'))
    const second = await write('.design-docs/templates/two.md', template('Two'))
    const [syntax] = await untilDiagnostics(broken, (found) => found.length > 0)
    assert.deepEqual([syntax?.range.start.line, syntax?.range.start.character], [0, 9])
    const [twice] = await untilDiagnostics(second, (found) => found.length > 0)
    assert.match(twice?.message ?? '', /`runbook` is already used by `.*one\.md`/)
    assert.deepEqual(ours(first), [])
  })

  it('are not reviewed as documents', async () => {
    const uri = await write('.design-docs/templates/part.md', template('Part', 'adr'))
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
  })
})
