import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { readDecision } from '../../../src/core/decisions/record.ts'
import { readConfig } from '../../../src/core/lint/config.ts'
import { createLinter, type LinterOptions } from '../../../src/core/lint/lint.ts'
import { categories, defineRule, severities } from '../../../src/core/lint/rule.ts'
import { resolveRule, toRuleSetting, toRuleSettings } from '../../../src/core/lint/ruleSettings.ts'
import { toSeverityByStatus } from '../../../src/core/lint/severityByStatus.ts'
import { rules } from '../../../src/generated/rules.ts'
import { host, readModel, types } from '../../util/linting.ts'

const rule = defineRule<{ words: number; names: readonly string[] }>({
  id: 'some-rule',
  category: 'structure',
  description: 'Require something',
  severity: 'warning',
  options: {
    words: { type: 'number', description: 'How many', default: 3, minimum: 1 },
    names: { type: 'array', description: 'Which', default: [], items: { type: 'string' } },
  },
  *check() {},
})

suite('a setting', () => {
  test('is a severity, alone or with options', () => {
    for (const written of ['hint', ['hint'], ['hint', null], ['hint', {}], ['hint', 7], ['hint', ['x']]])
      assert.deepEqual(toRuleSetting(written), { severity: 'hint', options: {} }, JSON.stringify(written))
    assert.deepEqual(toRuleSetting(['hint', { words: 5 }]), { severity: 'hint', options: { words: 5 } })
    for (const written of [undefined, null, 'fatal', [], [[]], ['fatal', {}], {}, { severity: 'hint' }, 1])
      assert.equal(toRuleSetting(written), undefined, JSON.stringify(written))
  })

  test('may be nested 50,000 levels deep', () => {
    let deep: unknown = 'hint'
    for (let depth = 0; depth < 50_000; depth++) deep = depth % 2 ? [deep] : { 'some-rule': deep }
    for (const value of [deep, { 'some-rule': deep }, { 'some-rule': ['off', { words: deep, names: [deep] }] }]) {
      assert.deepEqual(Object.keys(toSeverityByStatus(value)), [])
      assert.deepEqual(resolveRule(rule, [toRuleSettings(value)]).options, { words: 3, names: [] })
    }
  })

  test('applies options that fit the rule, and ignores all others', () => {
    const options = (given: unknown) => resolveRule(rule, [toRuleSettings({ 'some-rule': ['hint', given] })]).options
    assert.deepEqual(options({ words: 5, names: ['a'] }), { words: 5, names: ['a'] })
    for (const given of [
      { words: 'many', names: 'x', other: 1 },
      { words: 0, names: [1] },
      { words: Number.NaN, names: {} },
      { words: null, names: [null], constructor: 1 },
    ])
      assert.deepEqual(options(given), { words: 3, names: [] })
  })

  test('in a config is reported at its place if its options are not an object', () => {
    const read = (text: string) =>
      readConfig(text, [rule]).problems.map(({ start, end, reason }) => [text.slice(start, end), reason])
    assert.deepEqual(read('{ "rules": { "some-rule": ["hint"] } }'), [])
    assert.deepEqual(read('{ "rules": { "some-rule": ["hint", null, 7] } }'), [
      ['null', 'Unexpected options, expected an object'],
      ['7', 'Unexpected value, expected a severity and options only'],
    ])
  })
})

/** A document with some lines of each kind that rules read. */
const body = `# System Design: Orders

- **Status:** Draft

## Overview

TBD fast

## Components

### Order Service

A | B
--|--
1 |

## Cost Estimate

$10 + $20 = $40
`

/** Names of properties that plain objects inherit. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
const severity = fc.constantFrom(...severities)
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom(...inherited), fc.jsonValue({ maxDepth: 1 })),
)
const option = fc.oneof(json, fc.constantFrom(-1, 0, 1e9))
const optionNames = [...inherited, ...rules.flatMap(({ options }) => Object.keys(options ?? {}))]
const setting = fc.oneof(
  severity,
  fc.tuple(severity),
  fc.tuple(severity, fc.dictionary(fc.constantFrom(...optionNames), option)),
  fc.tuple(severity, json),
  json,
)
const named = <T>(value: fc.Arbitrary<T>, ...names: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...names, ...inherited), value) },
    { weight: 1, arbitrary: json },
  )
const settings = named(setting, ...rules.map(({ id }) => id), ...categories)
const byStatus = named(
  fc.oneof(severity, named(fc.oneof(severity, json), 'no-placeholder', 'structure'), json),
  'draft',
  'none',
)
const config = fc.record(
  {
    rules: settings,
    types: named(fc.oneof(fc.constantFrom('adr', 'nothing'), json), 'docs/*.md', '['),
    overrides: fc.oneof(
      fc.array(fc.record({ files: json, status: json, rules: settings }, { requiredKeys: [] })),
      json,
    ),
    severityByStatus: byStatus,
    ignore: json,
    templates: json,
  },
  { requiredKeys: [] },
)

/** Lints with the given options, checks what holds for any of them, and returns the findings. */
async function found(frontmatter: string, options: Partial<LinterOptions>, typeId?: string) {
  const document = readModel(frontmatter + body)
  const linter = createLinter({ rules, types, host, ...options })
  const { messages } = await linter.lint(document, 'docs/a.md', typeId)
  for (const { ruleId, severity, start, end, reason } of messages) {
    assert.notEqual(ruleId, 'internal-error', reason)
    assert.ok(severities.includes(severity))
    assert.ok(0 <= start && start <= end && end <= document.text.length)
  }
  return messages.map(({ ruleId, severity, reason }) => ({ ruleId, severity, reason }))
}

const some = { seed: 20_261_128, numRuns: 50 }

suite('with random settings', () => {
  test('no rule fails, and config, front matter and other settings have the same effect', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (written) => {
        const own = JSON.stringify(written)
        const { config, problems } = readConfig(`{ "rules": ${own} }`, rules)
        const fromConfig = await found('', { config })
        assert.deepEqual(await found('', { settings: written }), fromConfig)
        // JSON is YAML, except for a key that is longer than YAML allows.
        const fromFront = await found(`---\nrules: ${own}\n---\n`, {})
        const isMistake = ({ ruleId }: { readonly ruleId: string }) => ruleId === 'valid-frontmatter'
        assert.deepEqual(
          fromFront.filter((message) => !isMistake(message)),
          fromConfig,
        )
        // `rules` without any name of ours is taken for another tool's, and `valid-frontmatter` may be off.
        const mistakes = fromFront.filter(isMistake).map(({ reason }) => reason)
        if (mistakes.length > 0)
          assert.deepEqual(
            mistakes,
            problems.map(({ reason }) => reason),
          )
      }),
      some,
    )
  })

  test('a config is read, and documents are linted with it', async () => {
    await fc.assert(
      fc.asyncProperty(config, byStatus, async (written, severities) => {
        const text = JSON.stringify(written)
        const { config, problems } = readConfig(text, rules)
        for (const { start, end } of problems) assert.ok(0 <= start && start <= end && end <= text.length)
        await found('', { config, severityByStatus: toSeverityByStatus(severities) }, 'system-design')
      }),
      some,
    )
  })

  test('any text is read as a config, with mistakes inside it', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"rules"', '"ignore"', '"off"', 'null', '//', '"')
    fc.assert(
      fc.property(fc.array(pieces, { size: 'medium' }), (parts) => {
        const text = parts.join('')
        for (const { start, end } of readConfig(text, rules).problems)
          assert.ok(0 <= start && start <= end && end <= text.length)
      }),
      some,
    )
  })

  test('front matter of any values is read, and documents are linted with it', async () => {
    const keys = ['documentType', 'status', 'date', 'id', 'title', 'rules', 'deciders', 'supersedes']
    await fc.assert(
      fc.asyncProperty(
        named(json, ...keys),
        fc.constantFrom(undefined, 'adr', 'system-design'),
        async (data, typeId) => {
          const lines = Object.entries(data ?? {}).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
          const frontmatter = `---\n${lines.join('')}---\n`
          await found(frontmatter, {}, typeId)
          assert.equal(readDecision(readModel(frontmatter), 'a.md').name, 'a.md')
        },
      ),
      some,
    )
  })
})
