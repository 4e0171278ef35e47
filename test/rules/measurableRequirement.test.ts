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
