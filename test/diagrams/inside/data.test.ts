import assert from 'node:assert/strict'
import { readData } from '../../../src/diagrams/mermaid/inside/data.ts'
import { contract, errorOf } from './contract.ts'

contract({
  usedBy: 'data.ts',
  relies: 'asking a gantt chart for its tasks works out the dates, and fails for one that is none',
  async check({ mermaid }) {
    const chart = (date: string) => `gantt\n  dateFormat YYYY-MM-DD\n  a :x, ${date}, 1d\n`
    const tasks = async (text: string) => (await readData(mermaid, text)).getTasks?.()
    const good = await tasks(chart('2026-01-05'))
    assert.ok(Array.isArray(good) && good.length === 1)
    assert.match(String(await errorOf(() => tasks(chart('nonsense')))), /Invalid date/)
  },
  broken: { find: '  getTasks,\n', with: '  getAllTasks: getTasks,\n' },
})

contract({
  usedBy: 'data.ts',
  relies: 'a C4 diagram tells its relations with their two ends, and the element of a name',
  async check({ mermaid }) {
    const data = await readData(mermaid, 'C4Context\n  Person(a, "A")\n  Rel(a, b, "uses")\n')
    assert.deepEqual(
      data.getRels?.().map(({ from, to }) => [from, to]),
      [['a', 'b']],
    )
    assert.deepEqual(
      ['a', 'b'].map((name) => data.getC4Shape?.(name) === undefined),
      [false, true],
    )
  },
  broken: { find: '  getRels,\n', with: '  getRelations: getRels,\n' },
})

contract({
  usedBy: 'load.ts',
  relies: 'parsing the colour of a box asks `window.CSS.supports`, and nothing else of a window',
  async check({ mermaid }) {
    const asked: string[] = []
    Object.assign(globalThis, {
      window: { CSS: { supports: (...words: string[]) => asked.push(words.join(' ')) > 0 } },
    })
    const error = await errorOf(() => mermaid.parse('sequenceDiagram\n  box Aqua Team\n  participant A\n  end\n'))
    assert.equal(error, undefined)
    assert.deepEqual(asked, ['color Aqua'])
  },
  broken: { find: 'window.CSS.supports("color"', with: 'window.CSS.accepts("color"' },
})
