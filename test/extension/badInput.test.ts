import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, codeOf, open, openText, ours, rest, untilDiagnostics, write } from './host.ts'

/** Asserts that a plain document is still reviewed. */
async function goesOn(): Promise<void> {
  const { document } = await openText('---\ndocumentType: adr\n---\n# ADR-0001: Keep it\n')
  await untilDiagnostics(document.uri, (found) => found.some((each) => codeOf(each) === 'required-section'))
}

describe('Reviews go on after', () => {
  afterEach(closeAll)

  it('a 10 MB design document, whose only finding is that it is too long', async () => {
    const paragraph = `${'A sentence about nothing in particular. '.repeat(25)}\n\n`
    const text = `# System Design: Big\n\n${paragraph.repeat(Math.ceil(10_000_000 / paragraph.length))}`
    const uri = await write('docs/system-design/big.md', text)
    await open(uri)
    const [only, ...others] = await untilDiagnostics(uri, (found) => found.length > 0)
    assert.deepEqual(others, [])
    assert.match(only?.message ?? '', /too long to review/)
    assert.equal(only?.severity, vscode.DiagnosticSeverity.Information)
    assert.equal(only?.range.start.line, 0)
    await goesOn()
  })

  it('a hundred thousand list items, whose only finding is that there are too many', async () => {
    const { document } = await openText(`# System Design: Dense\n\n${'- a\n'.repeat(100_000)}`)
    const [only, ...others] = await untilDiagnostics(document.uri, (found) => found.length > 0)
    assert.deepEqual(others, [])
    assert.match(only?.message ?? '', /too many marks, cells or list items/)
    await goesOn()
  })

  it('a 10 MB file that is not a design document, which is ignored', async () => {
    const uri = await write('notes.md', `# Notes\n\n${'Word after word.\n'.repeat(600_000)}`)
    await open(uri)
    await rest()
    assert.deepEqual(ours(uri), [])
    await goesOn()
  })

  it('a binary file whose name ends with .md', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256)
    const uri = await write('docs/adr/0097-binary.md', bytes)
    await vscode.commands.executeCommand('vscode.open', uri)
    await rest()
    await goesOn()
  })

  const texts: Readonly<Record<string, string>> = {
    'an empty file': '',
    'a file without headings': 'Just words.\n',
    'a fence that is never closed': '# ADR-0001: Keep it\n\n## Context\n\n```mermaid\nflowchart LR\n  a --> b\n',
    'front matter that is no YAML': '---\ndocumentType: [adr\n---\n\n# ADR-0001: Keep it\n',
    'front matter that is never closed': '---\ndocumentType: adr\n\n# ADR-0001: Keep it\n',
    'control characters': '# ADR-0001: \u0001 \u202e \ufffd\n\n## Context\n\n\u200b\u202d\n',
  }
  for (const [name, text] of Object.entries(texts))
    it(name, async () => {
      const { document } = await openText(text)
      await rest()
      const lines = document.lineCount
      assert.ok(ours(document.uri).every(({ range }) => range.end.line < lines))
      assert.ok(ours(document.uri).every(({ code }) => typeof code !== 'object' || code.value !== 'internal-error'))
      await goesOn()
    })
})
