import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createFolder, runCli } from './util/runCli.ts'

const design = `# System Design: Orders

The order service runs as a single instance on a server in the cluster. Orders come by dependency injection.

The mailer has no backups, and each mail costs $2.

## References

- The server has a backup.
`

suite('why', () => {
  const explain = async (...[context, line, ...more]: [Parameters<typeof createFolder>[0], number, ...string[]]) =>
    runCli(await createFolder(context, { 'a.md': design }), ['why', `a.md:${line}`, ...more])

  test('tells which rule speaks, which term it knows, and who asks for it', async (context) => {
    const { code, out } = await explain(context, 5)
    assert.equal(code, 0)
    assert.match(out, /^a\.md:5\n {2}The mailer has no backups/)
    assert.match(out, /warning +no-single-point-of-failure +`has no backups`/)
    assert.match(
      out,
      /`has no backups` +unprotected +vocabulary\/flags\/unprotected\.txt:\d+ .*asked by no-single-point-of-failure/,
    )
    assert.match(out, /`\$2` +money/)
  })

  test('tells what a silent rule finds elsewhere', async (context) => {
    const { out } = await explain(context, 3)
    const [, silent = ''] = out.split('Silent here')
    assert.match(silent, /no-single-point-of-failure +reports line 5 .*\n(?:.*\n)* +redundancy +5: `backups`/)
  })

  test('tells what does not count, and why', async (context) => {
    assert.match(
      (await explain(context, 3)).out,
      /`injection` .*does not count: exception vocabulary\/idioms\/void\.txt:\d+/,
    )
    assert.match((await explain(context, 9)).out, /`backup` .*does not count: nothing does under this heading/)
    assert.match((await explain(context, 5)).out, /`backups` .*taken back by `no`/)
  })

  test('says the same as data', async (context) => {
    const { terms, silent } = JSON.parse((await explain(context, 3, '--format', 'json')).out)
    const single = terms.find(({ concept }: { concept: string }) => concept === 'sole')
    assert.deepEqual([single.words, single.line, single.column], ['a single instance', 3, 27])
    assert.ok(silent.some(({ id }: { id: string }) => id === 'no-single-point-of-failure'))
  })

  test('tells what a sentence sounds like, and the words that make it so', async (context) => {
    const cwd = await createFolder(context, {
      'b.md': '# Orders\n\nThe bill comes to about 900 euros a month.\n\nIt is red.\n',
    })
    assert.match((await runCli(cwd, ['why', 'b.md:3'])).out, /Sounds like\n +cost +.*`euros`/)
    assert.doesNotMatch((await runCli(cwd, ['why', 'b.md:5'])).out, /Sounds like/)
  })

  test('says that nothing is known of a line', async (context) => {
    assert.match((await explain(context, 2)).out, /Nothing that rules or the checklist know stands here/)
  })

  for (const [args, reason] of [
    ['a.md', /Expected a line of a file/],
    ['a.md:0', /Unexpected line 0: the file has 10\n/],
    ['a.md:11', /Unexpected line 11: the file has 10\n/],
    ['b.md:1', /b\.md/],
  ] as const)
    test(`2 and a reason for ${args}`, async (context) => {
      const { code, err } = await runCli(await createFolder(context, { 'a.md': design }), ['why', args])
      assert.equal(code, 2)
      assert.match(err, reason)
    })
})
