import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { createFolder, runCli } from './util/runCli.ts'

suite('new', () => {
  test('creates a document that is recognised as its type, and prints its path', async (context) => {
    const cwd = await createFolder(context, {})
    const { code, out, err } = await runCli(cwd, ['new', 'system-design', 'docs/deep', '--title', 'Payment Gateway'])
    assert.deepEqual([code, out, err], [0, 'docs/deep/payment-gateway.md\n', ''])
    const text = await readFile(join(cwd, 'docs/deep/payment-gateway.md'), 'utf8')
    assert.match(text, /^# System Design: Payment Gateway\n/)
    assert.doesNotMatch(text, /\$\{|\$0|<!--section/)
    assert.match(text, /^\[.+\]$/m)
    assert.match((await runCli(cwd, ['lint', '--verbose', 'docs'])).out, /system-design/)
  })

  for (const [type, title] of [
    ['adr', /^# ADR-0042: Use a queue\n\n- \*\*Status:\*\* Proposed\n- \*\*Date:\*\* \d{4}-\d\d-\d\d\n/],
    ['adr-nygard', /^# 42\. Use a queue\n\nDate: \d{4}-\d\d-\d\d\n/],
    ['adr-madr', /^---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n[\s\S]*\n---\n# Use a queue\n/],
  ] as const)
    test(`gives a decision the next number: ${type}`, async (context) => {
      const cwd = await createFolder(context, { 'adr/0041-before.md': '# 41. Before\n' })
      const { out } = await runCli(cwd, ['new', type, 'adr', '--title', 'Use a queue'])
      assert.equal(out, 'adr/0042-use-a-queue.md\n')
      assert.match(await readFile(join(cwd, 'adr/0042-use-a-queue.md'), 'utf8'), title)
      assert.match(
        (await runCli(cwd, ['lint', '--verbose', 'adr/0042-use-a-queue.md'])).out,
        new RegExp(`\\b${type}\\b`),
      )
    })

  test('--language writes the document in another language, and findings use its headings', async (context) => {
    const cwd = await createFolder(context, {})
    const { code, out } = await runCli(cwd, ['new', 'one-pager', '--title', 'Liegeplätze', '--language', 'de'])
    assert.equal(code, 0)
    const text = await readFile(join(cwd, out.trim()), 'utf8')
    assert.match(text, /^# One-Pager: Liegeplätze\n[\s\S]*\n## Ausgangslage\n<!-- Ein Absatz/m)
    await writeFile(join(cwd, out.trim()), text.replace(/## Vorschlag[\s\S]*(?=## Erfolg)/, ''))
    assert.match((await runCli(cwd, ['lint', '.'])).out, /No section `Vorschlag`, expected after `Ausgangslage`/)
  })

  test('lists the available languages if --language is unknown, and writes nothing', async (context) => {
    const cwd = await createFolder(context, { '.design-docs/templates/note.md': '# Note: [Topic]\n\n## Context\n' })
    const failed = async (...args: string[]) => (await runCli(cwd, ['new', ...args])).err.split('\n', 1)[0]
    assert.equal(
      await failed('adr', '--language', 'fr'),
      'design-docs: Unknown language `fr`: choose `en`, `de` or `zh-cn`',
    )
    assert.equal(await failed('note', '--language', 'de'), 'design-docs: The template `note` is not available in `de`')
    assert.deepEqual(await readdir(cwd), ['.design-docs'])
  })

  test('names a decision by date if its neighbours are, without a number in its title', async (context) => {
    const cwd = await createFolder(context, { 'adr/20250102-before.md': '# Before\n' })
    const { out } = await runCli(cwd, ['new', 'adr-nygard', 'adr', '--title', 'Use a queue'])
    assert.match(out, /^adr\/20\d{6}-use-a-queue\.md\n$/)
    assert.match(await readFile(join(cwd, out.trim()), 'utf8'), /^(?:---\n[^#]*---\n\n)?# Use a queue\n/)
  })

  test('creates a decision as a README.md in its own folder if its neighbours have that form', async (context) => {
    const cwd = await createFolder(context, { 'adr/0001-before/README.md': '# 1. Before\n' })
    const { out } = await runCli(cwd, ['new', 'adr-nygard', 'adr', '--title', 'Use a queue'])
    assert.equal(out, 'adr/0002-use-a-queue/README.md\n')
    assert.match(await readFile(join(cwd, out.trim()), 'utf8'), /# 2\. Use a queue\n/)
  })

  test('uses a given file name, and the number in it', async (context) => {
    const cwd = await createFolder(context, {})
    assert.equal((await runCli(cwd, ['new', 'adr', 'docs/adr-009-q.md'])).out, 'docs/adr-009-q.md\n')
    assert.match(await readFile(join(cwd, 'docs/adr-009-q.md'), 'utf8'), /^# ADR-009: \[Short title/)
    assert.equal((await runCli(cwd, ['new', 'adr', 'docs'])).out, 'docs/adr-010-adr.md\n')
  })

  test('does not create a folder for a name that looks like a file’s', async (context) => {
    const cwd = await createFolder(context, {})
    const { code, err } = await runCli(cwd, ['new', 'adr', 'docs/queue.txt'])
    assert.deepEqual(
      [code, err],
      [2, 'design-docs: `docs/queue.txt` is neither a folder nor a file name that ends in `.md`\n'],
    )
    assert.deepEqual(await readdir(cwd), [])
    assert.equal((await runCli(cwd, ['new', 'adr', 'v1.2'])).code, 0)
  })

  test('uses the team’s templates, and adds documentType if nothing else identifies the type', async (context) => {
    const template =
      '---\ntitle: Runbook\n---\n---\nowner: ${1:[team]}\n---\n# ${2:What breaks}\n\n## Cure\n\n${3:text}\n'
    const cwd = await createFolder(context, { '.design-docs/templates/runbook.md': template })
    assert.equal((await runCli(cwd, ['new', 'runbook', '--title', 'Queue is full'])).out, 'queue-is-full.md\n')
    assert.equal(
      await readFile(join(cwd, 'queue-is-full.md'), 'utf8'),
      '---\ndocumentType: runbook\nowner: [team]\n---\n# Queue is full\n\n## Cure\n\ntext\n',
    )
  })

  test('a document from a team’s copy of a built-in template does not begin with blank lines', async (context) => {
    const cwd = await createFolder(context, { 'docs/adr/x.txt': '' })
    const made = await runCli(cwd, ['new', 'adr', '.design-docs/templates/adr.md'])
    assert.equal(made.code, 0, made.err)
    assert.match(await readFile(join(cwd, '.design-docs/templates/adr.md'), 'utf8'), /^---\n.*\n---\n\n# ADR/)
    assert.equal((await runCli(cwd, ['new', 'adr', 'docs/adr', '--title', 'Use a queue'])).code, 0)
    assert.match(await readFile(join(cwd, 'docs/adr/0001-use-a-queue.md'), 'utf8'), /^# ADR/)
  })

  test('never overwrites a file, and says in one line what prevents it', async (context) => {
    const cwd = await createFolder(context, { 'mine.md': 'mine', 'docs/shop.md': 'mine', file: 'mine' })
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['adr', 'mine.md'], /^design-docs: mine\.md already exists\n$/],
      [['adr', 'file'], /^design-docs: file\/0001-adr\.md cannot be created: a file is where its folder would be\n$/],
      [['adr', 'file/deep/a.md'], /^design-docs: file\/deep\/a\.md cannot be created: a file is/],
      [['nope'], /^design-docs: Unknown document type `nope`: choose .*`adr`/],
      [[], /^design-docs: Name a type/],
      [['adr', 'a', 'b'], /^design-docs: Unexpected `b`: give the title with `--title`\n$/],
      [['adr', `${'x'.repeat(300)}.md`], /cannot be created: the name is too long\n$/],
    ]
    for (const [args, reason] of wrong) {
      const { code, out, err } = await runCli(cwd, ['new', ...args])
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, reason)
    }
    assert.equal((await runCli(cwd, ['new', 'system-design', 'docs', '--title', 'Shop'])).out, 'docs/shop-2.md\n')
    assert.equal(await readFile(join(cwd, 'docs/shop.md'), 'utf8'), 'mine')
    assert.equal(await readFile(join(cwd, 'mine.md'), 'utf8'), 'mine')
  })

  test('writes no file outside the folder, whatever the title contains', async (context) => {
    const cwd = await createFolder(context, {})
    await mkdir(join(cwd, 'docs'))
    await runCli(cwd, ['new', 'system-design', 'docs', '--title', '../../${1:x}\n`x`'])
    assert.deepEqual(await readdir(cwd), ['docs'])
    const [name = ''] = await readdir(join(cwd, 'docs'))
    assert.match(await readFile(join(cwd, 'docs', name), 'utf8'), /^# System Design: \.\.\/\.\.\/\$\{1:x\} `x`\n/)
  })
})
