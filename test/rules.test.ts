import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { type RuleExample, readExamples, readRuleHeader } from '../build/ruleHeader.ts'
import { applyEdits, combineFixes } from '../src/core/edits.ts'
import { optionsOf, type Rule } from '../src/core/rule.ts'
import { rules } from '../src/generated/rules.ts'
import { lint, show, templates } from './util/linting.ts'

const headerOf = ({ id }: Rule) =>
  readRuleHeader(readFileSync(new URL(`../src/rules/${id}.ts`, import.meta.url), 'utf8'))
/** What one rule says. Of a comment that silences nothing only the rules that it names can tell. */
const lintWith = async (text: string, rule: Rule, type?: string, path?: string) =>
  rule.category === 'silencing'
    ? (await lint(text, rules, type, path)).filter(({ ruleId }) => ruleId === rule.id)
    : lint(text, [rule], type, path)
const firstFixes = async (text: string, rule: Rule, { type, path }: RuleExample) =>
  combineFixes((await lintWith(text, rule, type, path)).flatMap(({ fixes }) => fixes?.[0] ?? []))

for (const rule of rules) {
  suite(rule.id, () => {
    const header = headerOf(rule)
    const examples = readExamples(header)

    test('is documented', () => {
      assert.match(rule.description, /^(?:Require|Disallow|Enforce) .*[^.]$/)
      assert.equal(header.split('\n', 1)[0], `${rule.description}.`)
      assert.match(header, /^## Why$/m)
      for (const kind of ['ok', 'bad'])
        assert.ok(
          examples.some((example) => example.kind === kind),
          `an example that is ${kind}`,
        )
    })

    test('has defaults that fit its options', () => {
      for (const [name, option] of Object.entries(optionsOf(rule)))
        assert.equal(Array.isArray(option.default) ? 'array' : typeof option.default, option.type, name)
    })

    for (const [index, example] of examples.entries()) {
      test(`example ${index + 1} (${example.kind}) reports what it says`, async () => {
        const messages = await lintWith(example.text, rule, example.type, example.path)
        assert.deepEqual(
          messages.map((message) => show(example.text, message)),
          example.messages,
        )
        assert.equal(messages.length > 0, example.kind === 'bad')
        for (const { reason } of messages) assert.match(reason, /^[A-Z].*[^.]$/)
      })

      if (example.fixed === undefined) continue
      test(`example ${index + 1} is mended as it says, once and for all`, async () => {
        const fixed = applyEdits(example.text, await firstFixes(example.text, rule, example))
        assert.equal(fixed, example.fixed)
        assert.equal(applyEdits(fixed, await firstFixes(fixed, rule, example)), fixed)
      })
    }

    test('works on any text and stays inside it', async () => {
      const texts = [
        '',
        '---\ntitle: x\n---\n',
        '---\n[',
        '# ',
        '\u0000\n#\r# A\r\n',
        '```mermaid',
        '<!--',
        ...templates.map(({ document }) => document.text),
      ]
      for (const text of texts) {
        for (const type of ['system-design', 'adr', 'note', 'design']) {
          for (const { start, end, fixes = [] } of await lintWith(text, rule, type)) {
            assert.ok(0 <= start && start <= end && end <= text.length)
            for (const edit of fixes.flatMap(({ edits }) => edits))
              assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length)
          }
        }
      }
    })
  })
}
