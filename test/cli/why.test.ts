import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createFolder, decision, runCli } from './util/runCli.ts'

const design = `# System Design: Orders

The order service runs as a single instance on a server in the cluster. Orders come by dependency injection.

The mailer has no backups, and each mail costs $2.

## References

- The server has a backup.
`

suite('why', () => {
  const explain = async (...[context, line, ...more]: [Parameters<typeof createFolder>[0], number, ...string[]]) =>
    runCli(await createFolder(context, { 'a.md': design }), ['why', `a.md:${line}`, ...more])

  test('shows the reporting rule, the matched term and the rules that use its concept', async (context) => {
    const { code, out } = await explain(context, 5)
    assert.equal(code, 0)
    assert.match(out, /^a\.md:5\n {2}The mailer has no backups/)
    assert.match(out, /warning +no-single-point-of-failure +`has no backups`/)
    assert.match(
      out,
      /`has no backups` as unprotected: .+\n +vocabulary\/flags\/unprotected\.txt:\d+, used by no-single-point-of-failure\n/,
    )
    assert.match(out, /`\$2` +money/)
  })

  test('shows what a rule that reports nothing on the line finds elsewhere', async (context) => {
    const { out } = await explain(context, 3)
    const [, silent = ''] = out.split('but report nothing here')
    assert.match(
      silent,
      /no-single-point-of-failure \(reports line 5\) also finds\n(?: {6}.*\n)* {6}line 5: `backups` as redundancy \(.*\), negated by `no`\n/,
    )
  })

  test('shows which terms do not count, and why', async (context) => {
    assert.match(
      (await explain(context, 3)).out,
      /`injection` as .*\n.*\n +does not count: part of an exception \(vocabulary\/idioms\/void\.txt:\d+\)\n/,
    )
    assert.match(
      (await explain(context, 9)).out,
      /`backup` .*\n.*\n +does not count: nothing under this heading counts\n/,
    )
    assert.match(
      (await explain(context, 5)).out,
      /`backups` .*\n.*\n +does not count: negated by `no` \(vocabulary\/idioms\/denial\.txt:\d+\), so the document does not claim it/,
    )
  })

  test('does not mention the checklist for a decision, which has none', async (context) => {
    const text = decision().replace('We put a queue', 'An alert fires when the p99 latency exceeds 2 s. We put a queue')
    const line = text.split('\n').findIndex((each) => each.startsWith('An alert')) + 1
    const cwd = await createFolder(context, { 'docs/adr/0007-queue.md': text })
    const { code, out } = await runCli(cwd, ['why', `docs/adr/0007-queue.md:${line}`])
    assert.equal(code, 0)
    assert.match(out, /used by .*\bmonitoring\b/)
    assert.doesNotMatch(out, /Evidence for the checklist|data-flow \(/)
  })

  test('wraps lines at 120 characters, and lists each term once', async (context) => {
    for (const line of [3, 5]) {
      const { out } = await explain(context, line)
      assert.ok(Math.max(...out.split('\n').map(({ length }) => length)) <= 120, out)
    }
    const { out } = await explain(context, 3)
    assert.equal(out.match(/instance` as sole/g)?.length, 1)
    assert.match(out, /used by .*no-single-point-of-failure, and to tell what kind of system it is\n/)
  })

  test('gives the same as JSON', async (context) => {
    const { terms, silent } = JSON.parse((await explain(context, 3, '--format', 'json')).out)
    const single = terms.find(({ concept }: { concept: string }) => concept === 'sole')
    assert.deepEqual([single.words, single.line, single.column], ['a single instance', 3, 27])
    assert.ok(silent.some(({ id }: { id: string }) => id === 'no-single-point-of-failure'))
  })

  test('shows what a sentence sounds like, and the words that suggest it', async (context) => {
    const cwd = await createFolder(context, {
      'b.md': '# Orders\n\nThe bill comes to about 900 euros a month.\n\nIt is red.\n',
    })
    assert.match((await runCli(cwd, ['why', 'b.md:3'])).out, /Sounds like .*\n +cost +.*`euros`/)
    assert.doesNotMatch((await runCli(cwd, ['why', 'b.md:5'])).out, /Sounds like/)
  })

  test('says so if no rule knows a word of the line', async (context) => {
    assert.match((await explain(context, 2)).out, /No rule and no checklist item knows any word/)
  })

  for (const [args, reason] of [
    ['a.md', /Expected a line of a file/],
    ['a.md:0', /There is no line 0: the file has 10\n/],
    ['a.md:11', /There is no line 11: the file has 10\n/],
    ['b.md:1', /b\.md/],
  ] as const)
    test(`exits with 2 and a reason for ${args}`, async (context) => {
      const { code, err } = await runCli(await createFolder(context, { 'a.md': design }), ['why', args])
      assert.equal(code, 2)
      assert.match(err, reason)
    })
})
