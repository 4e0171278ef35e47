import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinDocument } from '../../../src/core/template/joinDocument.ts'
import { parseSnippet } from '../../../src/core/template/snippet.ts'
import { readModel } from '../../util/linting.ts'

const plain = '# Note: ${1:x}\n\n## A\n'
const fronted = '---\nstatus: ${1|open,done|}\ntags:\n  - a\nowner: ${2:me}\n---\n# ${3:x}\n'

const join = (text: string, snippet: string) => joinDocument(readModel(text), snippet)

test('a document with at most a title becomes the template', () => {
  assert.equal(join('', plain), plain)
  assert.equal(join('# Orders\n\n', fronted), fronted)
})

test('front matter stays, and gets the keys that only the template has', () => {
  assert.equal(
    join('---\ntags: [b]\nprice: $5\n---\n# Orders\n', fronted),
    '---\ntags: [b]\nprice: \\$5\nstatus: ${1|open,done|}\nowner: ${2:me}\n---\n\n# ${3:x}\n',
  )
  assert.equal(join('---\na: 1\n---\n', plain), `---\na: 1\n---\n\n${plain}`)
  assert.equal(join('+++\na = 1\n+++\n', fronted), '+++\na = 1\n+++\n\n# ${3:x}\n')
})

test('comments stay, above the title and below front matter', () => {
  const comment = '<!-- ask ${USER} -->'
  assert.equal(parseSnippet(join(`# Orders\n\n${comment}\n`, plain)).text, `${comment}\n\n# Note: x\n\n## A\n`)
  assert.match(
    join(`${comment}\n`, fronted),
    /^---\nstatus: [^#]+\n---\n\n<!-- ask \\\$\{USER\\\} -->\n\n# \$\{3:x\}\n$/,
  )
})
