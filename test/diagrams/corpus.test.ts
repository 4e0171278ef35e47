import './noDom.ts'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse, syntax } from '../../src/diagrams/mermaid.ts'

const folder = new URL('../../../shared/corpus/mermaid/', import.meta.url)

interface Entry {
  readonly file: string
  readonly parses: boolean
  readonly diagram_type?: string
}

/** The whole corpus takes half a minute; every fifth diagram is enough. */
const every = process.env['DESIGN_DOCS_WHOLE_CORPUS'] ? 1 : 5

const isPresent = existsSync(new URL('index.json', folder))

test('real diagrams are accepted or rejected as by mermaid itself', {
  skip: !isPresent && 'the corpus is not here',
}, async (t) => {
  const entries: Entry[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'))
  const { default: mermaid } = await import('mermaid')
  await parse('')
  const stricter: string[] = []
  const differing: string[] = []
  const without: string[] = []
  let looked = 0
  let asIndexed = 0
  for (const { file, parses } of entries.filter((_, index) => index % every === 0)) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    const problems = await parse(source)
    const error: unknown = await mermaid.parse(source).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    looked++
    if ((problems.length === 0) === parses) asIndexed++
    else
      t.diagnostic(`${file}: mermaid 11.17.2 ${parses ? 'takes' : 'refuses'} it: ${problems[0]?.reason ?? 'now fine'}`)
    if (!error && problems.length > 0) stricter.push(`${file}: ${problems[0]?.reason}`)
    if (error && problems.length === 0) differing.push(`${file}: ${String(error)}`)
    if (!syntax.kindOf(source) && !error) without.push(file)
    for (const { start, end, reason } of problems) {
      assert(0 <= start && start <= end && end <= source.length, file)
      assert.doesNotMatch(reason, /\.$|\n/, file)
    }
  }
  t.diagnostic(`${looked} diagrams, ${((100 * asIndexed) / looked).toFixed(1)} % as in the index`)
  for (const line of stricter) t.diagnostic(`refused before drawing: ${line}`)
  assert.deepEqual(differing, [], 'mermaid refuses what we take')
  assert.deepEqual(without, [], 'no kind found')
  assert(stricter.length <= looked / 100, stricter.join('\n'))
})
