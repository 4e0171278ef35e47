import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, file, open, ours, rest, untilDiagnostics, write } from './host.ts'

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

  it('are told their mistakes at the place, open or not; the parts that are right work', async () => {
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

  it('make a type of a template, as soon as it is there and as long as it is', async () => {
    const uri = await write('runbooks/queue.md', '# Runbook: Queue\n\n## Symptoms\n\nIt is full.\n')
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
    await write('.design-docs/templates/runbook.md', template('Runbook'))
    await untilDiagnostics(uri, (found) => found.some(({ message }) => /`Cure`/.test(message)))
    await vscode.workspace.fs.delete(file('.design-docs/templates'), { recursive: true })
    await untilDiagnostics(uri, (found) => found.length === 0)
  })

  it('are told of a template with a syntax error, and of two templates with one id', async () => {
    const broken = await write('.design-docs/templates/broken.md', '# Broken ${1:never closed\n\n## Part\n')
    const first = await write('.design-docs/templates/one.md', template('One'))
    const second = await write('.design-docs/templates/two.md', template('Two'))
    const [syntax] = await untilDiagnostics(broken, (found) => found.length > 0)
    assert.deepEqual([syntax?.range.start.line, syntax?.range.start.character], [0, 9])
    const [twice] = await untilDiagnostics(second, (found) => found.length > 0)
    assert.match(twice?.message ?? '', /`runbook` is taken by `.*one\.md`/)
    assert.deepEqual(ours(first), [])
  })

  it('are not reviewed as documents', async () => {
    const uri = await write('.design-docs/templates/part.md', template('Part', 'adr'))
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
  })
})
