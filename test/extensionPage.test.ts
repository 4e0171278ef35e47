import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extensionPage } from '../build/extensionPage.ts'

const readme = `# Tea

![A cup](media/cup.png)

See [the docs](docs/tea.md#hot), [below](#below), [others](https://example.org) and \`[no link](a.md)\`.
`
const page = (repository?: string | { url: string }) => extensionPage(readme, repository, (path) => Buffer.from(path))

test('images are embedded, and without a repository a link to a file becomes its text', () => {
  const cup = Buffer.from('media/cup.png').toString('base64')
  assert.equal(
    page(),
    `# Tea\n\n![A cup](data:image/png;base64,${cup})\n\nSee the docs, [below](#below), [others](https://example.org) and \`[no link](a.md)\`.\n`,
  )
})

test('with a repository a link to a file leads there', () => {
  for (const repository of ['https://example.org/tea', { url: 'git+https://example.org/tea.git' }])
    assert.match(page(repository), /\[the docs\]\(https:\/\/example\.org\/tea\/blob\/HEAD\/docs\/tea\.md#hot\)/)
})
