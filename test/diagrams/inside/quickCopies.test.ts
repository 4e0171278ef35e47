import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { withQuickCopies } from '../../../src/diagrams/mermaid/inside/quickCopies.ts'
import { random as createRandom } from '../../util/random.ts'
import { type Assign, loadAssign } from './assign.ts'

describe('withQuickCopies', () => {
  let assign: Assign
  let quick: Assign
  before(async () => {
    assign = await loadAssign()
    quick = withQuickCopies(assign)
  })

  const random = createRandom(7)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  class Theme {
    primary = 'red'
    list = [1, 1, 2]
    update(): void {}
  }
  const leaf = () => pick([1, 0, 'text', '', true, false, null, undefined, () => 1, new Theme()])
  const settings = (depth: number): unknown => {
    if (depth === 0 || random() < 0.2) return leaf()
    const some = <T>(make: () => T) => Array.from({ length: 4 }, make)
    if (random() < 0.2) return some(() => (random() < 0.3 ? settings(depth - 1) : pick([1, 2, 3])))
    return Object.fromEntries(some(() => [pick([...'abcdefg']), settings(depth - 1)]))
  }

  it('merges as mermaid does, into empty and other targets', () => {
    for (let round = 0; round < 2_000; round++) {
      const source = settings(4)
      const depth = pick([undefined, 0, 1, 2, 3])
      const options = depth === undefined ? undefined : { depth }
      const target = pick([() => ({}), () => ({ a: 1, b: { c: 2 }, d: [1] }), () => []])
      assert.deepEqual(
        quick(target(), source, options),
        assign(target(), source, options),
        JSON.stringify({ source, depth }),
      )
    }
  })

  it('returns a copy, so that changing it does not change the source', () => {
    const source = { theme: { colors: { red: 1 } }, list: [1, 2] }
    const copy = quick({}, source) as typeof source
    copy.theme.colors.red = 2
    copy.list.push(3)
    assert.deepEqual(source, { theme: { colors: { red: 1 } }, list: [1, 2] })
  })

  it('does not let `__proto__` in a diagram’s settings change a prototype', () => {
    const copy = quick(
      {},
      JSON.parse('{ "flowchart": { "__proto__": { "polluted": 1 } }, "__proto__": { "polluted": 1 } }'),
    )
    assert.equal(Object.getPrototypeOf(copy), Object.prototype)
    assert.equal('polluted' in {}, false)
  })
})
