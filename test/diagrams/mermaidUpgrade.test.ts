import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { repository, temporaryFolder, writeFiles } from '../harness/paths.ts'

test('mermaid-upgrade prints one line per broken contract, and nothing for those that hold', () => {
  const folder = temporaryFolder('contracts')
  const contracts = JSON.stringify(join(repository, 'test/util/contracts.ts'))
  const text = `
    import assert from 'node:assert/strict'
    import { contractsOf } from ${contracts}
    const contract = contractsOf(async (patch) => patch ? 'patched' : 'installed')
    const is = (wanted) => (found) => assert.equal(found, wanted)
    contract({ usedBy: 'good.ts', relies: 'it is installed', check: is('installed'), broken: {} })
    contract({ usedBy: 'bad.ts', relies: 'it is another', check: is('another'), broken: {} })
    contract({ usedBy: 'weak.ts', relies: 'it is anything', check: () => undefined, broken: {} })`
  writeFiles(folder, { 'some.test.mjs': text, 'torn.test.mjs': 'import "nowhere"' })
  const files = ['some', 'torn'].map((name) => join(folder, `${name}.test.mjs`))
  // With this variable set, a nested test runner runs nothing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const command = join(import.meta.dirname, 'mermaidUpgrade.ts')
  const { stdout, status } = spawnSync(process.execPath, [command, ...files], { env, encoding: 'utf8' })
  const lines = stdout.trim().split('\n')
  assert.match(lines.pop() ?? '', /^mermaid \d+\.\d+\.\d+: 4 passed, 3 failed$/)
  assert.deepEqual(lines.filter((line) => !line.includes('torn')).toSorted(), [
    'it is another · src/diagrams/mermaid/inside/bad.ts',
    'nothing proves any more that this is checked: it is anything',
  ])
  assert.equal(lines.filter((line) => line.includes('torn.test.mjs')).length, 1)
  assert.equal(status, 1)
})
