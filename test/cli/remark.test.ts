import assert from 'node:assert/strict'
import { test } from 'node:test'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import remarkDesignDocs, { type RemarkOptions } from '../../src/cli/remark.ts'

async function messagesOf(value: string, options: RemarkOptions = {}) {
  const file = new VFile({ path: 'docs/adr/0001-queue.md', value })
  const processor = unified().use(remarkParse).use(remarkDesignDocs, options)
  await processor.run(processor.parse(file), file)
  return file.messages
}

const text =
  '# ADR-001: Use a queue\n\n**Status:** Acepted\n\n## Context\n\nTBD\n\n```mermaid\nflowchart LR\n  a -->\n```\n'

test('messages have place, rule, source, page and what would be right', async () => {
  const messages = await messagesOf(text)
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

test('options choose the type and the rules', async () => {
  const messages = await messagesOf(text, {
    documentType: 'system-design',
    rules: { 'required-section': 'hint', 'no-placeholder': 'off', 'diagram-alt-text': 'off' },
  })
  assert.deepEqual(new Set(messages.map(({ ruleId }) => ruleId)), new Set(['required-section', 'diagram-syntax']))
  assert.equal(messages.find(({ ruleId }) => ruleId === 'required-section')?.fatal, undefined)
})

const quick = text.slice(0, text.indexOf('```'))
/** What a user who is not checked by a compiler may write. */
const unchecked = (options: unknown) => options as RemarkOptions

test('a byte order mark is no part of the text, as in all places of remark', async () => {
  const plain = await messagesOf(quick)
  assert.ok(plain.length > 1)
  assert.deepEqual(await messagesOf(`\uFEFF${quick}`), plain)
})

test('a document type that is not known is a message, and the rest is linted', async () => {
  const usual = await messagesOf(quick)
  for (const documentType of ['nothing', 7, null]) {
    const [first, ...others] = await messagesOf(quick, unchecked({ documentType }))
    assert.match(first?.reason ?? '', /^Unknown document type .+ in the options, expected one of `adr`, /)
    assert.deepEqual([first?.ruleId, first?.fatal], ['config', true])
    assert.deepEqual(others, usual)
  }
})

test('options that are none change nothing', async () => {
  const usual = await messagesOf(quick)
  for (const options of [
    null,
    [],
    'adr',
    { rules: null },
    { rules: ['off'] },
    { rules: { 'no-placeholder': 'fatal' } },
  ])
    assert.deepEqual(await messagesOf(quick, unchecked(options)), usual)
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
