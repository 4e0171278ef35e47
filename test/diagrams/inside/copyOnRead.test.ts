import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { copyOnRead } from '../../../src/diagrams/mermaid/inside/copyOnRead.ts'
import { withQuickCopies } from '../../../src/diagrams/mermaid/inside/quickCopies.ts'
import { random as createRandom } from '../../util/random.ts'
import { loadAssign } from './assign.ts'

type Settings = Record<string, unknown>

describe('copyOnRead', async () => {
  const assign = withQuickCopies(await loadAssign())
  const update = () => undefined
  const source = (): Settings => ({
    theme: 'default',
    none: null,
    missing: undefined,
    secure: ['a', 'a', 'b'],
    flowchart: { curve: 'basis', padding: { x: 1 }, list: [1, 1] },
    themeVariables: { primary: 'red', update },
    sequence: {},
  })

  /** Everything that can be done with an object, tried in random order. */
  const ways: readonly ((object: Settings, key: string) => unknown)[] = [
    (object, key) => object[key],
    (object, key) => key in object,
    (object, key) => Object.hasOwn(object, key),
    (object, key) => Object.getOwnPropertyDescriptor(object, key),
    (object, key) => delete object[key],
    (object) => Object.keys(object).toSorted(),
    (object) => ({ ...object }),
    (object) => Object.getPrototypeOf(object) === Object.prototype,
    (object, key) => {
      object[key] = 'mine'
    },
    (object, key) =>
      Object.defineProperty(object, key, { value: 'own', configurable: true, writable: true }) === object,
    (object, key) => {
      const inner = object[key]
      if (typeof inner === 'object' && inner !== null) Object.assign(inner, { changed: true })
    },
    (object) => {
      Object.freeze(object)
    },
  ]

  it('behaves like a full copy, whatever is done with the object', () => {
    const random = createRandom(3)
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
    const keys = [...Object.keys(source()), 'other', 'toString']
    for (let round = 0; round < 2_000; round++) {
      const [own, other] = [source(), source()]
      const [lazy, copy] = [copyOnRead(own, assign), assign({}, other)] as [Settings, Settings]
      for (let step = 0; step < 6; step++) {
        const [way, key] = [pick(ways), pick(keys)]
        const attempt = (object: Settings): unknown => {
          try {
            return way(object, key)
          } catch (error) {
            // A TypeError is expected for a frozen object.
            return error instanceof TypeError
          }
        }
        const wanted = attempt(copy)
        assert.deepEqual(attempt(lazy), wanted, `${way} of ${key}`)
      }
      assert.deepEqual({ ...lazy }, { ...copy })
      assert.deepEqual(withoutFunctions(own), withoutFunctions(source()), 'the source is as it was')
    }
  })

  it('does not let `__proto__` in a diagram’s settings change the prototype', () => {
    const copy = copyOnRead(JSON.parse('{ "__proto__": { "polluted": 1 }, "theme": "dark" }'), assign)
    assert.equal(Object.getPrototypeOf(copy), Object.prototype)
    assert.deepEqual(Object.keys(copy).toSorted(), ['__proto__', 'theme'])
    assert.equal('polluted' in copy, false)
  })
})

const withoutFunctions = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
