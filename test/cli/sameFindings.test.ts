import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it, type TestContext } from 'node:test'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { readExamples, readRuleHeader } from '../../build/ruleHeader.ts'
import remarkDesignDocs from '../../src/cli/remark/remark.ts'
import type { DocumentReport } from '../../src/cli/report.ts'
import { rules } from '../../src/generated/rules.ts'
import { repository } from '../harness/paths.ts'
import { callTool, connectMcp } from './util/mcpClient.ts'
import { createFolder, runCli } from './util/runCli.ts'

/** One finding, in words that every interface can produce. */
const say = (line: number | undefined, column: number | undefined, severity: string, rule = '', message = '') =>
  `${line}:${column} ${severity} ${rule} ${message}`

/** Each rule's first bad example in a folder of its own, and our examples, all below one `.design-docs`. */
async function documents(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  const types: Record<string, string> = {}
  for (const { id } of rules) {
    const header = readRuleHeader(await readFile(join(repository, `src/rules/${id}.ts`), 'utf8'))
    const bad = readExamples(header).find(({ kind }) => kind === 'bad')
    if (!bad) continue
    const { text, type, path = 'docs/example.md' } = bad
    files[`${id}/${path}`] = text
    if (type) types[`${id}/${path}`] = type
  }
  // Skip the page with diagrams of all engines: their threads take a second to start in each interface. The tests in
  // VS Code cover it.
  const isLong = (name: string) => name.endsWith('diagrams.md')
  for (const name of await readdir(join(repository, 'examples'), { recursive: true }))
    if (name.endsWith('.md') && !isLong(name)) files[name] = await readFile(join(repository, 'examples', name), 'utf8')
  for (const name of ['note', 'sketch'])
    files[`.design-docs/templates/${name}.md`] = await readFile(join(repository, `test/fixtures/${name}.md`), 'utf8')
  return { ...files, '.design-docs/config.json': JSON.stringify({ types }) }
}

describe('the same file has the same findings', () => {
  let cwd = ''
  const found = new Map<string, readonly string[]>()
  const hooks: (() => unknown)[] = []
  const suite = { after: (hook: () => unknown) => hooks.unshift(hook) } as unknown as TestContext

  before(async () => {
    cwd = await createFolder(suite, await documents())
    const { documents: reports }: { documents: DocumentReport[] } = JSON.parse(
      (await runCli(cwd, ['lint', '--format', 'json'])).out,
    )
    for (const { path, documentType, messages } of reports)
      if (documentType !== null)
        found.set(
          path,
          messages.map(({ line, column, severity, ruleId, message }) => say(line, column, severity, ruleId, message)),
        )
  })

  it('on the command line, which reports every rule at least once', () => {
    const said = new Set([...found.values()].flat().map((line) => line.split(' ')[2]))
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !said.has(id)),
      [],
    )
  })

  it('in the plugin for remark', async () => {
    const processor = unified().use(remarkParse).use(remarkDesignDocs).freeze()
    const wrong: unknown[] = []
    for (const [path, lines] of found) {
      const file = new VFile({ cwd, path, value: await readFile(join(cwd, path), 'utf8') })
      await processor.run(processor.parse(file), file)
      const own = file.messages.map(({ line, column, fatal, ruleId, reason }) =>
        say(line, column, String(fatal), ruleId, reason),
      )
      const as = (line: string) =>
        line.replace(/ (error|warning|information|hint) /, (_, word) =>
          word === 'error' ? ' true ' : word === 'warning' ? ' false ' : ' undefined ',
        )
      if (JSON.stringify(own) !== JSON.stringify(lines.map(as))) wrong.push([path, own, lines])
    }
    assert.deepEqual(wrong, [])
  })

  it('in the MCP server', async (context) => {
    const client = await connectMcp(context, { cwd: '/', args: [cwd] })
    for (const [path, lines] of found) {
      const [, ...text] = (await callTool(client, 'lint', { filePath: path })).split('\n')
      assert.deepEqual(
        text.map((line) => line.replace(/ \(can be fixed automatically\)$/, '')),
        lines,
        path,
      )
    }
  })
})
