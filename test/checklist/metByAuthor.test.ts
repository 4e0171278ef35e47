import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import { metCommentEdit, unmarkEdit } from '../../src/checklist/metComment.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { documentOf, review } from './review.ts'

describe('an item with a design-docs-met comment', () => {
  it('is met, with the author’s reason, and with the comment as its evidence', () => {
    const text = '# Parcel design\n\n<!-- design-docs-met security -- by the gateway -->\n'
    const { status, reason, evidence } = review('security', text)
    assert.deepEqual({ status, reason }, { status: 'met', reason: 'Marked as met by the author: by the gateway.' })
    assert.equal(text.slice(evidence?.start, evidence?.end), '<!-- design-docs-met security -- by the gateway -->')
    assert.equal(review('monitoring', text).status, 'missing')
  })

  it('needs no reason, and ends a given one with exactly one full stop', () => {
    const reasonFor = (words: string) =>
      review('scaling', `# D\n\n<!-- design-docs-met cost-estimate, scaling${words} -->`).reason
    assert.equal(reasonFor(''), 'Marked as met by the author.')
    assert.equal(reasonFor(' -- it runs once a year.'), 'Marked as met by the author: it runs once a year.')
  })

  it('is not met by a comment in code or with a misspelt keyword', () => {
    assert.equal(review('security', '# D', '', '    <!-- design-docs-met security -->').status, 'missing')
    assert.equal(review('security', '# D', '', '<!-- design-docs-meet security -->').status, 'missing')
  })
})

describe('marking an item as met inserts the comment', () => {
  const mark = (text: string, reason: string) => {
    const document = documentOf(text)
    return applyEdits(text, [metCommentEdit(document, undefined, 'security', reason)])
  }

  for (const [title, text, marked] of [
    ['under the title', '# D\n\nText.\n', '# D\n\n<!-- design-docs-met security -- why -->\n\nText.\n'],
    [
      'below front matter',
      '---\na: b\n---\n\nText.\n',
      '---\na: b\n---\n\n<!-- design-docs-met security -- why -->\n\nText.\n',
    ],
    ['above everything else', 'Text.\r\n', '<!-- design-docs-met security -- why -->\r\n\r\nText.\r\n'],
  ] as const)
    it(title, () => {
      assert.equal(mark(text, 'why'), marked)
      assert.equal(review('security', marked).status, 'met')
    })

  it('so that removing the mark restores the text', () => {
    for (const text of ['# D\n\nText.\n', 'Text.\r\n', '# D\r\n\r\n## Security\r\n\r\nText.\r\n']) {
      const marked = mark(text, 'why')
      const edit = unmarkEdit(documentOf(marked), 'security')
      assert.ok(edit)
      assert.equal(applyEdits(marked, [edit]), text)
      assert.equal(unmarkEdit(documentOf(text), 'security'), undefined)
    }
  })

  it('but not if something else shares its line', () => {
    const text = '# D\n\n<!-- design-docs-met security --> <!-- x -->\n\nText.\n'
    assert.equal(review('security', text).status, 'met')
    assert.equal(unmarkEdit(documentOf(text), 'security'), undefined)
  })

  it('of which only the name is removed if it has others', () => {
    const text = '# D\n\n<!-- design-docs-met monitoring security -- why -->\n\nText.\n'
    const edit = unmarkEdit(documentOf(text), 'security')
    assert.ok(edit)
    assert.equal(applyEdits(text, [edit]), '# D\n\n<!-- design-docs-met monitoring -- why -->\n\nText.\n')
  })

  it('so that no reason can break out of it', () => {
    for (const reason of ['a --> b', 'a --!> b', '-- x --', 'two\nlines', '<!-- c -->', '-', '>', '->', '']) {
      const marked = mark('# D\n\nText.\n', reason)
      const items = reviewChecklist(documentOf(marked))
      assert.deepEqual(
        items.filter(({ status }) => status === 'met').map(({ id }) => id),
        ['security'],
        marked,
      )
      assert.equal(items.length, checklistIds.length)
      // No part of the reason is outside the comment.
      assert.deepEqual(documentOf(marked).prose.match(/\w+/g), ['D', 'Text'])
      assert.ok(marked.endsWith(' -->\n\nText.\n'))
    }
  })
})
