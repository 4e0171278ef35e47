import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { type RuleExample, readExamples, readRuleHeader } from '../build/ruleHeader.ts'
import type { DocumentModel } from '../src/core/document/document.ts'
import { applyEdits, combineFixes } from '../src/core/lint/edits.ts'
import { optionsOf, type Rule } from '../src/core/lint/rule.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import { rules } from '../src/generated/rules.ts'
import { lintDocument, readModel, show, templates } from './util/linting.ts'

const headerOf = ({ id }: Rule) =>
  readRuleHeader(readFileSync(new URL(`../src/rules/${id}.ts`, import.meta.url), 'utf8'))
/** The messages of one rule. Only with all rules can it be known whether a disable comment silences something. */
const lintModel = async (document: DocumentModel, rule: Rule, type?: string, path?: string) =>
  rule.category === 'silencing'
    ? (await lintDocument(document, rules, type, path)).filter(({ ruleId }) => ruleId === rule.id)
    : lintDocument(document, [rule], type, path)
const lintWith = (text: string, rule: Rule, type?: string, path?: string) =>
  lintModel(readModel(text), rule, type, path)
const firstFixes = async (text: string, rule: Rule, { type, path }: RuleExample) =>
  combineFixes((await lintWith(text, rule, type, path)).flatMap(({ fixes }) => fixes?.[0] ?? []))

const anyDocuments = [
  '',
  '---\ntitle: x\n---\n',
  '---\n[',
  '---\nstatus: >\ndate: |-\n\nowner: >\ndocumentType: >\n---\n# ADR-1: x\n',
  '---\nstatus: { toString: 1 }\nid: { toString: 1 }\ndocumentType: [x]\n---\n# ADR-1: x\n',
  '# ',
  '\u0000\n#\r# A\r\n',
  '```mermaid',
  '<!--',
]
  .map((text) => readModel(text))
  .concat(templates.map(({ document }) => document))

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
        for (const { reason } of messages) assert.match(reason, /^[A-Z\d`].*[^.]$/)
      })

      test(`example ${index + 1} is read while somebody types as it is read at once`, async () => {
        const { text, type, path } = example
        const parser = createParser()
        const halfway = text.indexOf('\n\n', text.length / 2) + 1
        // Everything that a rule has cached about the text below has moved.
        for (const at of [0, halfway, 0])
          for (const edited of [`${text.slice(0, at)}\nMore.\n\n${text.slice(at)}`, text])
            assert.deepEqual(
              await lintModel(readModel(edited, parser), rule, type, path),
              await lintWith(edited, rule, type, path),
            )
      })

      if (example.fixed === undefined) continue
      test(`example ${index + 1} is mended as it says, once and for all`, async () => {
        const fixed = applyEdits(example.text, await firstFixes(example.text, rule, example))
        assert.equal(fixed, example.fixed)
        assert.equal(applyEdits(fixed, await firstFixes(fixed, rule, example)), fixed)
      })
    }

    test('works on any text and stays inside it', async () => {
      for (const document of anyDocuments) {
        const { length } = document.text
        for (const type of ['system-design', 'adr', 'note', 'sketch']) {
          for (const { start, end, fixes = [] } of await lintModel(document, rule, type)) {
            assert.ok(0 <= start && start <= end && end <= length)
            for (const edit of fixes.flatMap(({ edits }) => edits))
              assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= length)
          }
        }
      }
    })
  })
}
