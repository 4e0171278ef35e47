import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readSilence, type Silence } from '../../../src/core/document/comments.ts'
import { disableFixes } from '../../../src/core/lint/disable.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { readModel, templates } from '../../util/linting.ts'
import { treeShape } from '../../util/treeShape.ts'

/** Each kind of block, alone and nested. */
const blocks = [
  'Some words\nin two lines.',
  'A hard break  \nand `code\nover lines`.',
  '## Heading',
  'Underlined\n----------',
  '```mermaid\nflowchart\n  a --> b\n```',
  '~~~~\ntext\n~~~~',
  '    indented\n    code',
  '| A | B |\n|---|---|\n| 1 | 2 |',
  'A | B\n--|--\n1 | 2',
  '- one\n- two\n  goes on\n- three',
  '* loose\n\n* list',
  '3. three\n4. four\n\n   with more',
  '10. ten\n11. eleven',
  '- [ ] to do\n- [x] done\n  and more',
  '- a\n  - b\n    - c\n  - d\n- e',
  '- a\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n- b',
  '- a\n  ```\n  code\n  ```\n- b',
  '- \n- after an empty one',
  '-\n  below its mark',
  '-   wide\n-   marks\n    go on',
  '> quoted\n> lines',
  '> lazy\nlines',
  '> - a\n> - b\n>   c',
  '- > quoted\n  > in a list\n- b',
  '> > twice\n> > quoted\n>\n> once',
  '> ```\n> code\n> ```',
  '<div>\nhtml\n</div>',
  '<!-- a comment\n     in two lines -->',
  '<details>\n\nshown on demand\n\n</details>',
  '[label]: https://example.org\n  "Title"',
  '[^note]: A footnote\n    goes on\n\nText[^note]',
  '***',
]

const texts = [
  ...blocks,
  ...blocks.map((block) => `# Title\n\nBefore.\n\n${block}\n\nAfter.\n`),
  // Without a blank line around it, this may be another kind of block.
  ...blocks.map((block) => `Before.\n${block}\nAfter.\n`),
  ...blocks.map((block) => `- before\n\n${block.replace(/^(?=.)/gm, '  ')}\n\n- after\n`),
  ...blocks.map((block) => `${block.replace(/^/gm, '> ')}\n\nAfter.\n`),
  ...blocks.map((block) => `---\ntitle: x\n---\n${block}\n`.replaceAll('\n', '\r\n')),
  '```\rcode\rmore\r```\r\rTwo\rlines.\r',
  ...templates.filter(({ type }) => type).map(({ document }) => document.text.slice(0, 1_200)),
]

const show = (text: string) => text.replaceAll('\r', '␍')

/** Offsets where something may be reported: the beginning of each line and of each word of three letters or more. */
const offsetsOf = (text: string) => {
  const lines = Array.from(text.matchAll(/^[ \t]*(?=\S)/gm), ({ index, 0: indent }) => index + indent.length)
  const words = Array.from(text.matchAll(/\p{L}{3,}/gu), ({ index }) => index)
  return [...new Set([...lines, ...words])].filter((offset) => offset > 0 || text !== '')
}

suite('the fixes that disable a rule', () => {
  let near = 0
  let all = 0
  for (const [index, text] of texts.entries())
    test(`text ${index + 1} keeps its structure, and that rule alone is silenced`, () => {
      const document = readModel(text)
      const before = treeShape(text, 'some-rule')
      const seen = new Map<string, Silence['silences']>()
      for (const offset of offsetsOf(text)) {
        const fixes = disableFixes(document, 'some-rule', offset)
        all++
        if (fixes.length > 1) near++
        for (const { edits, title } of fixes) {
          const edited = applyEdits(text, edits)
          const moved =
            offset + edits.reduce((sum, { start, newText }) => sum + (start <= offset ? newText.length : 0), 0)
          const what = `${title} at ${JSON.stringify(text.slice(offset, offset + 20))}:\n${show(edited)}`
          const known = seen.get(edited)
          if (!known) assert.deepEqual(treeShape(edited, 'some-rule'), before, what)
          const silences = known ?? readSilence(readModel(edited)).silences
          seen.set(edited, silences)
          assert.ok(silences({ id: 'some-rule', category: 'structure' }, { start: moved, end: moved }), what)
          assert.ok(!silences({ id: 'other', category: 'structure' }, { start: moved, end: moved }), what)
        }
      }
    })

  test('more than 90% of places have a fix besides the one for the whole file', () => {
    assert.ok(near > all * 0.9, `${near} of ${all}`)
  })
})

test('names in a disable comment have their places, also across lines of a quote', () => {
  const text = '> <!-- design-docs-disable one,\n> two\n> three -->\n'
  const names = readSilence(readModel(text)).comments.flatMap((comment) => comment.names)
  assert.deepEqual(
    names.map(({ start, end }) => text.slice(start, end)),
    ['one', 'two', 'three'],
  )
})

test('an enable comment with names excepts them from a disable comment without names', () => {
  const text = [
    '<!-- design-docs-disable -->\n\nA.',
    '<!-- design-docs-enable one two -->\n\nB.',
    '<!-- design-docs-disable-next-line -->\nC.',
    '<!-- design-docs-disable two -->\n\nD.',
    '<!-- design-docs-disable -->\n\nE.',
    '<!-- design-docs-enable -->\n\nF.\n',
  ].join('\n\n')
  const silence = readSilence(readModel(text))
  const silentFor = (id: string) =>
    [...'ABCDEF'].filter((sign) => {
      const start = text.indexOf(`${sign}.`)
      return silence.silences({ id, category: 'structure' }, { start, end: start + 1 })
    })
  assert.equal(silentFor('three').join(''), 'ABCDE')
  assert.equal(silentFor('one').join(''), 'ACE')
  assert.equal(silentFor('two').join(''), 'ACDE')
  assert.ok(
    silence.comments.every(
      (comment) => silence.isUsed(comment) || comment.names.every((name) => silence.isUsed(comment, name)),
    ),
  )
  const again = readSilence(
    readModel('<!-- design-docs-disable -->\n\n<!-- design-docs-enable one -->\n\n<!-- design-docs-enable one -->\n'),
  )
  assert.deepEqual(
    again.comments.slice(1).map((comment) => comment.names.map((name) => again.isUsed(comment, name))),
    [[true], [false]],
  )
})
