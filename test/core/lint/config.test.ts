import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configLayers, isIgnored, readConfig } from '../../../src/core/lint/config.ts'
import { defineRule } from '../../../src/core/lint/rule.ts'
import { resolveRule } from '../../../src/core/lint/ruleSettings.ts'

const rule = defineRule<{ words: number; names: readonly string[] }>({
  id: 'some-rule',
  category: 'structure',
  description: 'Require something',
  severity: 'warning',
  options: {
    words: { type: 'number', description: 'How many', default: 3 },
    names: { type: 'array', description: 'Which', default: [] },
  },
  *check() {},
})

const read = (text: string) => readConfig(text, [rule])
const reasons = (text: string) => read(text).problems.map(({ start, end, reason }) => [text.slice(start, end), reason])

test('a config with comments and trailing commas is read', () => {
  const { config, problems } = read(
    '{ // ours\n "rules": { "some-rule": ["hint", { "words": 5 }], }, "types": { "a/*.md": "adr" }, "ignore": ["b/**"] }',
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(config.types, [[['a/*.md'], 'adr']])
  assert.deepEqual(resolveRule(rule, configLayers(config, 'x.md')), {
    severity: 'hint',
    options: { words: 5, names: [] },
  })
})

test('a category sets its rules, and is weaker than a rule of the same layer', () => {
  const severity = (...layers: readonly string[]) =>
    resolveRule(
      rule,
      layers.map((text) => read(`{ "rules": ${text} }`).config.rules ?? {}),
    ).severity
  assert.deepEqual(reasons('{ "rules": { "structure": "off", "red-flag": "hint" } }'), [])
  assert.equal(severity('{ "structure": "off" }'), 'off')
  assert.equal(severity('{ "structure": "off", "some-rule": "hint" }'), 'hint')
  assert.equal(severity('{ "some-rule": "hint" }', '{ "structure": "off" }'), 'off')
  assert.equal(severity('{ "red-flag": "off" }'), 'warning')
})

test('overrides win where their globs match, the last one over the others', () => {
  const { config } = read(
    '{ "rules": { "some-rule": "error" }, "overrides": [{ "files": ["a/**"], "rules": { "some-rule": "hint" } }, { "files": ["a/b/*"], "rules": { "some-rule": "off" } }] }',
  )
  const severity = (path: string) => resolveRule(rule, configLayers(config, path)).severity
  assert.deepEqual(['x.md', 'a/x.md', 'a/b/x.md'].map(severity), ['error', 'hint', 'off'])
})

test('mistakes are reported at their places, and the rest of the config is used', () => {
  assert.deepEqual(reasons('{ "rulez": {} }'), [['"rulez"', 'Unexpected key `rulez`: did you mean `rules`?']])
  assert.deepEqual(reasons('{ "rules": { "nothing": "hint" } }'), [['"nothing"', 'Unknown rule `nothing`']])
  assert.match(reasons('{ "rules": { "some-rule": "loud" } }')[0]?.[1] ?? '', /^Unexpected severity, expected `error`/)
  assert.deepEqual(
    reasons('[]').map(([where]) => where),
    ['[]'],
  )
  assert.deepEqual(
    reasons('{ "ignore": [1], "types": { "a": 1 } }').map(([where]) => where),
    ['[1]', '1'],
  )
  assert.deepEqual(reasons('{ "ignore": "docs/archive/**", "overrides": [{ "status": 1, "rules": {} }] }'), [
    ['"docs/archive/**"', '`ignore` takes a list of strings, such as `["docs/archive/**"]`'],
    ['1', '`status` takes a list of strings, such as `["draft"]`'],
  ])
  assert.deepEqual(
    reasons('{ "overrides": [{ "files": ["a"] }] }').map(([where]) => where),
    ['{ "files": ["a"] }'],
  )
  for (const text of ['', '{', 'nonsense', '{ "rules": ', '{ "rules": { "some-rule" } }'])
    assert.equal(read(text).problems.length > 0, true, text)
  assert.equal(read('{ "rules": { "some-rule": "hint" }, "x" }').config.rules?.['some-rule']?.severity, 'hint')
})

test('a glob with `!` has no effect, since it would match everything else', () => {
  const text =
    '{ "ignore": ["a/**", "!a/b.md"], "types": { "!x.md": "adr", "y.md": "adr" }, "overrides": [{ "files": ["./!c"], "rules": {} }], "templates": ["/!d.md"] }'
  assert.deepEqual(reasons(text), [
    ['"!a/b.md"', '`ignore` takes no `!` patterns'],
    ['"!x.md"', '`types` takes no `!` patterns'],
    ['"./!c"', '`files` takes no `!` patterns'],
    ['"/!d.md"', '`templates` takes no `!` patterns'],
  ])
  const { config } = read(text)
  assert.deepEqual(config.ignore, ['a/**'])
  assert.deepEqual(config.types, [[['y.md'], 'adr']])
  assert.deepEqual(config.overrides?.[0]?.files, [])
})

test('a pattern in `ignore` that names a folder stands for everything in it', () => {
  const paths = ['docs/archive/a.md', 'docs/archive/b/c.md', 'docs/archive.md', 'docs/d.md', 'x/docs/archive/a.md']
  const ignored = (pattern: string) => paths.filter((path) => isIgnored({ ignore: [pattern] }, path))
  const all = paths.slice(0, 2)
  for (const pattern of ['docs/archive', 'docs/archive/', '/docs/archive/**', '/docs/archive', './docs/archive/'])
    assert.deepEqual(ignored(pattern), all, pattern)
  assert.deepEqual(ignored('**/archive'), [...all, 'x/docs/archive/a.md'])
  assert.deepEqual(ignored('docs/archive/*'), paths.slice(0, 1), 'the files in the folder, as in any glob')
  assert.deepEqual(ignored('/docs/*.md'), ['docs/archive.md', 'docs/d.md'])
  assert.deepEqual(ignored('docs/?*'), ['docs/archive.md', 'docs/d.md'])
  assert.deepEqual(ignored('docs/*/'), ['docs/archive/a.md', 'docs/archive/b/c.md'])
  for (const pattern of ['', '/', './']) assert.deepEqual(ignored(pattern), [], pattern)
})

test('a mistake at the end of a config is reported inside it', () => {
  for (const text of ['/*', '[/*', '{ "rules": {} /*', '{ "rules"', '"'])
    for (const { start, end } of read(text).problems) assert.ok(start <= end && end <= text.length, text)
})

test('a mistake comes with the replacement that was most likely meant', () => {
  const mend = (text: string) => {
    const [problem] = read(text).problems
    return problem?.instead && text.slice(0, problem.start) + problem.instead + text.slice(problem.end)
  }
  assert.equal(mend('{ "ignores": [] }'), '{ "ignore": [] }')
  assert.equal(mend('{ "rules": { "some-rules": "off" } }'), '{ "rules": { "some-rule": "off" } }')
  assert.equal(mend('{ "rules": { "some-rule": "warn1ng" } }'), '{ "rules": { "some-rule": "warning" } }')
  assert.equal(mend('{ "severityByStatus": { "draft": "hints" } }'), '{ "severityByStatus": { "draft": "hint" } }')
  assert.equal(mend('{ "rules": { "some-rule": "warn" } }'), '{ "rules": { "some-rule": "warning" } }')
  assert.equal(mend('{ "rules": { "some-rule": ["info", {}] } }'), '{ "rules": { "some-rule": ["information", {}] } }')
  assert.equal(mend('{ "rules": { "some-rule": false } }'), '{ "rules": { "some-rule": "off" } }')
  assert.equal(mend('{ "something": 1 }'), undefined)
})

test('a misspelt key of an override is reported once', () => {
  assert.deepEqual(reasons('{ "overrides": [{ "file": ["a"], "rules": {} }] }'), [
    ['"file"', 'Unexpected key `file`: did you mean `files`?'],
  ])
})

test('only 50 of 500 mistakes get a suggestion', () => {
  const names = Array.from({ length: 500 }, (_, index) => `some-rule-${index}`)
  const { problems } = read(JSON.stringify({ rules: Object.fromEntries(names.map((name) => [name, 'off'])) }))
  assert.equal(problems.length, 500)
  assert.equal(problems.filter(({ instead }) => instead !== undefined).length, 50)
})

test('options that the rule does not have or cannot use are reported', () => {
  const options = (text: string) => reasons(`{ "rules": { "some-rule": ["error", ${text}] } }`)
  assert.deepEqual(options('{ "words": 4, "names": ["a"] }'), [])
  assert.deepEqual(options('{ "wrds": 4 }'), [
    ['"wrds"', 'Unknown option `wrds` of `some-rule`: did you mean `words`?'],
  ])
  assert.deepEqual(options('{ "words": "four" }'), [['"four"', 'Unexpected value of `words`, expected a number']])
  assert.deepEqual(options('{ "names": "a" }'), [['"a"', 'Unexpected value of `names`, expected a list']])
  assert.deepEqual(reasons('{ "rules": { "structure": ["error", { "words": 4 }] } }'), [])
})
