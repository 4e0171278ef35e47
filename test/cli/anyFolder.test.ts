import assert from 'node:assert/strict'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { createFolder, runCli } from './util/runCli.ts'

const record =
  '# Green tea\n\n**Status:** Superseded by ADR-9 · **Date:** 2026-02-03\n\n## Context and Problem Statement\n\nThe crew asks for it.\n\n## Considered Options\n\n- Green\n- Black\n\n## Decision Outcome\n\nChosen option: Green, for it is light.\n'

suite('from whichever folder the program is started', () => {
  const folders = ['.', 'docs', 'docs/decisions']
  for (const where of ['docs/decisions/0001-tea.md', 'docs/decisions/0001-tea/README.md'])
    test(`type and findings are the same: ${where}`, async (context) => {
      const root = await createFolder(context, { [where]: record })
      const seen = []
      for (const folder of folders) {
        const { out } = await runCli(join(root, folder), ['lint', '--format', 'json', '.'])
        const { documents } = JSON.parse(out)
        assert.equal(documents.length, 1)
        const [{ documentType, status, messages }] = documents
        seen.push({ documentType, status, messages })
      }
      assert.equal(seen[0]?.documentType, 'adr-madr')
      assert.equal(seen[0]?.status, 'Superseded')
      assert.deepEqual(seen[1], seen[0])
      assert.deepEqual(seen[2], seen[0])
    })

  test('a template among the decision records is not recognised as one', async (context) => {
    const root = await createFolder(context, { 'docs/adr/template.md': record, 'docs/adr/0001-tea.md': record })
    const { out } = await runCli(root, ['lint', '--format', 'json', '.'])
    const documents: readonly Readonly<Record<string, unknown>>[] = JSON.parse(out).documents
    const types = documents.map(({ path, documentType }) => `${path} ${documentType}`)
    assert.deepEqual(types.toSorted(), ['docs/adr/0001-tea.md adr-madr', 'docs/adr/template.md null'])
  })

  test('documents excluded by front matter, by type or by ignored globs get no findings', async (context) => {
    const root = await createFolder(context, {
      '.design-docs/config.json': '{ "types": { "a/adr/*.md": "none" }, "ignore": ["b/adr/*.md"] }',
      'a/adr/0001-tea.md': record,
      'b/adr/0001-tea.md': record,
      'c/adr/0001-tea.md': `---\ndocumentType: none\n---\n${record}`,
      'd/adr/0001-tea.md': record,
    })
    const { out } = await runCli(root, ['lint', '--format', 'json', '.'])
    const documents: readonly Readonly<Record<string, unknown>>[] = JSON.parse(out).documents
    const reviewed = documents.filter(({ documentType }) => documentType !== null)
    assert.deepEqual(
      reviewed.map(({ path }) => path),
      ['d/adr/0001-tea.md'],
    )
    for (const { path, messages } of documents)
      assert.equal(Array.isArray(messages) && messages.length > 0, path === 'd/adr/0001-tea.md', String(path))
  })

  test('the index lists the same records, with dates as YYYY-MM-DD', async (context) => {
    const root = await createFolder(context, {
      'docs/decisions/0001-tea.md': record.replace('2026-02-03', '2026-02-03 (after the second pot of the week)'),
      'docs/decisions/0002-cups/index.md': '# Cups\n\n- Status: accepted\n- Date: 3 March 2026\n',
      'docs/decisions/0000-template.md': record,
      'docs/decisions/README.md': '# Decisions\n\nStatus: live\n',
    })
    for (const folder of folders) {
      const { out } = await runCli(join(root, folder), ['adr', 'index', '.'])
      const rows = out.split('\n').slice(2, -1)
      assert.deepEqual(
        rows.map((row) => row.replace(/\]\([^)]*\)/g, ']')),
        ['| 1 | [Green tea] | Superseded | 2026-02-03 | ADR-9 |', '| 2 | [Cups] | accepted | 2026-03-03 | |'],
      )
    }
  })
})
