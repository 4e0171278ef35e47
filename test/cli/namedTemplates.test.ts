import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { templates as builtIn, engines, rules } from '../../src/cli/builtIn.ts'
import { createWorkspace } from '../../src/core/lint/workspace.ts'
import { findTemplateFiles, namedTemplates, templateTest } from '../../src/core/template/files.ts'
import { nameTemplate } from '../../src/core/template/names.ts'
import { createFolder, runCli } from './util/runCli.ts'

const plain =
  '# RFC 0000: {title}\n\n## Summary\n\n{what changes}\n\n## Drawbacks\n\nWhy should we not do this at all?\n'

suite('templates that the config names', () => {
  test('are document types on the command line, and are not linted as documents', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/config.json': '{ "templates": ["./docs/rfcs/0000-template.md", "docs/*/none-*.md", "../up.md"] }',
      'docs/rfcs/0000-template.md': `\uFEFF${plain.replaceAll('\n', '\r\n')}`,
      'docs/rfcs/0001-queue.md': '# RFC 0001: Queue\n\n## Summary\n\nA queue.\n',
      'docs/rfcs/README.md': '# RFCs\n\nText.\n',
    })
    const { code, out, err } = await runCli(cwd, ['lint', '--format', 'json'])
    assert.equal(err, '')
    assert.equal(code, 1)
    const { documents } = JSON.parse(out) as {
      documents: { path: string; documentType: string | null; messages: { message: string; column: number }[] }[]
    }
    assert.deepEqual(
      documents.map(({ path, documentType, messages }) => [path, documentType, messages.map(({ message }) => message)]),
      [
        [
          '.design-docs/config.json',
          null,
          [
            'No Markdown file matches `docs/*/none-*.md`',
            'Unexpected path `../up.md`, expected one inside the folder that contains `.design-docs`',
          ],
        ],
        ['docs/rfcs/0001-queue.md', '0000-template', ['No section `Drawbacks`, expected after `Summary`']],
        ['docs/rfcs/README.md', null, []],
      ].toSorted(
        (a, b) => documents.findIndex(({ path }) => path === a[0]) - documents.findIndex(({ path }) => path === b[0]),
      ),
    )
  })

  test('are searched for only in folders that their globs can match', async () => {
    const files = ['docs/a/x-template.md', 'docs/a/b/y-template.md', 'docs/z.md', 'keps/NNNN/README.md', 'notes/t.txt']
    const asked: string[] = []
    const list = async (folder: string) => {
      asked.push(folder)
      const start = folder === '' ? '' : `${folder}/`
      const rests = files.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length).split('/'))
      return [...new Set(rests.map(([name = '']) => name))].map((name) => ({
        name,
        isFolder: rests.some(([first, ...more]) => first === name && more.length > 0),
      }))
    }
    const find = async (...globs: string[]) => {
      asked.length = 0
      return findTemplateFiles(globs, list)
    }
    assert.deepEqual(await find('docs/*/*-template.md'), ['docs/a/x-template.md'])
    assert.deepEqual(asked, ['.design-docs/templates', 'docs', 'docs/a'])
    assert.deepEqual(await find('docs/**/*-template.md', 'keps/NNNN/README.md'), [
      'docs/a/b/y-template.md',
      'docs/a/x-template.md',
      'keps/NNNN/README.md',
    ])
    assert.deepEqual(await find('none/x.md', 'notes/*'), [])
    assert.ok(templateTest('a/[x](y).md')('a/[x](y).md'))
    for (const text of ['', '[', '{"templates": 1}', '{"templates": [1, "/a.md", "C:\\\\a.md", "a/../../b.md", ""]}'])
      assert.deepEqual(namedTemplates(text), [])
  })

  test('get an id, a title and a glob derived from their path', () => {
    const nameOf = (path: string) => {
      const { id, title, files } = nameTemplate(path)
      return [id, title, ...files]
    }
    assert.deepEqual(nameOf('docs/rfcs/0000-template.md'), ['0000-template', 'RFC', 'docs/rfcs/[0-9]*.md'])
    assert.deepEqual(nameOf('keps/NNNN-kep-template/README.md'), [
      'NNNN-kep-template',
      'KEP',
      'keps/**/[0-9]*/README.md',
    ])
    assert.deepEqual(nameOf('docs/adr/template.md'), ['adr-template', 'ADR', 'docs/adr/[0-9]*.md'])
    assert.deepEqual(nameOf('docs/design-doc_template.md'), ['design-doc_template', 'Design doc'])
    assert.deepEqual(nameOf('template.md'), ['template', ''])
    assert.deepEqual(nameOf('.design-docs/templates/run-book.md'), ['run-book', 'Run book'])
  })

  test('become two types if two folders have one of the same name', () => {
    const templates = ['a/rfcs', 'b/adrs'].map((folder) => ({ path: `${folder}/0000-template.md`, text: plain }))
    const { types, problems } = createWorkspace({ templates, builtIn, rules, engines })
    assert.deepEqual(problems, [])
    assert.deepEqual(
      types.filter(({ path }) => path).map(({ id, title }) => [id, title]),
      [
        ['0000-template', 'RFC'],
        ['adrs-0000-template', 'ADR'],
      ],
    )
  })
})
