import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import rule from '../../src/rules/diagram-alt-text.ts'
import { lintDocument, readModel } from '../util/linting.ts'

/** The number of UTF-16 units that are split while the rule checks that many diagrams. */
async function work(diagrams: number): Promise<number> {
  const diagram = '```mermaid\r\nflowchart LR\r\n  a --> b\r\n```\r\n\r\n'
  const document = readModel(`# Note: n\r\n\r\n${diagram.repeat(diagrams)}`)
  const { split } = String.prototype
  let units = 0
  const counting = mock.method(
    String.prototype,
    'split',
    function (this: string, ...given: Parameters<typeof split>): string[] {
      units += this.length
      return split.apply(this, given)
    },
  )
  try {
    assert.equal((await lintDocument(document, [rule], 'note')).length, diagrams)
  } finally {
    counting.mock.restore()
  }
  return units
}

test('diagram-alt-text does at most five times the work for four times the diagrams', async () => {
  const few = await work(50)
  const many = await work(200)
  assert.ok(many < 5 * few, `${many} units after ${few}`)
})
