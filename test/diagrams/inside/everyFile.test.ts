import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { repository } from '../../harness/paths.ts'

test('every file that depends on mermaid’s internals has a contract, and every contract names such a file', () => {
  const tests = globSync('test/{diagrams,webview}/inside/*.test.ts', { cwd: repository })
  const named = tests.flatMap((file) =>
    Array.from(readFileSync(join(repository, file), 'utf8').matchAll(/usedBy: '(\w+\.ts)'/g), ([, name = '']) => name),
  )
  // Files that reimplement a function of mermaid's are compared with the original instead, and need no contract.
  const compared = ['copyOnRead.ts', 'quickCopies.ts']
  const files = globSync('*.ts', { cwd: join(repository, 'src/diagrams/mermaid/inside') })
  assert.deepEqual([...new Set([...named, ...compared])].toSorted(), files.toSorted())
})
