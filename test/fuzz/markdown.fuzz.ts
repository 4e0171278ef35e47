import assert from 'node:assert/strict'
import fc from 'fast-check'
import { reviewChecklist } from '../../src/checklist/index.ts'
import { applyEdits, combineFixes, safeFixesOf } from '../../src/core/lint/edits.ts'
import { fixText } from '../../src/core/lint/fixText.ts'
import { createParser } from '../../src/core/markdown/slices.ts'
import { reviewDocument } from '../../src/review/documentReview.ts'
import { readModel, types } from '../util/linting.ts'
import { readWhole } from '../util/readWhole.ts'
import { anyEdit, document, edited, typeId } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertEdits, assertRange, lintAll } from './linter.ts'

const typed = fc.record({ text: document, type: typeId })

holds('any text is parsed as remark does', 80, document, (text) => {
  assert.deepEqual(createParser().parse(text).tree(), readWhole(text))
})

holds('any text is linted, and all that is found lies inside of it', 30, typed, async ({ text, type }) => {
  const model = readModel(text)
  const messages = await lintAll(model, type)
  for (const { reason } of messages) assert.match(reason, /^[A-Z\d`]/)
  for (const { evidence } of reviewChecklist(model)) if (evidence) assertRange(evidence, text, 'checklist')
  const found = types.find(({ id }) => id === type)
  if (found) assertRange(reviewDocument(model, found, messages).place, text, 'review')
})

holds('what can be fixed is fixed, and then there is nothing to fix', 25, typed, async ({ text, type }) => {
  const lint = async (text: string) => ({ text, messages: await lintAll(readModel(text), type) })
  const { linted } = await fixText(text, lint)
  const left = combineFixes(safeFixesOf(linted.messages))
  assertEdits(left, linted.text, 'fixes')
  assert.equal(applyEdits(linted.text, left), linted.text)
})

holds('each fix that needs an answer leaves a text that can be linted', 4, typed, async ({ text, type }) => {
  for (const { fixes = [] } of await lintAll(readModel(text), type))
    for (const { edits, isSafe } of fixes) if (!isSafe) await lintAll(readModel(applyEdits(text, edits)), type)
})

const typing = fc.record({ text: document, type: typeId, edits: fc.array(anyEdit, { minLength: 1, maxLength: 6 }) })

holds('while somebody types, a text is read and linted as it is at once', 10, typing, async ({ text, type, edits }) => {
  const parser = createParser()
  let now = text
  let last = readModel(now, parser)
  for (const edit of edits) {
    const found = await lintAll(last, type)
    now = edited(now, edit)
    const model = readModel(now, parser)
    const fresh = readModel(now)
    assert.deepEqual(model.tree(), fresh.tree())
    assert.deepEqual(await lintAll(model, type), await lintAll(fresh, type))
    assert.deepEqual(reviewChecklist(model), reviewChecklist(fresh))
    assert.deepEqual(await lintAll(last, type), found, 'what was read before has changed')
    last = model
  }
})
