import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCuts } from '../../../src/core/markdown/cuts.ts'
import { shareCuts } from '../../../src/core/markdown/sharedCuts.ts'
import { attacks } from '../../util/attacks.ts'
import { random } from '../../util/random.ts'
import { edited, start } from './edits.ts'

test('the cuts of every attack text are in order and leave nothing out', () => {
  for (const { name, text } of attacks) {
    const source = text(150_000)
    const { at, costs } = findCuts(source)
    assert.equal(at.length, costs.length + 1, name)
    assert.ok(
      at.every((offset, index) => index === 0 || offset > (at[index - 1] ?? 0)),
      name,
    )
    assert.equal(at.at(-1), source.length, name)
  }
})

test('the cuts of an edited text, found with the help of those before, are the same as without', () => {
  const next = random(11)
  const filler = `${'Some words of a paragraph that takes a line.\n\n'.repeat(250)}\`\`\`\n${'code\n'.repeat(2_500)}\`\`\`\n`
  for (let round = 0; round < 12; round++) {
    let text = start + filler + start.replaceAll('\n', '\r\n') + filler + start
    let cuts = findCuts(text)
    for (let edit = 0; edit < 60; edit++) {
      // A long line is a slice of its own, and what follows it is cut elsewhere.
      const words = next() < 0.03 ? 'words '.repeat(16_000) : ''
      const middle = text.length >> 1
      const changed = edited(text.slice(0, middle) + words + text.slice(middle), next)
      const found = findCuts(changed, { text, cuts })
      assert.deepEqual(found, findCuts(changed), `round ${round}, edit ${edit}`)
      text = changed
      cuts = found
    }
  }
})

/** Edits: the text before the place, what is removed there, what is inserted, and the text after. */
const edits: Readonly<Record<string, readonly [before: string, removed: string, inserted: string, after: string]>> = {
  'a blank line above a heading': ['# A\n\n# B\n\nx\n', '', '\n', '# C\n\ny\n\n# D\n'],
  'a heading that is none any more': ['# A\n\n# B\n\n#', '', 'x', ' C\n\ny\n\n# D\n'],
  'a heading that costs more': ['# A\n\n# B\n\n# ', 'C', '[', '\n\ny\n\n# D\n'],
  'front matter that is closed': ['---\na: b\n\n# A\n\n# B\n\n# C\n\n', '', '---\n', '\n# D\n\n# E\n'],
  'front matter that is not closed any more': ['---\na: b\n\n# A\n', '---\n', '', '\n# D\n\n# E\n'],
  'a fence that takes in the headings below': ['# A\n\n# B\n\n', '', '```\n', 'y\n\n# D\n\n```\n\n# E\n'],
  'the first line': ['', '# A\n\n', '', '# B\n\nx\n\n# C\n'],
}

for (const [name, [before, removed, inserted, after]] of Object.entries(edits))
  test(`the cuts after an edit are those of a new text: ${name}`, () => {
    const text = before + removed + after
    const changed = before + inserted + after
    assert.deepEqual(findCuts(changed, { text, cuts: findCuts(text) }), findCuts(changed))
  })

test('what is not near an edit is not searched for cuts again', () => {
  const section = '## A\n\nSome words.\n\n'
  const text = section.repeat(100)
  const changed = `${section.repeat(50)}x${section.repeat(50)}`
  const { above, below } = shareCuts({ text, cuts: findCuts(text) }, changed)
  assert.equal(above?.at.length, 50)
  assert.equal(below(section.length * 51 + 1, true)?.at.length, 50)
  assert.equal(below(section.length * 51, true), undefined)
})
