import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, file, open, ours, read, rest, untilDiagnostics, write } from './host.ts'

const config = '.design-docs/config.json'
const names = '{ "templates": ["rfcs/0000-template.md", "proposals/*-template.md"] }'
const rfc =
  '# RFC 0000: {short title}\n\n## Summary\n\n{what changes, in one paragraph}\n\n## Drawbacks\n\nWhy should we not do this at all?\n\n## Future (optional)\n\nTBD\n'
const document = '# RFC 0001: Queue\n\n## Summary\n\nA queue.\n'
const isMissing = (each: vscode.Diagnostic): boolean => codeOf(each) === 'required-section'

describe('A team’s own templates', () => {
  let before: Uint8Array
  const remove = async (path: string) => {
    try {
      await vscode.workspace.fs.delete(file(path), { recursive: true })
    } catch {
      // It did not exist.
    }
  }
  beforeEach(async () => {
    before = await vscode.workspace.fs.readFile(file(config))
  })
  afterEach(async () => {
    await closeAll()
    await vscode.workspace.fs.writeFile(file(config), before)
    for (const path of ['rfcs', 'proposals', '.design-docs/templates']) await remove(path)
    await untilDiagnostics(file(config), (found) => found.length === 0)
  })

  it('are plain Markdown files named in the config, and changes to them take effect at once', async () => {
    await write('rfcs/0000-template.md', rfc)
    await write('proposals/x-template.md', rfc.replaceAll('RFC', 'Proposal'))
    const uri = await write('rfcs/0001-queue.md', document)
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
    await write(config, names)
    await untilDiagnostics(uri, (found) => found.filter(isMissing).length === 1)
    await write('rfcs/0000-template.md', `${rfc}\n## Tests\n\nHow will we know that it works?\n`)
    await untilDiagnostics(uri, (found) => found.some(({ message }) => message.includes('`Tests`')))
    await vscode.workspace.fs.rename(file('rfcs/0000-template.md'), file('rfcs/gone.md'))
    const [gone] = await untilDiagnostics(file(config), (found) => found.length > 0)
    assert.match(gone?.message ?? '', /^Missing template `rfcs\/0000-template\.md`/)
    assert.equal(gone?.range.start.character, names.indexOf('"rfcs'))
    await untilDiagnostics(uri, (found) => found.length === 0)
    await vscode.workspace.fs.rename(file('rfcs/gone.md'), file('rfcs/0000-template.md'))
    await untilDiagnostics(uri, (found) => found.some(({ message }) => message.includes('`Drawbacks` and `Tests`')))
    await untilDiagnostics(file(config), (found) => found.length === 0)
  })

  it('are not reviewed as documents, but mistakes in them as templates are reported', async () => {
    await write(config, names)
    const uri = await write('rfcs/0000-template.md', 'Nothing but text.\n')
    await write('proposals/x-template.md', rfc)
    const [flaw] = await untilDiagnostics(uri, (found) => found.length > 0)
    assert.match(flaw?.message ?? '', /^No heading/)
    await write('rfcs/0000-template.md', rfc.replace('RFC', 'Request'))
    await open(uri)
    await untilDiagnostics(uri, (found) => found.length === 0)
    await rest()
    assert.deepEqual(ours(uri), [])
  })

  it('can be named in the settings too', async () => {
    await write('rfcs/0000-template.md', rfc)
    const uri = await write('rfcs/0001-queue.md', document)
    await open(uri)
    const settings = vscode.workspace.getConfiguration('designDocs')
    await settings.update('templates', ['rfcs/0000-template.md'], vscode.ConfigurationTarget.Workspace)
    try {
      await untilDiagnostics(uri, (found) => found.filter(isMissing).length === 1)
    } finally {
      await settings.update('templates', undefined, vscode.ConfigurationTarget.Workspace)
    }
    await untilDiagnostics(uri, (found) => found.length === 0)
  })

  it('are inserted with their placeholders as tab stops, the one in the front matter first', async () => {
    await write(
      '.design-docs/templates/record.md',
      `---\nstatus: {draft | final}\n---\n${rfc.replace('RFC', 'Record')}`,
    )
    const known = await write(
      'rfcs/0002-record.md',
      '---\ndocumentType: record\n---\n# Record 2: Known\n\n## Summary\n\nA.\n',
    )
    await open(known)
    await untilDiagnostics(known, (found) => found.some(isMissing))
    await vscode.commands.executeCommand('designDocs.newDocument', { type: 'record', title: 'Queue', folder: 'rfcs' })
    const editor = vscode.window.activeTextEditor
    const text = editor?.document.getText() ?? ''
    assert.match(text, /^---\n(?:documentType: record\n)?status: draft\n---\n# Record \d+: Queue\n/)
    assert.doesNotMatch(text, /\$\{|<!--section/)
    assert.equal(editor?.document.getText(editor.selection), 'draft')
  })

  it('can be created from a document, without overwriting an existing one', async () => {
    const uri = await write(
      'rfcs/0007-playbook.md',
      '# Playbook: Queue\n\n## Symptoms\n\nIt is full.\n\n## Cure\n\n- Empty it\n',
    )
    await open(uri)
    await vscode.commands.executeCommand('designDocs.createTemplate', { title: 'Playbook' })
    const made = file('.design-docs/templates/playbook.md')
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), made.toString())
    const text = await read(made)
    assert.match(
      text,
      /^---\ndocumentType: playbook\ntitle: "Playbook"\nprefix: playbook\n---\n# Playbook: \$\{1:\[Title\]\}\n/,
    )
    const other = await write('rfcs/0008-other.md', '# Playbook: Other\n\n## Symptoms\n\nNone.\n')
    await open(other)
    await untilDiagnostics(other, (found) => found.some(({ message }) => message.includes('`Cure`')))
    await open(uri)
    await untilDiagnostics(uri, (found) => found.length === 0)
    // An existing template is never overwritten.
    await vscode.commands.executeCommand('designDocs.createTemplate', { title: 'Playbook' })
    assert.equal(await read(made), text)
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /playbook-2\.md$/)
  })

  it('that are created from a decision leave the others with their type', async () => {
    const others = `## Context\n\nIt is slow.\n\n## Decision\n\nWe cache.\n`
    const source = await write(
      'rfcs/0001-cache.md',
      `# ADR-0001: Cache\n\n- **Status:** Accepted\n\n${others}\n## Price\n\n$5\n`,
    )
    const before = await write('rfcs/0002-queue.md', `# ADR-0002: Queue\n\n- **Status:** Accepted\n\n${others}`)
    await open(source)
    await vscode.commands.executeCommand('designDocs.createTemplate', { title: 'Decision with costs' })
    assert.match(await read(file('.design-docs/templates/decision-with-costs.md')), /^files: false # .*adr/m)
    const declared = await write(
      'rfcs/0003-log.md',
      `---\ndocumentType: decision-with-costs\n---\n# ADR-0003: Log\n\n${others}`,
    )
    await open(declared)
    await untilDiagnostics(declared, (found) => found.some(({ message }) => message.includes('`Price`')))
    await open(before)
    await rest()
    assert.deepEqual(
      ours(before).filter(({ message }) => message.includes('Price')),
      [],
    )
  })
})
