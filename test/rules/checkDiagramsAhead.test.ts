import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createLinter } from '../../src/core/lint/lint.ts'
import { rules } from '../../src/generated/rules.ts'
import { readModel, types } from '../util/linting.ts'

suite('an engine that fails', () => {
  const linter = createLinter({
    rules: rules.filter(({ id }) => id === 'diagram-syntax' || id === 'no-placeholder'),
    types,
    host: { checkDiagram: () => Promise.reject(new Error('out of luck')) },
  })
  const document = readModel('# Note: n\n\n```mermaid\nflowchart LR\n  A --> B\n```\n')

  test('is reported once, as a failure of the rule that asked for the check', async () => {
    const { messages } = await linter.lint(document, undefined, 'note')
    assert.deepEqual(
      messages.map(({ reason }) => reason),
      ['Rule `diagram-syntax` failed: Error: out of luck'],
    )
  })

  test('leaves no unhandled rejection when the lint is abandoned first', async () => {
    const unheard: unknown[] = []
    const hear = (error: unknown) => unheard.push(error)
    process.on('unhandledRejection', hear)
    const steps = linter.steps(document, undefined, 'note')
    await steps.next()
    await steps.return({ messages: [] })
    await setImmediate()
    process.off('unhandledRejection', hear)
    assert.deepEqual(unheard, [])
  })
})
