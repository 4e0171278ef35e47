import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { isDesignType } from '../src/core/template/hasChecklist.ts'
import { rules } from '../src/generated/rules.ts'
import { lint, show, templates } from './util/linting.ts'

const folder = new URL('fixtures/documents/', import.meta.url)
const examples = new URL('../examples/', import.meta.url)

/** The finding that a good document may have: a hint with a fix. No template asks for texts for screen readers. */
const fair = 'diagram-alt-text'

/** The findings in a text, as a document of a type or of the type that is recognised at its path. */
const findings = async (text: string, type: string | undefined, path?: string) =>
  (await lint(text, rules, type, path))
    .filter(({ ruleId, severity }) => !(severity === 'hint' && ruleId === fair))
    .map((message) => `${message.ruleId} ${show(text, message)}`)

test('each type that is not a design has good documents, or an outline by the authors', () => {
  const others = templates.flatMap(({ type }) => (type && !isDesignType(type) ? type.id : []))
  const written = new Set([
    ...readdirSync(folder),
    ...readdirSync(new URL('fixtures/authors/outlines/', import.meta.url)),
  ])
  assert.deepEqual(
    others.filter((id) => !written.has(id) && !written.has(`${id}.md`)),
    [],
  )
})

for (const type of readdirSync(folder))
  suite(type, () => {
    for (const name of readdirSync(new URL(`${type}/`, folder))) {
      const text = readFileSync(new URL(`${type}/${name}`, folder), 'utf8')
      test(`${name} has no findings, with its type named or guessed`, async () => {
        assert.deepEqual(await findings(text, type), [])
        assert.deepEqual(await findings(text, undefined, `docs/${type}s/${name}`), [])
      })
    }
  })

suite('examples', () => {
  for (const path of [
    'docs/one-pagers/scans-within-seconds.md',
    'docs/post-mortems/2025-06-17-no-lookups.md',
    'docs/runbooks/scan-queue-is-old.md',
    'docs/threat-models/parcel-tracking.md',
  ])
    test(`${path} has no findings, and reports a section that is removed`, async () => {
      const text = readFileSync(new URL(path, examples), 'utf8')
      const [, folder = ''] = path.split('/')
      const type = folder.replace(/s$/, '')
      assert.deepEqual(await lint(text, rules, type, path), [])
      assert.deepEqual(await lint(text, rules, undefined, path), [])
      const without = text.replace(/\n## (?:Impact|Escalation|Assets|Cost)\n[\s\S]*?(?=\n## )/, '')
      assert.match((await findings(without, undefined, path)).join(), /^required-section /, 'it is named by its title')
    })
})
