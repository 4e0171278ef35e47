import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createDocument } from '../../../src/core/document/document.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { declareType } from '../../../src/core/template/declareType.ts'

const read = (text: string) => createDocument(createParser().parse(text), [])

function declare(text: string, id = 'rfc'): string | undefined {
  const edit = declareType(read(text), id)
  const written = edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end)
  if (written !== undefined) assert.equal(read(written).frontmatter.data['documentType'], id, written)
  return written
}

suite('naming the type of a document in its front matter', () => {
  test('adds front matter where there is none', () => {
    assert.equal(declare('# Queue\n'), '---\ndocumentType: rfc\n---\n\n# Queue\n')
    assert.equal(declare('# Queue\r\n\r\nText\r\n'), '---\r\ndocumentType: rfc\r\n---\r\n\r\n# Queue\r\n\r\nText\r\n')
    assert.equal(
      declare('---\n\n# A rule, and no front matter\n'),
      '---\ndocumentType: rfc\n---\n\n---\n\n# A rule, and no front matter\n',
    )
  })

  test('adds to the front matter that is there, in YAML and in TOML', () => {
    assert.equal(declare('---\ntitle: Queue\n---\n# Queue\n'), '---\ndocumentType: rfc\ntitle: Queue\n---\n# Queue\n')
    assert.equal(declare('---\n# nothing yet\n---\n'), '---\ndocumentType: rfc\n# nothing yet\n---\n')
    assert.equal(
      declare('+++\ntitle = "Queue"\n[extra]\na = 1\n+++\n# Queue\n'),
      '+++\ndocumentType = "rfc"\ntitle = "Queue"\n[extra]\na = 1\n+++\n# Queue\n',
    )
  })

  test('replaces the type that is there', () => {
    assert.equal(declare('---\ndocumentType: "adr" # ours\n---\n'), '---\ndocumentType: rfc # ours\n---\n')
    assert.equal(declare('---\ndocumentType:\ntitle: x\n---\n'), '---\ndocumentType: rfc\ntitle: x\n---\n')
    assert.equal(declare("+++\ndocumentType = 'adr' # x\n+++\n"), '+++\ndocumentType = "rfc" # x\n+++\n')
    assert.equal(declare('+++\ndocumentType = 7\n+++\n'), '+++\ndocumentType = "rfc"\n+++\n')
  })

  test('quotes an ID that YAML would read as another value', () => {
    assert.equal(declare('', '0042'), '---\ndocumentType: "0042"\n---\n\n')
    assert.equal(declare('', 'no'), '---\ndocumentType: "no"\n---\n\n')
    assert.equal(declare('', 'a: b'), '---\ndocumentType: "a: b"\n---\n\n')
    assert.equal(declare('', 'none'), '---\ndocumentType: none\n---\n\n')
  })

  test('leaves front matter alone that the edit would break', () => {
    for (const text of ['---\na: "x\n---\n', '---\n- a\n---\n', '---\n{ a: 1 }\n---\n'])
      assert.equal(declare(text), undefined)
  })
})
