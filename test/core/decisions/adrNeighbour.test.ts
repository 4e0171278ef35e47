import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readHead, readNeighbour } from '../../../src/core/decisions/neighbour.ts'
import type { LintMessage } from '../../../src/core/lint/lint.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import type { RuleFiles } from '../../../src/core/lint/rule.ts'
import { isInside } from '../../../src/core/text/insidePath.ts'
import rule from '../../../src/rules/adr-supersedes.ts'
import { host, readModel, types } from '../../util/linting.ts'

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- item ${index} with *some* words and [a link](x)\n`).join('')

/** Lints a decision among others. Also returns which files were read. */
async function lintAmong(
  text: string,
  others: Readonly<Record<string, string>>,
  path = 'docs/adr/0002-log.md',
): Promise<{ messages: readonly LintMessage[]; read: readonly string[] }> {
  const read: string[] = []
  const files: RuleFiles = {
    list: async () => Object.keys(others),
    async read(path) {
      read.push(path)
      return others[path.replace(/^docs\/adr\//, '')]
    },
  }
  const linter = createLinter({ rules: [rule], types, host: { ...host, files }, rethrow: true })
  const { messages } = await linter.lint(readModel(text), path, 'adr')
  return { messages, read }
}

const superseding = (...targets: readonly string[]): string =>
  `# ADR-0002: Log\n\n- **Status:** Accepted\n- **Supersedes:** ${targets.map((target) => `[ADR-1](${target})`).join(', ')}\n`

suite('another decision', () => {
  test('that has a folder of its own is not taken for one in another folder', async () => {
    const text = '# Log\n\n- **Status:** Accepted\n- **Supersedes:** [Queue](../0001-queue/README.md)\n'
    const saidBy = async (link: string) => {
      const old = `# Queue\n\n- **Status:** Superseded by [another](${link})\n`
      const among = { '0001-queue/README.md': old }
      return (await lintAmong(text, among, 'docs/adr/0002-log/README.md')).messages.length
    }
    assert.equal(await saidBy('../0003-x/README.md'), 1)
    assert.equal(await saidBy('../0002-log/README.md'), 0)
    assert.equal(await saidBy('/adr/0002-log/readme.md'), 0)
  })

  test('is parsed at its head alone, and its other lines are searched for references', () => {
    const text = `# ADR-0001: Queue\n\n- **Status:** Accepted\n\n## Context\n\n${lines(2000)}`
    assert.ok(text.length > 90_000)
    const head = readHead(text)
    assert.ok(head.text.length <= 16_000 && head.text.endsWith('\n') && text.startsWith(head.text))
    const { decision, rest, statusLine } = readNeighbour('docs/0001-queue.md', `${text}\nSuperseded by ADR-0009.\n`)
    assert.deepEqual([decision.number, decision.status, statusLine], [1, 'Accepted', 3])
    assert.deepEqual(
      rest.supersededBy.map(({ number }) => number),
      [9],
    )
    assert.deepEqual(decision.supersededBy, [])
  })

  test('is read again only when its path or text has changed', () => {
    const first = readNeighbour('docs/0003-x.md', '# ADR-0003: X\n')
    assert.equal(readNeighbour('docs/0003-x.md', '# ADR-0003: X\n'), first)
    assert.notEqual(readNeighbour('docs/0004-x.md', '# ADR-0003: X\n'), first)
    assert.equal(readNeighbour('docs/0003-x.md', '# ADR-0003: Y\n').decision.title, 'Y')
  })

  test('is read once, however often it is named', async () => {
    const names = Array.from({ length: 12 }, () => '0001-queue.md')
    const big = `# ADR-0001: Queue\n\n- **Status:** Accepted\n\n${lines(2000)}`
    const { messages, read } = await lintAmong(superseding(...names), { '0001-queue.md': big })
    assert.deepEqual(read, ['docs/adr/0001-queue.md'])
    assert.equal(messages.length, 12)
    assert.match(messages[0]?.reason ?? '', /^`0001-queue\.md`, .*, does not say `Superseded by ADR-0002`$/)
  })

  test('may say far below its head what superseded it', async () => {
    const text = `# ADR-0001: Queue\n\n${lines(2000)}\n## Links\n\n- Superseded by [ADR-0002](0002-log.md)\n`
    const { messages } = await lintAmong(superseding('0001-queue.md'), { '0001-queue.md': text })
    assert.deepEqual(messages, [])
  })

  test('is never read outside the folder of the config, on any system', async () => {
    const targets = ['..\\..\\secret.md', '..%5C..%5Csecret.md', 'C%3A/secret.md', '/C:/secret.md', '%00.md']
    for (const target of [...targets, '../../../secret.md', '%2e%2e/%2e%2e/%2e%2e/secret.md', '../.. /secret.md']) {
      const { read } = await lintAmong(superseding(target), {})
      // A path that stays inside the folder may be read, whatever is left of the target.
      assert.deepEqual(
        read.filter((path) => !isInside(path)),
        [],
        target,
      )
      assert.deepEqual(
        read.filter((path) => /secret/.test(path)),
        [],
        target,
      )
    }
    const { read } = await lintAmong(superseding('../old/0001-queue.md'), {})
    assert.deepEqual(read, ['docs/old/0001-queue.md'])
  })
})

test('isInside rejects absolute, parent and drive paths on every system', () => {
  for (const path of ['', 'docs', 'docs/adr/0001-a.md', 'a/..b/c...md', 'a b/ü.md']) assert.ok(isInside(path), path)
  for (const path of ['..', '../a', 'a/../b', 'a/.. /b', '/a', 'C:/a', 'c:a', 'a\\b', '\\\\host\\a', 'a\0'])
    assert.ok(!isInside(path), path)
})
