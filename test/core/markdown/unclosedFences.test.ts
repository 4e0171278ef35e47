import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { endsOfUnclosed } from '../../../src/core/markdown/unclosedFences.ts'
import { readModel } from '../../util/linting.ts'

/** The text that begins where a fence should have ended; none if all fences are closed or it cannot be known. */
const documents: Readonly<Record<string, readonly [text: string, ...ends: readonly string[]]>> = {
  'one that nothing closes': ['# A\n\n```sh\nls\n\n## B\n\nWords.\n', '## B'],
  'one of tildes': ['# A\n\n~~~\nls\n\n## B\n\n```\nx\n```\n', '## B'],
  'one that the next one would close': ['```mermaid\npie\n\n## B\n\n```mermaid\ngantt\n```\n', '## B'],
  'one without a word before one with': ['```\nls\n\n## B\n\n```sh\nx\n```\n\n## C\n', '## B'],
  'one among others without a word': ['```\na\n```\n\n## B\n\n```\nls\n\n## C\n\n```\nx\n```\n\n```\ny\n```\n', '## C'],
  'one before a sentence': ['```mermaid\npie\n\nThe parcels go to the depot by van.\n\n## B\n', 'The parcels'],
  'one before a table': ['```mermaid\npie\n\n| a | b |\n|---|---|\n\n## B\n', '| a | b |'],
  'a heading of the first rank in what has no such comments': ['```json\n{}\n\n# B\n', '# B'],
  'two of them': ['```sh\nls\n\n## B\n\n```sh\nls\n\n## C\n\n```sh\nls\n```\n', '## B', '## C'],
  'lines that end as on Windows': ['```sh\r\nls\r\n\r\n## B\r\n', '## B'],
  'front matter before it': ['---\na: b\n---\n\n```sh\nls\n\n## B\n', '## B'],
  'one after a list with a fence that ends with the list': ['- a\n  ```sh\n  ls\n- b\n\n```sh\nls\n\n## B\n', '## B'],
  'comments in a script': ['```sh\n# one\n\n# two\nls\n```\n\n## B\n'],
  'a heading in a script that is closed': ['```sh\nls\n\n## two\nls\n```\n\n## B\n'],
  'Markdown that is shown': ['```md\n# A\n\n## B\n```\n\n## C\n'],
  'Markdown with a fence in it': ['````md\n## A\n\n```sh\nls\n```\n\n## B\n````\n'],
  'Markdown that its inner fence closes': ['```md\n## A\n\n```sh\nls\n```\n'],
  'fences in a list': ['1. One\n\n   ```sh\n   ls\n   ```\n\n2. Two\n\n   ```sh\n   ls\n   ```\n\n## B\n'],
  'backticks within a line': ['Write ``` to open one, and ~~~ as well.\n\n## B\n'],
  'backticks far to the right': [`## A\n\n${' '.repeat(40)}\`\`\`\n\n## B\n`],
  'a fence behind the mark of a list': ['- ```sh\n  ls\n\n  ## B\n  ```\n\n## C\n'],
  'one in a comment': ['<!--\n```sh\n-->\n\n## B\n'],
  'code that goes to the end': ['## A\n\n```sh\nls\n'],
}

describe('unclosed fences', () => {
  for (const [name, [text, ...ends]] of Object.entries(documents))
    it(name, () => {
      const found = endsOfUnclosed(text)
      assert.deepEqual(
        found.map((end, index) => text.slice(end, end + (ends[index]?.length ?? 40))),
        ends,
      )
    })

  it('do not swallow the sections, diagrams and tables after them', () => {
    const { sections, diagrams, unclosed, text } = readModel(
      '# A\n\n```mermaid\npie\n\n## B\n\nWords.\n\n```mermaid\ngantt\n```\n\n## C\n\n| a |\n|---|\n| b |\n',
    )
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['A', 'B', 'C'],
    )
    assert.deepEqual(
      diagrams.map(({ source }) => source.trim()),
      ['pie', 'gantt'],
    )
    assert.deepEqual(
      unclosed.map(({ start, marker }) => [text.slice(start, start + 10), marker]),
      [['```mermaid', '```']],
    )
  })
})
