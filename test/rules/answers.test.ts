import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { createLinter } from '../../src/core/lint/lint.ts'
import { parseTemplate } from '../../src/core/template/template.ts'
import allowedChoice from '../../src/rules/allowed-choice.ts'
import { host, readModel } from '../util/linting.ts'

/** The unexpected values in a document whose template has a list of values after a label. */
async function unexpected(label: string, document: string) {
  const template = `# Memo: [Title]\n\n${label}: Draft | Final\n\n## Reason\n\n[Why]\n`
  const { type } = parseTemplate(template, 'memo', [], { isOfTeam: true })
  const linter = createLinter({ rules: [allowedChoice], types: type ? [type] : [], host, rethrow: true })
  const { messages } = await linter.lint(readModel(document), undefined, 'memo')
  return messages.map(({ start, end }) => document.slice(start, end))
}
const memo = (line: string) => `# Memo: Queue\n\n${line}\n\n## Reason\n\nLoad.\n`

suite('a value behind a label', () => {
  test('is checked whatever the formatting of its label, and not behind a similar label', async () => {
    for (const line of ['Sign-off: Foo', '- **SIGN-OFF**: Foo', '> __sign-off :__ "Foo"', '* sign-off:\tFoo'])
      assert.deepEqual(await unexpected('Sign-off', memo(line)), ['Foo'], line)
    for (const line of ['Sign-off: Final', 'Sign off: Foo', 'The sign-off: Foo', 'Sign-offs: Foo', 'Sign-off Foo'])
      assert.deepEqual(await unexpected('Sign-off', memo(line)), [], line)
    assert.deepEqual(await unexpected('Who  signs', memo('who \t signs: Foo')), ['Foo'])
  })

  test('is checked behind labels of random characters, which never make the rule fail', async () => {
    const mark = fc.constantFrom(...'-.+?()[]{}^$|\\/#&~!%,;=@`\'"…é–😀')
    const label = fc
      .array(fc.oneof(mark, fc.constantFrom('a', 'b1', ' ')), { maxLength: 8 })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(label, async (middle) => {
        const name = `Sign ${middle} off`
        const found = await unexpected(name, memo(`${name}: Foo`))
        // Other characters may have a meaning in Markdown or templates: the value may go unnoticed, but nothing may
        // fail.
        if (/^[\p{L}\d .()–,;=@%+-]*$/u.test(middle)) assert.deepEqual(found, ['Foo'])
        else assert.ok(found.length <= 1)
      }),
      { seed: 20_261_128, numRuns: 150 },
    )
  })
})
