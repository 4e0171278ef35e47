import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Section } from '../../../src/core/document/document.ts'
import { insertMissing } from '../../../src/core/document/sections.ts'
import { styleOf } from '../../../src/core/document/writingStyle.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { fitSnippet } from '../../../src/core/template/fit.ts'
import { loadTemplate, readModel, readQuickly, types } from '../../util/linting.ts'

const fit = (snippet: string, text: string, depth?: number) =>
  fitSnippet(snippet, readModel(text), { at: text.length, ...(depth !== undefined && { depth }) })

const { type } = loadTemplate(
  '---\ndocumentType: t\n---\n# T: ${1:x}\n\n## A\n\n- ${2:a}\n  - **b**\n\n## B\n\n1. ${3:b}\n\n### B1\n\nc\n\n## C\n\n*d*\n',
  't',
)
assert.ok(type)
const complete = (text: string) => applyEdits(text, insertMissing(readModel(text), type))

test('a document without a style of its own leaves a template unchanged', () => {
  const snippet = '## A\n\n* a\n- b\n\n1) c\n\n_d_ __e__\n'
  assert.equal(fit(snippet, ''), snippet)
  assert.equal(fit(snippet, '# Title\n\nText.\n'), snippet)
  assert.deepEqual(styleOf(readModel('')), { lineBreak: '\n', usesTabs: false, underlines: false })
})

test('bullets, delimiters and emphasis are those that the document uses most', () => {
  const text = '# T\n\n* a\n* b\n\ntext\n\n- c\n\n1) d\n\n_e_ and __f__\n'
  assert.equal(
    fit('- ${1:a - b}\n- **${2:b}** is *c*, 2*3*4\n\n1. ${3:c}\n2. d\n', text),
    '* ${1:a - b}\n* __${2:b}__ is _c_, 2*3*4\n\n1) ${3:c}\n2) d\n',
  )
})

test('code, choices, tables and placeholders stay unchanged', () => {
  const text = '# T\n\n* a\n\n_e_ and __f__\n'
  const snippet =
    '${1|- x,* y|}\n\n| a | b |\n| --- | --- |\n| ${2|High,Low|} | ${3:[x]} |\n\n```yaml\n- a\n- **b**\n```\n\n`- *x*` \\$5\n'
  assert.equal(fit(snippet, text), snippet)
})

test('nested lists are indented with tabs where the document does so', () => {
  const text = '# T\n\n- a\n\t- b\n'
  assert.equal(
    fit('- a\n  - b\n    more\n    - c\n\n      ```ts\n        x\n      ```\n', text),
    '- a\n\t- b\n\t\tmore\n\t\t- c\n\n\t\t\t```ts\n\t\t\t  x\n\t\t\t```\n',
  )
  assert.equal(fit('1. a\n   - b\n', text), '1. a\n\t- b\n')
})

test('headings are shifted to the requested depth, six at most', () => {
  assert.equal(fit('## A\n\n### B\n\n```\n## code\n```\n', '', 4), '#### A\n\n##### B\n\n```\n## code\n```\n')
  assert.equal(fit('## A\n\n#### B\n', '', 6), '###### A\n\n###### B\n')
})

test('headings are underlined where the document underlines all it can', () => {
  const text = 'T: x\n====\n\nA\n-\n\n### Deep\n'
  assert.equal(fit('## ${1:Name} of it\n\n### B\n', text), '${1:Name} of it\n----------\n\n### B\n')
  assert.equal(fit('## A\n', '# T\n\nA\n---\n'), '## A\n')
  assert.equal(fit('## - odd\n', text), '## - odd\n')
})

test('section numbers continue those of the neighbours', () => {
  assert.match(complete('# T: x\n\n## 1. A\n\na\n\n## 3. C\n\nc\n'), /## 2\. B\n/)
  assert.match(complete('# T: x\n\n## 1) A\n\na\n'), /## 2\) B\n[\s\S]+\n## 3\) C\n/)
  assert.match(complete('# T: x\n\n## 4 A\n\n### 4.1 Part\n\na\n'), /## 5 B\n[\s\S]+\n### 5\.1 B1\n[\s\S]+\n## 6 C\n/)
  assert.match(complete('# T: x\n\n## Section 1: A\n\na\n'), /## Section 2: B\n/)
  assert.match(complete('# T: x\n\n## A\n\na\n'), /## B\n/)
})

test('a numbered template loses its numbers where the document’s headings have none', () => {
  assert.equal(fit('## 5. A\n\n### 5.1 B\n', '# T\n\n## X\n\n### Y\n'), '## A\n\n### B\n')
  assert.equal(fit('## 5. A\n', '# T\n'), '## 5. A\n')
})

test('every required section of a shipped type is inserted again with its own heading', () => {
  for (const each of types) {
    // As in a new document, which has none of the sections that are only offered.
    const isOffered = ({ key }: Section) => each.sections.some(({ isOffered, keys }) => isOffered && keys[0] === key)
    const text = each.document.sections
      .filter(isOffered)
      .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), each.document.text)
    const document = readQuickly(text)
    for (const section of document.sections) {
      const spec = each.sections.find(({ keys, depth }) => keys[0] === section.key && depth === section.depth)
      if (!spec?.isRequired || section === document.title) continue
      const heading = text.slice(section.start, text.indexOf('\n', section.start))
      const without = text.slice(0, section.start) + text.slice(section.end)
      const whole = applyEdits(without, insertMissing(readQuickly(without), each))
      assert.ok(whole.split('\n').includes(heading), `${each.id}: ${heading}`)
    }
  }
})

test('line ends are those of most lines, and a hostile snippet does not throw', () => {
  assert.doesNotMatch(complete('# T: x\r\n\r\n## A\r\n\r\n* a\r\n'), /(?<!\r)\n/)
  assert.doesNotMatch(complete('# T: x\n\n## A\r\n\na\n'), /C\r\n/)
  for (const hostile of ['${1:', '- '.repeat(3000), '${1:*'.repeat(500), '> '.repeat(500), '#'.repeat(5000)])
    assert.equal(typeof fit(hostile, '# T\n\n* a\n\t* b\n\n_c_\n', 3), 'string')
})
