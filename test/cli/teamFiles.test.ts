import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { createFolder, decision, runCli } from './util/runCli.ts'

const rfc = '---\ndocumentType: rfc\n---\n# RFC: ${1:[Title]}\n\n## Summary\n\n## Drawbacks\n'
const documents = async (cwd: string, ...args: string[]) =>
  JSON.parse((await runCli(cwd, ['lint', ...args, '--format', 'json'])).out).documents

suite("the team's files", () => {
  test('templates become document types, and the nearest config above a document applies', async (context) => {
    const cwd = await createFolder(context, {
      'a/.design-docs/config.json': '{ "rules": { "required-section": "error" }, "ignore": ["docs/old/**"] }',
      'a/.design-docs/templates/rfc.md': rfc,
      'a/docs/x.md': '# RFC: Queue\n\n## Summary\n\nLate orders.\n',
      'a/docs/old/y.md': '# RFC: Old\n',
      'b/x.md': '# RFC: Queue\n',
    })
    const found = await documents(cwd)
    assert.deepEqual(
      found.map(({ path, documentType }: { path: string; documentType: string }) => [path, documentType]),
      [
        ['a/docs/x.md', 'rfc'],
        ['b/x.md', null],
      ],
    )
    assert.deepEqual(
      found[0].messages.map((message: { severity: string; message: string }) => [message.severity, message.message]),
      [['error', 'No section `Drawbacks`, expected after `Summary`']],
    )
    // From any folder, and for a file that is named.
    assert.equal((await documents(join(cwd, 'a/docs'), 'x.md'))[0].documentType, 'rfc')
    assert.deepEqual(await documents(cwd, 'a/docs/old/y.md', 'a/.design-docs/templates/rfc.md'), [])
    const { code, err } = await runCli(cwd, ['lint', 'a/docs/old/y.md'])
    assert.equal(code, 0)
    assert.match(err, /^design-docs: a\/docs\/old\/y\.md is left out: by `ignore` in the team's config, .*\n$/)
  })

  test('errors in them are reported in the files themselves, and the rest is linted', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/config.json':
        '{\n  "rules": { "nope": "error", "no-placeholder": "loud" },\n  "types": { "n/*.md": "rfc" }\n',
      '.design-docs/templates/rfc.md': rfc,
      '.design-docs/templates/second.md': rfc,
      '.design-docs/templates/third.md': '---\ndocumentType: third\n---\n# Third ${1:never closed\n',
      'n/a.md': '# Anything\n\n## Summary\n\nText.\n\n## Drawbacks\n\nNone.\n',
    })
    const { code, out, err } = await runCli(cwd, ['lint'])
    assert.equal(code, 1)
    assert.equal(err, '')
    assert.match(out, /^ +2:14 +error +Unknown rule `nope` +config$/m)
    assert.match(out, /^ +2:49 +error +Unexpected severity.*config$/m)
    assert.match(out, /Config is not valid JSON.*config$/m)
    assert.match(
      out,
      /^\.design-docs\/templates\/second\.md {2}configuration\n +2:15 +error +Template id `rfc` is already used by `.*rfc\.md`.*template$/m,
    )
    assert.match(out, /^\.design-docs\/templates\/third\.md {2}configuration\n +4:9 +error .*template$/m)
    const found = await documents(cwd)
    assert.equal(found.at(-1).documentType, 'rfc')
    assert.deepEqual(
      found.slice(0, -1).map(({ path }: { path: string }) => path),
      ['.design-docs/config.json', '.design-docs/templates/second.md', '.design-docs/templates/third.md'],
    )
  })

  test('a config under the name of another format is reported, not ignored in silence', async (context) => {
    const yaml = { '.design-docs/config.yml': 'rules:\n  checklist: off\n', 'docs/a.md': '# Notes\n' }
    const { code, out, err } = await runCli(await createFolder(context, yaml), ['lint'])
    assert.deepEqual([code, err], [1, ''])
    assert.match(
      out,
      /^\.design-docs\/config\.yml {2}configuration\n +1:1 +error +The config must be JSON in `config\.json`; this file is ignored +config\n/,
    )
    const both = await createFolder(context, { ...yaml, '.design-docs/config.json': '{}' })
    assert.equal((await runCli(both, ['lint'])).code, 0)
  })

  test('errors in them are reported even where no document is linted', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/config.json': '{ "rulez": {} }',
      'empty/x.txt': '',
      'docs/.design-docs/config.json': '{ "rulez": {}, "ignore": ["**"] }',
      'docs/a.md': decision(),
    })
    for (const args of [['empty'], ['empty/**/*.md'], ['docs'], ['docs/a.md']]) {
      const { code, out } = await runCli(cwd, ['lint', ...args])
      assert.match(out, /config\.json {2}configuration\n.*`rulez`.*\n\n1 error in the team's configuration\n$/, out)
      assert.equal(code, args[0] === 'empty/**/*.md' ? 2 : 1)
    }
    const both = await runCli(cwd, ['lint'])
    assert.match(both.out, /\n2 errors in the team's configuration\n$/)
    assert.equal((await runCli(join(cwd, 'empty'), ['lint', '--quiet'])).code, 1)
  })

  test('a config that cannot be read is one line and exit status 2', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/templates/binary.md': new Uint8Array([0, 1]),
      'a.md': decision(),
      'b.md': decision(),
    })
    await mkdir(join(cwd, '.design-docs/config.json'))
    const { code, out, err } = await runCli(cwd, ['lint'])
    assert.equal(code, 2)
    assert.equal(
      err,
      'design-docs: .design-docs/config.json is a folder\n' +
        'design-docs: .design-docs/templates/binary.md is a binary file\n',
    )
    assert.match(out, /^2 files, 2 design documents/m)
  })
})
