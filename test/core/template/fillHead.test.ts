import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFrontmatter } from '../../../src/core/markdown/frontmatter.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { fillTitle, withDocumentType } from '../../../src/core/template/naming.ts'
import { parseSnippet } from '../../../src/core/template/snippet.ts'
import { parseTemplate } from '../../../src/core/template/template.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'
import { resolve, today } from '../../util/linting.ts'

/** The front matter of a new document that is created from a team's template. */
const created = (template: string, title = 'Queues: why, and when?') => {
  const { snippet } = parseTemplate(template, 'spec', syntaxes, { resolve, isOfTeam: true, title: 'Spec' })
  const { text } = parseSnippet(fillTitle(snippet.source, title, undefined), resolve)
  return { text, data: readFrontmatter(createParser().parse(text)).data }
}

const rest = '\n\n# <title>\n\n## Plan\n\n<how we get there>\n'

describe('the front matter of a new document', () => {
  for (const [name, head] of Object.entries({
    placeholders: 'title: <title>\ncreated: YYYY-MM-DD',
    'nothing at all': 'title:\ncreated:',
    quotes: 'title: "<title>"\ncreated: \'YYYY-MM-DD\'',
    'another name for the date': 'title: <title>\nlast-updated: yyyy-mm-dd\ncreated: ',
  }))
    for (const title of ['Queues: why, and when?', '"Now" # or never', "It's", '42', '- a', 'Plain words', '$5 \\ {x}'])
      it(`has title and date in place of ${name}: ${title}`, () => {
        const { data, text } = created(`---\n${head}\nstatus: draft\n---${rest}`, title)
        assert.deepEqual([data['title'], data['created'], data['status']], [title, today, 'draft'])
        assert.ok(text.includes(`# ${title}\n`))
      })

  it('may be TOML or stand below a comment', () => {
    assert.equal(created(`+++\ntitle = ""\nx = 1\n+++${rest}`).data['title'], 'Queues: why, and when?')
    assert.equal(
      created(`<!-- ours -->\n---\ntitle: <title>\nid: x\n---${rest}`).data['title'],
      'Queues: why, and when?',
    )
  })

  it('keeps other values, and dates of later events', () => {
    const { data } = created(`---\ntitle: Template of ours\napproved: YYYY-MM-DD\ndate: 2020-01-01\nx: ''\n---${rest}`)
    assert.deepEqual({ ...data }, { title: 'Template of ours', approved: 'YYYY-MM-DD', date: '2020-01-01', x: '' })
  })

  it('leaves a date to the author if its label says more than “Date”', () => {
    const { text } = created(
      `# <title>\n\n- **Date:** YYYY-MM-DD\n- **Date of approval:** YYYY-MM-DD\n\n## Plan\n\n<how>\n`,
    )
    assert.ok(text.includes(`- **Date:** ${today}\n- **Date of approval:** YYYY-MM-DD\n`), text)
  })

  it('declares its type in its own syntax', () => {
    assert.equal(withDocumentType('+++\r\na = 1\r\n+++\r\n', 'x'), '+++\r\ndocumentType = "x"\r\na = 1\r\n+++\r\n')
    assert.equal(withDocumentType('<!-- c -->\n---\na: 1\n---\n', 'x'), '<!-- c -->\n---\ndocumentType: x\na: 1\n---\n')
    assert.equal(withDocumentType('# A\n', 'x'), '---\ndocumentType: x\n---\n\n# A\n')
  })
})
