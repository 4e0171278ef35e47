import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import preset from '../../src/cli/remark/preset.ts'
import remarkDesignDocs, { type RemarkOptions } from '../../src/cli/remark/remark.ts'
import { rulePlugins } from '../../src/cli/remark/rules.ts'
import { createFolder } from './util/runCli.ts'

async function messagesOf(value: string, options: RemarkOptions = {}) {
  const file = new VFile({ path: 'docs/adr/0001-queue.md', value })
  const processor = unified().use(remarkParse).use(remarkDesignDocs, options)
  await processor.run(processor.parse(file), file)
  return file.messages
}

const text =
  '# ADR-001: Use a queue\n\n**Status:** Acepted\n\n## Context\n\nTBD\n\n```mermaid\nflowchart LR\n  a -->\n```\n'

test('a message has a place, a rule, a source, a URL and the expected text', async () => {
  const messages = await messagesOf(text, { documentType: 'adr' })
  const [status] = messages.filter(({ ruleId }) => ruleId === 'allowed-choice')
  assert.deepEqual(
    [status?.line, status?.column, status?.fatal, status?.source, status?.url],
    [3, 13, true, 'design-docs', 'design-docs:/rules/allowed-choice.md'],
  )
  assert.equal(status?.expected?.[0], 'Accepted')
  assert.deepEqual(
    messages.filter(({ ruleId }) => ruleId === 'no-placeholder').map(({ line, fatal }) => [line, fatal]),
    [[7, false]],
  )
  assert.deepEqual(
    messages.filter(({ ruleId }) => ruleId === 'diagram-syntax').map(({ line }) => line),
    [11],
  )
})

test('a fix that a rule computes on request becomes the expected text of the message', async () => {
  const design =
    '# System Design: Orders\n\n## Components\n\n- **Order Service**: takes orders.\n  **Depends on:** Ivnentory Service\n- **Inventory Service**: counts.\n'
  const messages = await messagesOf(design, { documentType: 'system-design' })
  const found = messages.find(({ ruleId }) => ruleId === 'undefined-reference')
  assert.deepEqual(found?.expected, ['Inventory Service'])
})

test('options set the document type and the rules', async () => {
  const messages = await messagesOf(text, {
    documentType: 'system-design',
    rules: { 'required-section': 'hint', 'no-placeholder': 'off', 'diagram-alt-text': 'off' },
  })
  assert.deepEqual(
    new Set(messages.map(({ ruleId }) => ruleId)),
    new Set(['allowed-choice', 'required-section', 'diagram-syntax']),
  )
  assert.equal(messages.find(({ ruleId }) => ruleId === 'required-section')?.fatal, undefined)
})

const quick = text.slice(0, text.indexOf('```'))
/** For options that no compiler has checked. */
const unchecked = (options: unknown) => options as RemarkOptions
/** Without what is said about the options. */
const findingsIn = (messages: Awaited<ReturnType<typeof messagesOf>>) =>
  messages.filter(({ ruleId }) => ruleId !== 'config')

test('a byte order mark does not shift positions', async () => {
  const plain = await messagesOf(quick, { documentType: 'adr' })
  assert.ok(plain.length > 1)
  assert.deepEqual(await messagesOf(`\uFEFF${quick}`, { documentType: 'adr' }), plain)
})

test('mistakes in the options are reported once, and the rest applies', async () => {
  const mistakesIn = async (options: unknown) =>
    (await messagesOf(quick, unchecked(options))).flatMap(({ ruleId, reason }) =>
      ruleId === 'config' ? [reason.replace('In the options of design-docs: ', '')] : [],
    )
  assert.deepEqual(await mistakesIn({ documentType: 'adr', rules: { 'red-flag': 'off' } }), [])
  assert.deepEqual(await mistakesIn({ rules: { 'red-flagg': 'off' } }), [
    'Unknown rule `red-flagg`: did you mean `red-flag`?',
  ])
  assert.deepEqual(await mistakesIn({ documentTyp: 'adr' }), [
    'Unexpected key `documentTyp`: did you mean `documentType`?',
  ])
  assert.deepEqual(await mistakesIn({ rules: 5 }), ['Unexpected value of `rules`, expected an object of rule ids'])
  assert.deepEqual(await mistakesIn(5), ['Unexpected options, expected an object'])
})

test('an unknown document type in the options is reported, and the document is linted anyway', async () => {
  const usual = await messagesOf(quick)
  for (const documentType of ['nothing', 7, null]) {
    const [first, ...others] = await messagesOf(quick, unchecked({ documentType }))
    assert.match(first?.reason ?? '', /^Unknown document type .+ in the options: choose one of `adr`, /)
    assert.deepEqual([first?.ruleId, first?.fatal], ['config', true])
    assert.deepEqual(others, usual)
  }
})

test('invalid options have no effect', async () => {
  const usual = await messagesOf(quick)
  for (const options of [
    null,
    [],
    'adr',
    { rules: null },
    { rules: ['off'] },
    { rules: { 'no-placeholder': 'fatal' } },
  ])
    assert.deepEqual(findingsIn(await messagesOf(quick, unchecked(options))), usual)
  const alone = await messagesOf(quick, { rules: { 'no-placeholder': ['off'] } })
  assert.equal(alone.length, usual.length - 1)
})

test('the lines of a file are counted once, however many findings it has', async (context) => {
  const split = context.mock.method(String.prototype, 'matchAll')
  const countings = async (findings: number) => {
    split.mock.resetCalls()
    const messages = await messagesOf(`# ADR-001: Use a queue\n\n## Context\n\n${'TBD\n\n'.repeat(findings)}`)
    assert.ok(messages.length >= findings)
    return split.mock.calls.filter(({ arguments: [pattern] }) => String(pattern) === String(/\r\n?|\n/g)).length
  }
  const once = await countings(1)
  assert.ok(once > 0)
  assert.equal(await countings(300), once)
})

const note = '# Note: Queues\n\n## Context\n\nTBD\n'
const found = (messages: readonly { ruleId?: string | undefined; fatal?: boolean | null | undefined }[]) =>
  messages.map(({ ruleId, fatal }) => [ruleId, fatal])

/** The messages for each file of a folder, from one plugin, in this order. */
async function messagesIn(
  context: TestContext,
  team: Readonly<Record<string, string>>,
  paths: readonly string[],
  options: RemarkOptions = {},
) {
  const cwd = await createFolder(context, team)
  const processor = unified().use(remarkParse).use(remarkDesignDocs, options).freeze()
  const files = paths.map((path) => new VFile({ cwd, path, value: note }))
  for (const file of files) await processor.run(processor.parse(file), file)
  return { cwd, messages: files.map((file) => file.messages) }
}

test('the team’s files above a document apply as on the command line', async (context) => {
  const team = {
    'a/.design-docs/config.json':
      '{ "rules": { "no-placeholder": "error" }, "types": { "notes/*.md": "note" }, "ignore": ["notes/old/**"] }',
    'a/.design-docs/templates/note.md': '---\ndocumentType: note\n---\n# $1\n\n## Context\n\n## Outcome\n',
  }
  const paths = ['a/notes/x.md', 'a/notes/old/x.md', 'a/.design-docs/templates/note.md', 'notes/x.md']
  const { cwd, messages } = await messagesIn(context, team, paths, { rules: { 'no-placeholder': 'hint' } })
  const [own = [], ...others] = messages
  assert.deepEqual(found(own), [
    ['required-section', false],
    ['no-placeholder', true],
  ])
  assert.match(own[0]?.reason ?? '', /^No section `Outcome`/)
  assert.deepEqual(others, [[], [], []])
  const absolute = new VFile({ path: `${cwd}/a/notes/y.md`, value: note })
  const processor = unified().use(remarkParse).use(remarkDesignDocs, { documentType: 'note' })
  await processor.run(processor.parse(absolute), absolute)
  assert.deepEqual(found(absolute.messages), found(own))
})

test('ignored files and the team’s own files are skipped even if the options set a type', async (context) => {
  const team = { '.design-docs/config.json': '{ "ignore": ["old/**"] }' }
  const paths = ['old/x.md', '.design-docs/templates/x.md']
  assert.deepEqual((await messagesIn(context, team, paths, { documentType: 'adr' })).messages, [[], []])
})

test('errors in the team’s files are reported once, with their place, and the rest applies', async (context) => {
  const team = {
    '.design-docs/config.json': '{\n  "types": { "*.md": "note" }, "rules": { "nope": "off" }\n}',
    '.design-docs/templates/note.md': '---\ndocumentType: note\n---\n# $1\n',
    '.design-docs/templates/locked.md': '\0',
  }
  const { messages } = await messagesIn(context, team, ['x.md', 'y.md'])
  const [first = [], second] = messages
  assert.deepEqual(
    first.filter(({ ruleId }) => ruleId === 'config').map(({ reason, fatal }) => [reason, fatal]),
    [
      ['.design-docs/templates/locked.md is a binary file', true],
      ['.design-docs/config.json:2:43: Unknown rule `nope`', true],
    ],
  )
  assert.deepEqual(found(second ?? []), [['no-placeholder', false]])
})

/** The messages of single-rule plugins, each with its setting from a `.remarkrc`. */
async function messagesOfRules(value: string, wanted: Readonly<Record<string, unknown>>, before?: RemarkOptions) {
  const file = new VFile({ path: 'docs/adr/0001-queue.md', value })
  const processor = unified().use(remarkParse)
  if (before) processor.use(remarkDesignDocs, before)
  for (const [id, setting] of Object.entries(wanted)) {
    const plugin = rulePlugins[id]
    assert.ok(plugin, id)
    processor.use(plugin, setting)
  }
  await processor.run(processor.parse(file), file)
  return file.messages
}

const open = `---\ndocumentType: adr\n---\n${quick}\n<!-- design-docs-disable-next-line no-placeholder -->\nTBD\n`

test('a rule’s plugin reports only that rule, with the severity that its setting says', async () => {
  for (const [setting, fatal] of [
    [undefined, false],
    [true, false],
    ['error', true],
    ['warn', false],
    [2, true],
    [['error'], true],
    [['hint', {}], undefined],
    [{ nothing: 1 }, false],
    ['nonsense', false],
  ] as const)
    assert.deepEqual(
      findingsIn(await messagesOfRules(open, { 'no-placeholder': setting })).map((each) => [
        each.ruleId,
        each.line,
        each.fatal,
      ]),
      [['no-placeholder', 10, fatal]],
      String(setting),
    )
  for (const setting of [false, 'off', 0])
    assert.deepEqual(await messagesOfRules(open, { 'no-placeholder': setting }), [])
})

test('plugins of several rules share one run, and comments for rules outside it do not count as unused', async () => {
  const wanted = { 'unused-disable': undefined, 'allowed-choice': ['warning'] }
  assert.deepEqual(found(await messagesOfRules(open, wanted)), [['allowed-choice', false]])
  const useless = open.replaceAll('TBD', 'Words.')
  assert.deepEqual(found(await messagesOfRules(useless, { ...wanted, 'no-placeholder': undefined })), [
    ['allowed-choice', false],
    ['unused-disable', false],
  ])
})

test('a rule’s plugin overrides that rule’s setting in the plugin for all', async () => {
  const all = await messagesOf(quick, { documentType: 'adr' })
  const set = await messagesOfRules(quick, { 'no-placeholder': 'error' }, { documentType: 'adr' })
  const isPlaceholder = ({ ruleId }: { ruleId?: string | undefined }) => ruleId === 'no-placeholder'
  assert.equal(set.length, all.length)
  assert.deepEqual(
    set.filter(isPlaceholder).map(({ fatal }) => fatal),
    [true],
  )
  assert.deepEqual(
    all.filter(isPlaceholder).map(({ fatal }) => fatal),
    [false],
  )
})

test('the preset reports the same as the plugin for all rules', async () => {
  const file = new VFile({ path: 'docs/adr/0001-queue.md', value: quick })
  const processor = unified().use(remarkParse).use(preset)
  await processor.run(processor.parse(file), file)
  assert.deepEqual(file.messages, await messagesOf(quick))
})
