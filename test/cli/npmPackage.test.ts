import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { repository, temporaryFolder, writeFiles } from '../harness/paths.ts'
import { npm, run } from '../harness/processes.ts'
import { callTool, connectMcp } from './util/mcpClient.ts'
import { decision } from './util/runCli.ts'

/** What the package may contain. Anything else is a leak. */
const allowed = [
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/cli(?:-[\w-]+)?\.mjs$/,
  /^dist\/remark(?:-preset|-rules)?\.mjs$/,
  /^dist\/remark(?:-preset)?\.d\.mts$/,
  /^dist\/remark\/rules\/[\w-]+\.(?:mjs|d\.mts)$/,
  /^dist\/[\w-]+-worker\.js$/,
  /^dist\/rules\/[\w-]+\.md$/,
  /^dist\/(?:third-party-notices\.txt|config\.schema\.json)$/,
  /^dist\/templates\.[\w-]+\.json$/,
  /^dist\/opinion\.json$/,
  /^docs\/[\w-]+\.md$/,
  /^skills\/[\w-]+\/SKILL\.md$/,
  /^agents\/[\w-]+\.agent\.md$/,
]

const broken = `${decision('Acepted')}\nTBD\n\n\`\`\`mermaid\nflowchart LR\n  a --> --> b\n\`\`\`\n`

const consumer = (rule: string) => `import designDocs from 'design-docs/remark'
import preset from 'design-docs/remark-preset'
import noPlaceholder from 'design-docs/remark/rules/no-placeholder'
import { unified } from 'unified'
unified()
  .use(designDocs, { documentType: 'adr', rules: { 'no-placeholder': 'error', '${rule}': ['warning', { minimum: 3 }] } })
  .use(preset)
  .use(noPlaceholder, 'hint')
`

describe('the package for npm', { skip: !existsSync(join(repository, 'dist/cli.mjs')) && 'not built' }, () => {
  const project = temporaryFolder('project')
  let packed: readonly string[] = []

  const runIn = (program: string, ...args: readonly string[]) =>
    run(process.execPath, [program, ...args], { cwd: project })
  const program = join(project, 'node_modules/.bin/design-docs')

  before(async () => {
    // A copy, since `dist` is a link in the repository and other tests read it at the same time.
    const source = temporaryFolder('package')
    for (const name of [
      'package.json',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'docs',
      'skills',
      'agents',
      'dist',
      'build',
    ])
      cpSync(join(repository, name), join(source, name), { recursive: true, dereference: true })
    const { status, output } = await npm(['pack', '--ignore-scripts', '--json', '--loglevel', 'error'], { cwd: source })
    assert.equal(status, 0, output)
    const answer = JSON.parse(output)
    const [{ filename, files }] = Array.isArray(answer) ? answer : Object.values(answer)
    packed = files.map(({ path }: { path: string }) => path)
    writeFiles(project, {
      'package.json': '{ "private": true }',
      'docs/adr/0007-queue.md': broken,
      '.remarkrc': JSON.stringify({
        plugins: ['design-docs/remark-preset', ['design-docs/remark/rules/no-placeholder', 'error']],
      }),
    })
    const arguments_ = ['install', '--offline', '--no-audit', '--no-fund', join(source, filename)]
    const installed = await npm(arguments_, { cwd: project })
    assert.equal(installed.status, 0, installed.output)
    // Its types refer to unified's, which everybody who writes code with the plugins has installed.
    symlinkSync(join(repository, 'node_modules/unified'), join(project, 'node_modules/unified'))
  })

  it('contains only code and documentation, and has no dependencies', () => {
    assert.deepEqual(
      packed.filter((path) => !allowed.some((pattern) => pattern.test(path))),
      [],
    )
    for (const [index, pattern] of allowed.entries())
      assert.ok(
        packed.some((path) => pattern.test(path)),
        `nothing like ${allowed[index]}`,
      )
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/design-docs/package.json'), 'utf8'))
    assert.deepEqual([manifest.private, manifest.dependencies], [undefined, undefined])
  })

  it('includes the command line, which also checks diagrams', async () => {
    const { status, output } = await runIn(program, 'lint')
    assert.equal(status, 1, output)
    for (const found of [/^ +3:15 .* allowed-choice$/m, /^ +47:1 .* no-placeholder$/m, /^ +51:\d+ .* diagram-syntax$/m])
      assert.match(output, found)
  })

  it('works in remark, as a preset and as the plugin of a single rule', async () => {
    const { status, output } = await runIn(
      join(repository, 'node_modules/remark-cli/cli.js'),
      'docs',
      '--no-stdout',
      '--no-color',
    )
    assert.equal(status, 1, output)
    const found = Array.from(output.matchAll(/^ *(\d+):\d+\S* +(\w+) .* (\S+) +design-docs$/gm), ([, ...parts]) =>
      parts.join(' '),
    )
    assert.deepEqual(found, [
      '3 error allowed-choice',
      '47 error no-placeholder',
      '50 info diagram-alt-text',
      '51 error diagram-syntax',
    ])
  })

  it('serves agents over MCP', async (context) => {
    const client = await connectMcp(context, { cwd: project, command: [process.execPath, program] })
    const text = await callTool(client, 'lint', { filePath: 'docs/adr/0007-queue.md' })
    assert.match(text, /^3:15 error allowed-choice /m)
    assert.match(text, /^51:\d+ error diagram-syntax /m)
    assert.match(await callTool(client, 'explainRule', { rule: 'no-placeholder' }), /^# no-placeholder$/m)
  })

  it('has type declarations that know the ids of rules', async () => {
    const compiler = join(repository, 'node_modules/typescript/bin/tsc')
    const check = async (rule: string) => {
      writeFiles(project, { 'a.mts': consumer(rule) })
      return run(process.execPath, [compiler, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'a.mts'], {
        cwd: project,
      })
    }
    assert.deepEqual(await check('adr-alternatives'), { status: 0, output: '' })
    const { status, output } = await check('adr-alternative')
    assert.notEqual(status, 0)
    assert.match(output, /'adr-alternative'/)
  })
})
