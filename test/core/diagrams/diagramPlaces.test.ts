import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { createFences } from '../../../src/core/diagrams/places.ts'
import { createDocument } from '../../../src/core/document/document.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'

/** The cards and fences of a document; `place` returns the text of a target, `at` what is at some words. */
function read(text: string) {
  const model = createDocument(createParser().parse(text), syntaxes)
  const cards = cardsOf(model, 'document.md')
  const fences = createFences(model, cards)
  const place = (target: { mark?: string; line?: number }) => {
    const range = fences.place({ id: cards[0]?.id ?? '', ...target })
    return range && text.slice(range.start, range.end)
  }
  return { cards, fences, place, at: (words: string) => fences.at(text.indexOf(words)) }
}

const fence = '```mermaid\nflowchart LR\n  a[One] --> b[Two]\n  b -->|then| c\n```\n'
const placements = {
  plain: `# Title\n\n${fence}`,
  'in a list': `# Title\n\n- Item\n\n${fence.replace(/^(?=.)/gm, '  ')}`,
  'in a quote': `# Title\n\n${fence.replace(/^(?=.)/gm, '> ')}`,
  'with CRLF': `# Title\n\n${fence}`.replaceAll('\n', '\r\n'),
}

describe('places of a diagram in its document', () => {
  for (const [name, text] of Object.entries(placements))
    it(name, () => {
      const { cards, place, at, fences } = read(text)
      const id = cards[0]?.id
      assert.deepEqual(
        cards[0]?.elements?.map(({ text: said }) => said),
        ['One', 'Two', 'c', 'One leads to Two', 'Two to c: then'],
      )
      assert.equal(place({ mark: 'n0' }), 'a[One]')
      assert.equal(place({ mark: 'e1' }), 'b -->|then| c')
      assert.equal(place({ line: 3 }), 'b -->|then| c')
      assert.equal(place({ line: 99 }), '')
      assert.equal(place({ mark: 'n99' }), '```mermaid', 'what is not there leads to the fence')
      assert.equal(fences.place({ id: 'other' }), undefined)
      assert.deepEqual(at('One]'), { id, mark: 'n0' })
      assert.deepEqual(at('-->|'), { id, mark: 'e1' })
      assert.deepEqual(fences.at(text.indexOf('a[One') - 1), { id, mark: 'e0' }, 'in the indent of a line')
      assert.deepEqual(at('flowchart'), { id })
      assert.deepEqual(at('Title'), {})
    })
})
