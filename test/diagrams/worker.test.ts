import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { engineEntries, workerEntries } from '../../build/engines.ts'
import { withoutDrawing } from '../../build/withoutDrawing.ts'
import { spawnNodeWorker } from '../../src/cli/nodeWorker.ts'
import { createDiagramChecker } from '../../src/core/diagrams/checker.ts'
import { brokenDiagrams } from './brokenDiagrams.ts'

let folder: string
let size = 0

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagram-worker-'))
  // The same options as for `worker` in esbuild.mjs.
  const { metafile } = await build({
    absWorkingDir: new URL('../..', import.meta.url).pathname,
    entryPoints: workerEntries(),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    target: 'es2024',
    legalComments: 'none',
    metafile: true,
    plugins: [engineEntries, withoutDrawing],
  })
  size = Object.entries(metafile.outputs).find(([file]) => file.endsWith('mermaid-worker.js'))?.[1].bytes ?? 0
})

after(() => rm(folder, { recursive: true }))

/** @param timeout milliseconds per diagram; long enough for a busy machine, unless the timeout itself is tested */
const createChecker = (onSpawn: (engine: string) => void = () => {}, timeout = 60_000) => {
  const failures: string[] = []
  const spawn = (engine: string) => {
    onSpawn(engine)
    return spawnNodeWorker(pathToFileURL(join(folder, `${engine}-worker.js`)))
  }
  const log = (message: string) => failures.push(message)
  return { checker: createDiagramChecker({ spawn, timeout, log }), failures }
}

test('the mermaid worker is smaller than 2.7 MB', (t) => {
  t.diagnostic(`${size} bytes`)
  assert(size > 1_000_000 && size < 2_700_000, `${size} bytes`)
})

test('the mermaid worker parses all kinds without a DOM', async () => {
  const { checker, failures } = createChecker()
  const fine = [
    'sequenceDiagram\n  box Aqua Team\n  participant A\n  end\n  A->>A: hello',
    'flowchart LR\n  A["`**x**`"] --> B',
    'gantt\n  dateFormat YYYY-MM-DD\n  section A\n  One :a, 2024-01-01, 3d',
    'C4Context\n  Person(a, "A")\n  System(b, "B")\n  Rel(a, b, "uses")',
    'pie\n  "a" : 1',
    'treemap-beta\n  "a"\n    "b": 1',
    'mindmap\n  root((x))\n    y',
  ]
  for (const source of fine) assert.deepEqual(await checker.check('mermaid', source), [], source)
  for (const { name, source } of brokenDiagrams) {
    const problems = await checker.check('mermaid', source)
    assert(problems.length > 0, name)
  }
  assert.deepEqual(failures, [])
  checker.dispose()
})

test('a slow diagram is aborted, and the next one still gets its answer', async () => {
  let spawned = 0
  const { checker, failures } = createChecker(() => spawned++, 1_000)
  // The time that mermaid needs for a relation grows with the number of relations before it.
  const relations = Array.from({ length: 2500 }, (_, index) => `  A${index} --> B${index}`)
  const slow = checker.check('mermaid', `classDiagram\n${relations.join('\n')}`)
  const next = checker.check('mermaid', 'flowchart LR\n  A -> B')
  assert.deepEqual(await slow, [{ reason: 'This diagram takes too long to check', start: 0, end: 12 }])
  assert.equal((await next).length, 1)
  assert.equal(spawned, 2)
  assert.deepEqual(failures, [])
  checker.dispose()
})

test('the Graphviz and PlantUML workers parse without a DOM, and each starts with its first diagram', async () => {
  const spawned: string[] = []
  const { checker, failures } = createChecker((engine) => spawned.push(engine))
  assert.deepEqual(await checker.check('graphviz', 'digraph { a -> b }'), [])
  assert.deepEqual(spawned, ['graphviz'])
  assert.equal((await checker.check('graphviz', 'digraph { a -> }'))[0]?.reason, 'Missing node after `->`')
  assert.deepEqual(await checker.check('plantuml', 'class A\nA --> B'), [])
  assert.match((await checker.check('plantuml', 'A -> B\nno line of it'))[0]?.reason ?? '', /no line of it/)
  // As a set, since a worker that is slow on a busy machine is started again.
  assert.deepEqual([...new Set(spawned)], ['graphviz', 'plantuml'])
  assert.deepEqual(failures, [])
  checker.dispose()
})

test('an engine without a worker yields no problems and logs a failure', async () => {
  const { checker, failures } = createChecker()
  assert.deepEqual(await checker.check('nonsense', 'x'), [])
  assert.match(failures.join(), /nonsense-worker/)
  checker.dispose()
})
