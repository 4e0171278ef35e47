import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { DocumentReport } from '../../src/cli/report.ts'
import { runCli } from './util/runCli.ts'

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))
const corpus = `${shared}/corpus`
const skip = !existsSync(corpus) && 'there is no ../shared/corpus'

const lint = async (folder: string) => {
  const started = performance.now()
  const { code, out, err } = await runCli(corpus, ['lint', folder, '--format', 'json'])
  assert.equal(err, '')
  const documents: readonly DocumentReport[] = JSON.parse(out).documents
  return { code, documents, seconds: (performance.now() - started) / 1000 }
}

suite('real documents', { skip }, () => {
  test('written by other people are linted without a crash', async (context) => {
    const { code, documents, seconds } = await lint('design')
    assert.ok(documents.length > 50)
    assert.notEqual(code, 2)
    const types = Object.groupBy(documents, ({ documentType }) => documentType ?? 'no design document')
    for (const [type, members = []] of Object.entries(types))
      context.diagnostic(`${members.length} ${type}: ${members.map(({ path }) => path.slice(7, 10)).join(' ')}`)
    context.diagnostic(`${documents.length} documents in ${seconds.toFixed(1)} s`)
    for (const { path, messages } of documents)
      for (const { ruleId, message } of messages) assert.notEqual(ruleId, 'internal-error', `${path}: ${message}`)
  })

  test('that are not designs are not recognised and get no message', async () => {
    const { code, documents } = await lint('other')
    assert.ok(documents.length > 50)
    assert.equal(code, 0)
    assert.deepEqual(
      documents.filter(({ documentType }) => documentType !== null).map(({ path }) => path),
      [],
    )
  })
})
