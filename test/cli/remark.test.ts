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
