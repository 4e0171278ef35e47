import assert from 'node:assert/strict'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Client } from '@modelcontextprotocol/client'
import { skills, toolDefinitions } from '../../src/generated/agents.ts'
import { templates } from '../util/linting.ts'
import { callTool, connectMcp, textOf } from './util/mcpClient.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const broken = decision('Acepted')

describe('a client that declares its open folders', () => {
  let client: Client
  let root: string
  const roots: string[] = []
  const hooks: (() => unknown)[] = []
  const suite = { after: (hook: () => unknown) => hooks.unshift(hook) } as unknown as TestContext
  after(async () => {
    for (const hook of hooks) await hook()
  })

  before(async () => {
    root = await createFolder(suite, {
      'open/docs/adr/0007-queue.md': broken,
      'open/docs/adr/0008-gone.md': `# ADR-0008: Go on\n\n- **Status:** Superseded by [ADR-0009](0009-out.md)\n`,
      'open/notes.md': '# Notes\n\nMilk.\n',
      'open/data.txt': broken,
      'open/.design-docs/config.json': '{\n  "rules": { "nope": "off", "no-placeholder": "error" }\n}',
      'open/.design-docs/templates/memo.md': '---\ndocumentType: memo\n---\n# Memo: $1\n\n## Why\n',
      'other/docs/adr/0007-queue.md': broken,
      'other/docs/adr/0008-known.md': decision('Acepted').replaceAll('0007', '0008'),
      'other/.design-docs/config.json': '{}',
      'out/secret.md': '# ADR-0001: Secret\n\n- **Status:** Sekret\n',
    })
    await symlink(join(root, 'out/secret.md'), join(root, 'open/docs/adr/0009-out.md'))
    await symlink(join(root, 'out'), join(root, 'open/out'))
    roots.push(join(root, 'open'), join(root, 'other'))
    client = await connectMcp(suite, { cwd: join(root, 'out'), roots })
  })

  it('is offered the tools of the manifest, all of them read-only', async () => {
    const { tools } = await client.listTools()
    assert.deepEqual(
      tools.map(({ name, title, description }) => ({ name, title, description })),
      toolDefinitions.map(({ name, title, description }) => ({ name, title, description })),
    )
    for (const { name, annotations, inputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true, name)
      const given = toolDefinitions.find((each) => each.name === name)?.inputSchema
      assert.deepEqual(inputSchema.required, given?.required)
      for (const [key, schema] of Object.entries(given?.properties ?? {}))
        assert.deepEqual(inputSchema.properties?.[key], schema)
    }
  })

  it('gets findings as text and as structured content', async () => {
    const result = await client.callTool({
      name: 'design-docs_lint',
      arguments: { filePath: 'docs/adr/0007-queue.md' },
    })
    const [headline, ...lines] = textOf(result).split('\n')
    assert.match(headline ?? '', /^docs\/adr\/0007-queue\.md \(Architecture decision record\): 1 finding$/)
    assert.match(lines[0] ?? '', /^3:15 error allowed-choice /)
    assert.match(lines[1] ?? '', /^\.design-docs\/config\.json:2:14 error config Unknown rule `nope`/)
    const { messages, total, documentType } = result.structuredContent as Record<string, unknown[]>
    assert.deepEqual([messages?.length, total, documentType], [1, 1, 'adr'])
    const [{ message, ...place } = {}] = messages as Record<string, unknown>[]
    assert.match(String(message), /Acepted/)
    assert.deepEqual(place, {
      ruleId: 'allowed-choice',
      severity: 'error',
      line: 3,
      column: 15,
      fixable: false,
    })
  })

  it('can lint a text that is not saved anywhere', async () => {
    const text = await callTool(client, 'lint', { filePath: 'docs/adr/0007-queue.md', text: `${decision()}\nTBD\n` })
    assert.match(text, /^docs\/adr\/0007-queue\.md \(.+\): 1 finding\n\d+:1 error no-placeholder /)
    assert.match(
      await callTool(client, 'lint', { filePath: 'docs/adr/0012-next.md', text: decision() }),
      /`0012` in the file name/,
    )
    const absolute = join(root, 'other/docs/adr/0007-queue.md')
    assert.match(await callTool(client, 'lint', { filePath: absolute, text: decision() }), /: no findings$/)
  })

  it('does not get findings that are in the team’s baseline', async () => {
    const filePath = join(root, 'other/docs/adr/0008-known.md')
    assert.match(await callTool(client, 'lint', { filePath }), /: 1 finding\n/)
    assert.equal((await runCli(join(root, 'other'), ['lint', '--update-baseline'])).code, 0)
    assert.match(await callTool(client, 'lint', { filePath }), /: no findings$/)
  })

  it('gets a review of a design, and the status of a decision', async () => {
    const design = '---\ndocumentType: system-design\n---\n\n# System Design: Berths\n\n## Requirements\n\n- Ferries.\n'
    const input = { filePath: 'docs/berths.md', text: design }
    const result = await client.callTool({ name: 'design-docs_review', arguments: input })
    assert.equal(textOf(result).match(/^- \[(?:met|partial|missing)\]/gm)?.length, 11)
    // Some clients show their model only the structured content.
    const { headline, groups } = result.structuredContent as {
      readonly headline: string
      readonly groups: readonly { readonly label: string; readonly items: readonly Record<string, string>[] }[]
    }
    assert.ok(textOf(result).startsWith(`docs/berths.md: ${headline}\n`))
    assert.equal(groups[0]?.items.filter(({ state }) => state).length, 11)
    for (const { label, items } of groups)
      for (const word of [label, ...items.flatMap((item) => [item['label'], item['description'] ?? ''])])
        assert.ok(word !== undefined && textOf(result).includes(word), word)
    assert.match(await callTool(client, 'review', { filePath: 'docs/adr/0007-queue.md' }), /Acepted/)
  })

  it('gets templates, including those of the team', async () => {
    assert.match(await callTool(client, 'template', {}), /^- memo: /m)
    assert.match(await callTool(client, 'template', { type: 'memo', title: 'Tea' }), /^# Memo: Tea$/m)
    assert.match(
      await callTool(client, 'template', { type: 'one-pager', title: 'Tee', language: 'de' }),
      /^# One-Pager: Tee\n[\s\S]*^## Ausgangslage$/m,
    )
    assert.match(await callTool(client, 'template', { type: 'memo', title: 'Tea', language: 'de' }), /^# Memo: Tea$/m)
    assert.match(await callTool(client, 'template', { type: 'mem' }), /^error: Unknown document type “mem”\./)
    const { resources } = await client.listResources()
    const types = templates.filter(({ type }) => type).map(({ id }) => `design-docs:/templates/${id}.md`)
    assert.deepEqual(resources.map(({ uri }) => uri).toSorted(), types.toSorted())
    for (const uri of [...types, 'design-docs:/templates/memo.md']) {
      const { contents } = await client.readResource({ uri })
      const [content] = contents
      assert.ok(content && 'text' in content && /^(?:---|# )/.test(content.text), uri)
      assert.equal(content.mimeType, 'text/markdown')
    }
    await assert.rejects(client.readResource({ uri: 'design-docs:/templates/none.md' }), /Unknown template “none”/)
  })

  it('gets the explanation of a rule, from a tool and at the URL of a finding', async () => {
    assert.match(await callTool(client, 'explainRule', { rule: 'no-placeholder' }), /^# no-placeholder$/m)
    assert.match(
      await callTool(client, 'explainRule', { rule: 'no-placeholders' }),
      /^error: .*Did you mean no-placeholder\?$/,
    )
    const { contents } = await client.readResource({ uri: 'design-docs:/rules/no-placeholder.md' })
    assert.match(JSON.stringify(contents), /# no-placeholder/)
    for (const id of ['no-placeholders', '..%2F..%2F..%2FREADME'])
      await assert.rejects(client.readResource({ uri: `design-docs:/rules/${id}.md` }), /Unknown rule/)
  })

  it('is offered the skills as prompts', async () => {
    const { prompts } = await client.listPrompts()
    assert.deepEqual(
      prompts.map(({ name, description }) => [name, description]),
      skills.map(({ name, description }) => [name, description]),
    )
    for (const { name, text } of skills) {
      const { messages } = await client.getPrompt({ name, arguments: { about: 'berths' } })
      const [message] = messages
      assert.ok(message?.content.type === 'text' && message.content.text.startsWith(text.trimEnd()), name)
      assert.match(message.content.text, /\n\nIt is about: berths\n$/)
    }
    const { messages } = await client.getPrompt({ name: 'review-design' })
    assert.doesNotMatch(JSON.stringify(messages), /It is about/)
  })

  it('gets a one-sentence error for a wrong call', async () => {
    assert.match(await callTool(client, 'lint', {}), /^error: .*filePath/)
    assert.match(await callTool(client, 'lint', { filePath: 7 }), /^error: .*string/)
    assert.match(
      await callTool(client, 'lint', { filePath: 'notes.md' }),
      /^error: “notes\.md” is not recognised as a design document/,
    )
    assert.match(
      await callTool(client, 'lint', { filePath: 'data.txt' }),
      /^error: “data\.txt” is not a Markdown file\.$/,
    )
    assert.match(
      await callTool(client, 'lint', { filePath: 'docs/none.md' }),
      /^error: “docs\/none\.md” does not exist/,
    )
    await assert.rejects(client.callTool({ name: 'design-docs_delete', arguments: {} }), /design-docs_delete/)
  })

  it('cannot read outside its folders, whatever path, link or text leads there', async () => {
    const outside = [
      '../out/secret.md',
      join(root, 'out/secret.md'),
      'docs/adr/0009-out.md',
      'out/secret.md',
      '/etc/hosts.md',
      '',
    ]
    for (const filePath of outside)
      assert.match(await callTool(client, 'lint', { filePath }), /^error: “.*” does not exist/, filePath)
    const text = await callTool(client, 'lint', { filePath: '../out/next.md', text: decision() })
    assert.match(text, /^error: “.*” does not exist/)
    // The file behind the link would contradict this one, and the finding would quote it.
    const linked = await callTool(client, 'lint', { filePath: 'docs/adr/0008-gone.md' })
    assert.doesNotMatch(linked, /Sekret|Secret/)
  })

  it('gets an error for a text that is too large, and the server goes on', async () => {
    const text = `# ADR-0001: A\n\n${'word '.repeat(1_100_000)}`
    assert.equal(
      await callTool(client, 'lint', { filePath: 'docs/adr/0001-a.md', text }),
      'error: “docs/adr/0001-a.md” is larger than 5 MB.',
    )
    assert.match(await callTool(client, 'template', {}), /^Document types/)
  })

  it('can cancel a call, and the next call is answered', async () => {
    const text = `# System Design: A\n\n${'- The service stores 5 GB of orders a day. TBD\n\n'.repeat(4_000)}`
    const cancel = new AbortController()
    const call = client.callTool(
      { name: 'design-docs_lint', arguments: { filePath: 'docs/long.md', text } },
      { signal: cancel.signal },
    )
    cancel.abort(new Error('never mind'))
    await assert.rejects(call, /never mind/)
    assert.match(await callTool(client, 'template', {}), /^Document types/)
  })

  it('gets an error after closing all folders', async () => {
    roots.length = 0
    assert.match(await callTool(client, 'lint', { filePath: 'docs/adr/0007-queue.md' }), /^error: No folder is open/)
  })
})

describe('a client that cannot declare its open folders', () => {
  it('works in the folder given on the command line', async (context) => {
    const cwd = await createFolder(context, { 'docs/adr/0007-queue.md': broken })
    const there = await connectMcp(context, { cwd: '/', args: [cwd] })
    assert.match(await callTool(there, 'lint', { filePath: 'docs/adr/0007-queue.md' }), /allowed-choice/)
  })

  it('is asked to name a folder if it would otherwise be the whole disk', async (context) => {
    const client = await connectMcp(context, { cwd: '/' })
    assert.match(
      await callTool(client, 'lint', { filePath: '/etc/hosts.md' }),
      /^error: Which folder is the workspace\?/,
    )
  })
})

it('a client whose protocol version has no handshake is served too', async (context) => {
  const cwd = await createFolder(context, { 'in/docs/adr/0007-queue.md': broken })
  const versionNegotiation = { mode: { pin: '2026-07-28' } } as const
  const client = await connectMcp(context, { cwd, roots: [join(cwd, 'in')], versionNegotiation })
  assert.match(
    await callTool(client, 'lint', { filePath: 'docs/adr/0007-queue.md' }),
    /^docs\/adr\/0007-queue\.md .*\n3:15 error allowed-choice/,
  )
  const { contents } = await client.readResource({ uri: 'design-docs:/templates/adr.md' })
  assert.equal(contents.length, 1)
  assert.equal((await client.getPrompt({ name: 'review-design' })).messages.length, 1)
})
