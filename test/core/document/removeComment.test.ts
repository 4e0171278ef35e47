import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeComment } from '../../../src/core/document/removeComment.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { readModel } from '../../util/linting.ts'

/** The text without its first comment; undefined if the comment has to stay. */
const without = (text: string) => {
  const document = readModel(text)
  const [comment] = document.comments
  const edit = comment && removeComment(document, comment)
  return edit && applyEdits(text, [edit])
}

test('a comment is removed with its line and one of two blank lines', () => {
  assert.equal(without('<!-- c -->\n\n# Title\n'), '# Title\n')
  assert.equal(without('# Title\n\n<!-- c -->\n\nText\n'), '# Title\n\nText\n')
  assert.equal(without('# Title\r\n\r\n<!-- c\r\nc -->\r\nText'), '# Title\r\n\r\nText')
  assert.equal(without('Text\n\n<!-- c -->\n'), 'Text\n')
  assert.equal(without('<!-- c -->'), '')
  assert.equal(without('- a\n  <!-- c -->\n- b\n'), '- a\n- b\n')
  assert.equal(without('## Title\n<!-- c -->\nText\n'), '## Title\nText\n')
  assert.equal(without('## Title\n<!-- c -->\n<!-- d -->\n'), '## Title\n<!-- d -->\n')
})

test('a comment within a line is removed with the space before it', () => {
  assert.equal(without('Some <!-- c --> words'), 'Some words')
  assert.equal(without('Some words <!-- c -->\nand more'), 'Some words\nand more')
  assert.equal(without('A break <!-- c -->  \nhere'), 'A break  \nhere')
})

test('blocks that the comment keeps apart stay apart', () => {
  assert.equal(without('One\n<!-- c -->\ntwo'), 'One\n\ntwo')
  assert.equal(without('- one\n\n<!-- c -->\n\n- two'), '- one\n\n<!-- -->\n\n- two')
  assert.equal(without('> one\n> <!-- c -->\n> two'), '> one\n> \n> two')
  assert.equal(without('- one\n\n<!-- c -->\n\n    code'), '- one\n\n<!-- -->\n\n    code')
})

test('a comment is kept where its list item or HTML block depends on it', () => {
  assert.equal(without('- <!-- c -->\n\n  text'), undefined)
  assert.equal(without('<!-- c --> **text**'), undefined)
  assert.equal(without('<div>\n<!-- c -->\n</div>'), undefined)
})
