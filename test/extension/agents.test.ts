import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, open, ours, untilDiagnostics, write } from './host.ts'

/** Calls a tool as an agent does, and returns its text. */
async function call(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`design-docs_${name}`, { input, toolInvocationToken: undefined })
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')
}

const design = `---
documentType: system-design
---

# System Design: Berths

## Requirements

### Functional

- The harbour master gives each ferry a lane. TODO
`

describe('An agent', () => {
  afterEach(closeAll)

  it('has four tools, each with a description and an input schema', () => {
    const own = vscode.lm.tools.filter(({ name }) => name.startsWith('design-docs_'))
    assert.deepEqual(own.map(({ name }) => name).toSorted(), [
      'design-docs_explainRule',
      'design-docs_lint',
      'design-docs_review',
      'design-docs_template',
    ])
    for (const { name, description, inputSchema } of own)
      assert.ok(description.length > 100 && inputSchema !== undefined, name)
  })

  it('gets the same findings as the Problems panel, one per line with its position', async () => {
    const uri = await write('docs/berths.md', design)
    const text = await call('lint', { filePath: 'docs/berths.md' })
    await open(uri)
    const shown = await untilDiagnostics(uri, (found) => found.length > 0)
    const [headline, ...lines] = text.split('\n')
    assert.match(headline ?? '', /^docs\/berths\.md \(System design\): \d+ findings$/)
    for (const { message, range } of shown)
      assert.ok(
        lines.some((line) => line.startsWith(`${range.start.line + 1}:`) && line.includes(message)),
        `${message}\n${text}`,
      )
    assert.ok(
      lines.some((line) => /^11:\d+ \w+ no-placeholder /.test(line)),
      text,
    )
    assert.equal(lines.length, ours(uri).length)
  })

  it('gets a review with the result of all eleven checklist items', async () => {
    await write('docs/berths.md', design)
    const text = await call('review', { filePath: 'docs/berths.md' })
    const items = text.split('\n').filter((line) => /^- \[(?:met|partial|missing)\]/.test(line))
    assert.equal(items.length, 11, text)
  })

  it('gets a list of templates, and a template with the title filled in', async () => {
    assert.match(await call('template', {}), /^- system-design: /m)
    const text = await call('template', { type: 'adr', title: 'Keep berths in one table' })
    assert.match(text, /^# .*Keep berths in one table$/m)
    assert.doesNotMatch(text, /\$\{\d/)
  })

  it('gets the page of a rule, and a suggestion for a misspelled rule id', async () => {
    assert.match(await call('explainRule', { rule: 'required-section' }), /^# required-section$/m)
    await assert.rejects(call('explainRule', { rule: 'required-sections' }), /Did you mean required-section\?/)
  })

  it('gets an error for a file that is not a design document or is outside of the workspace', async () => {
    await write('docs/notes.md', '# Notes\n\nMilk.\n')
    await assert.rejects(call('lint', { filePath: 'docs/notes.md' }), /is not recognised as a design document/)
    for (const filePath of ['docs/none.md', '../../etc/hosts', '/etc/hosts', ''])
      await assert.rejects(call('lint', { filePath }), /does not exist/, filePath)
    await assert.rejects(call('lint', { filePath: '.design-docs/config.json' }), /is not a Markdown file/)
  })
})

describe('The MCP server offered to VS Code', () => {
  afterEach(closeAll)

  it('starts on request, and reports the same findings as the editor in each file', async () => {
    // This is what "Start Server" in the list of servers does.
    await vscode.commands.executeCommand('workbench.mcp.startServer', '*', { waitForLiveTools: true })
    const tool = vscode.lm.tools.find(({ name }) => /^mcp_.*design-docs_lint$/.test(name))
    assert.ok(tool, vscode.lm.tools.map(({ name }) => name).join(', '))
    const files = await vscode.workspace.findFiles('{docs,drafts}/**/*.md')
    let findings = 0
    for (const filePath of files.map((uri) => vscode.workspace.asRelativePath(uri))) {
      const [, ...own] = (await call('lint', { filePath }).catch(() => '')).split('\n')
      const { content } = await vscode.lm.invokeTool(tool.name, { input: { filePath }, toolInvocationToken: undefined })
      const data = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')
      // VS Code passes structured data to a model if there is any, and the message of an error otherwise.
      const messages: Record<string, unknown>[] = data.startsWith('{') ? JSON.parse(data).messages : []
      assert.deepEqual(
        messages.map(
          ({ line, column, severity, ruleId, message }) => `${line}:${column} ${severity} ${ruleId} ${message}`,
        ),
        own.map((line) => line.replace(/ \(can be fixed automatically\)$/, '')),
        filePath,
      )
      findings += own.length
    }
    assert.ok(files.length >= 8 && findings > 20, `${findings} findings in ${files.length} files`)
  })
})
