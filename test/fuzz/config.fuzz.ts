import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { configSchema } from '../../build/extensionFolder.ts'
import { tolerantSchema } from '../../build/tolerantSchema.ts'
import remarkDesignDocs, { type RemarkOptions } from '../../src/cli/remark/remark.ts'
import { applyBaseline, baselineOf, readBaseline, writeBaseline } from '../../src/core/lint/baseline.ts'
import { readConfig } from '../../src/core/lint/config.ts'
import { createLinter, type LinterOptions } from '../../src/core/lint/lint.ts'
import { categories, severities } from '../../src/core/lint/rule.ts'
import { toSeverityByStatus } from '../../src/core/lint/severityByStatus.ts'
import { createWorkspace } from '../../src/core/lint/workspace.ts'
import { templateGlobs } from '../../src/core/template/files.ts'
import { matchesGlob } from '../../src/core/text/globs.ts'
import { rules } from '../../src/generated/rules.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { fixtures, readModel, types } from '../util/linting.ts'
import { anyEdit, anyJson, anyText, document, edited, joined } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertRange, lintAll, path, quickHost } from './linter.ts'

const ruleNames = [...rules.map(({ id }) => id), ...categories]
const optionNames = rules.flatMap(({ options }) => Object.keys(options ?? {}))
const globs = ['**', 'docs/**/*.md', './x', '../x', '/etc/*', '[', '{a,b', '!(x)', '**/{adr,rfc}/*.md', 'a\\b', '']
const meaningful = [
  ...['$schema', 'rules', 'types', 'templates', 'ignore', 'overrides', 'severityByStatus', 'files', 'status', 'draft'],
  ...['version', 'documents', 'none', 'adr', 'system-design', '__proto__', 'constructor'],
  ...[...severities, ...ruleNames, ...optionNames, ...globs],
]

/** Values that need not be valid. */
const anyValue = anyJson(meaningful)

const ruleName = fc.constantFrom(...ruleNames)
const severity = fc.constantFrom(...severities)
const options = fc.dictionary(fc.constantFrom(...optionNames), anyValue, { maxKeys: 2 })
/** Settings that mostly conform to the schema of the config. */
const ruleSettings = fc.dictionary(
  ruleName,
  fc.oneof({ weight: 3, arbitrary: severity }, fc.tuple(severity), fc.tuple(severity, options), anyValue),
  { maxKeys: 4 },
)
const strings = fc.array(fc.oneof(fc.constantFrom(...globs), anyText), { maxLength: 3 })
const severityByStatus = fc.dictionary(
  fc.oneof(fc.constantFrom('draft', 'none', 'Accepted'), anyText),
  fc.oneof(severity, fc.dictionary(ruleName, severity)),
  { maxKeys: 3 },
)
const config = fc.record(
  {
    rules: ruleSettings,
    types: fc.dictionary(fc.constantFrom(...globs), fc.constantFrom(...types.map(({ id }) => id)), { maxKeys: 3 }),
    ignore: strings,
    templates: strings,
    overrides: fc.array(
      fc.record({ files: strings, status: strings, rules: ruleSettings }, { requiredKeys: ['rules'] }),
      { maxLength: 3 },
    ),
    severityByStatus,
  },
  { requiredKeys: [] },
)

const written = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(value, fc.array(anyEdit, { maxLength: 3 }))
    .map(([value, edits]) => edits.reduce(edited, JSON.stringify(value, null, 2)))
const brackets = joined(
  fc.constantFrom('{', '}', '[', ']', '"rules"', ':', ',', '//', '/*', '*/', '"', '1', '\\u0'),
  30,
)
const configText = fc.oneof(written(config), written(anyValue), anyText, brackets)

const lintWith = (text: string, options: Partial<LinterOptions>) =>
  createLinter({ rules, types, host: quickHost, ...options }).lint(readModel(text), path)

/** A short document with many mistakes, so that every setting has an effect. */
const faulty = `---\nstatus: draft\n---\n# ADR-0007: Use a queue\n\n## Context\n\nTBD\n\n- **Date:** soon\n\n## Constructor\n\n{words}\n`

holds('any config is read, and what is right in it is used', 40, configText, async (text) => {
  const { config, problems } = readConfig(text, rules)
  for (const problem of problems) assertRange(problem, text, problem.reason)
  const { messages } = await lintWith(faulty, { config })
  assert.deepEqual(
    messages.filter(({ ruleId }) => ruleId === 'internal-error'),
    [],
  )
})

const schema = JSON.parse(readFileSync(new URL('../../build/config.schema.json', import.meta.url), 'utf8'))
const isAllowed = new Ajv({ strict: false }).compile(configSchema(schema, rules))
const isTolerated = new Ajv({ strict: false }).compile(tolerantSchema(configSchema(schema, rules)))

holds('what the schema allows is no mistake to the reader', 60, config, (value) => {
  fc.pre(isAllowed(value))
  assert.deepEqual(readConfig(JSON.stringify(value), rules).problems, [])
})

holds(
  'the editor leaves all mistakes in an object to the reader',
  60,
  fc.dictionary(fc.string(), anyValue),
  (value) => {
    for (const key of Object.keys(schema.properties)) assert.ok(isTolerated({ ...value, [key]: value }), key)
  },
)

const workspace = fc.record({
  configText: fc.option(configText, { nil: undefined }),
  baselineText: fc.option(fc.oneof(written(anyValue), anyText), { nil: undefined }),
  templates: fc.array(
    fc.record({
      path: fc.oneof(
        anyText.map((name) => `.design-docs/templates/${name}.md`),
        fc.constantFrom('docs/0000-template.md'),
      ),
      text: document,
    }),
    { maxLength: 3 },
  ),
})

holds('any folder of team files makes a workspace', 20, workspace, async (files) => {
  const { problems, types, config, baseline } = createWorkspace({
    ...files,
    builtIn: fixtures,
    rules,
    engines: syntaxes,
  })
  const texts = new Map(files.templates.map(({ path, text }) => [path, [text]]))
  for (const { path } of files.templates)
    texts.set(
      path,
      files.templates.filter((file) => file.path === path).map(({ text }) => text),
    )
  for (const { path, reason, ...range } of problems) {
    const [longest = ''] = (texts.get(path) ?? [files.configText ?? '', files.baselineText ?? '']).toSorted(
      (a, b) => b.length - a.length,
    )
    assertRange(range, longest, reason)
  }
  await lintWith(faulty, { types, config, baseline })
})

holds(
  'any settings of the editor are taken as far as they fit',
  30,
  fc.record({
    rules: fc.oneof(ruleSettings, anyValue),
    byStatus: fc.oneof(severityByStatus, anyValue),
    templates: anyValue,
  }),
  async (given) => {
    for (const glob of templateGlobs(given.templates)) assert.doesNotMatch(glob, /^\/|(?:^|\/)\.\.(?:\/|$)/)
    const { messages } = await lintWith(faulty, {
      settings: given.rules,
      severityByStatus: toSeverityByStatus(given.byStatus),
    })
    for (const { ruleId, severity } of messages) {
      assert.notEqual(ruleId, 'internal-error')
      assert.match(severity, /^(?:error|warning|information|hint)$/)
    }
  },
)

holds('any front matter speaks of rules without harm', 30, fc.oneof(ruleSettings, anyValue), async (given) => {
  await lintWith(faulty.replace('status: draft', `status: draft\nrules: ${JSON.stringify(given)}`), {})
})

const remarkOptions = fc.record({
  rules: fc.oneof(ruleSettings, anyValue),
  documentType: fc.constantFrom('adr', 'nonsense'),
})

holds('any options of the remark plugin leave a file with messages', 10, remarkOptions, async (given) => {
  const file = new VFile({ path, value: faulty })
  const processor = unified()
    .use(remarkParse)
    .use(remarkDesignDocs, given as RemarkOptions)
  await processor.run(processor.parse(file), file)
})

holds('any glob matches any path or does not', 200, fc.record({ globs: strings, path: anyText }), ({ globs, path }) => {
  assert.equal(typeof matchesGlob(globs, path), 'boolean')
})

holds('a baseline that was just written leaves nothing', 15, document, async (text) => {
  const model = readModel(text)
  const messages = await lintAll(model, 'system-design')
  const { baseline, problem } = readBaseline(writeBaseline({ [path]: baselineOf(model, messages) }))
  assert.equal(problem, undefined)
  const { findings, stale } = applyBaseline(model, messages, baseline[path] ?? {})
  assert.deepEqual([findings, stale], [[], 0])
})
