import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../src/core/text/edits.ts'
import { lint } from '../util/linting.ts'

test('the fix of measurable-requirement inserts a placeholder, which no-placeholder then reports', async () => {
  const text = '# Note: Use a queue\n\n## Goals\n\n- The list must be fast to load.\n'
  const [found] = (await lint(text, undefined, 'note')).filter(({ ruleId }) => ruleId === 'measurable-requirement')
  const mended = applyEdits(text, found?.fixes?.[0]?.edits ?? [])
  assert.match(mended, /^- The list must be fast \(\[Number, unit, condition\]\) to load\.$/m)
  const left = (await lint(mended, undefined, 'note')).map(({ ruleId }) => ruleId)
  assert.ok(left.includes('no-placeholder'))
  assert.ok(!left.includes('measurable-requirement'))
})

test('behind a label in English, a text in another script may give its figure in words', async () => {
  const said = async (performance: string) => {
    const text = `# Note: Use a queue\n\n## Quality Attributes\n\n- **Performance**: ${performance}\n`
    return (await lint(text, undefined, 'note')).flatMap(({ ruleId, reason }) =>
      ruleId === 'measurable-requirement' ? reason : [],
    )
  }
  assert.deepEqual(await said('캐시로 밀리초 단위 응답을 보장한다.'), [])
  for (const text of [
    'Antwort in unter einer Sekunde',
    'réponse en moins d’une seconde',
    'responses in under one second',
    'no data loss',
  ])
    assert.deepEqual(await said(text), [], text)
  for (const text of ['caching of all lists', 'caching of all lists for the office in Москва'])
    assert.deepEqual(
      await said(text),
      ['`Performance` has no figure: give one with a unit, and say when it applies'],
      text,
    )
})
