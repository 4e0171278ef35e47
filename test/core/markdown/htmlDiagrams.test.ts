import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { offsetInSource, placeInDocument } from '../../../src/core/document/places.ts'
import { lint, readModel } from '../../util/linting.ts'

/** HTML elements with a diagram, and its source, which is absent if the text contains no diagram. */
const documents: Readonly<Record<string, readonly [text: string, source?: string]>> = {
  'a `pre`': ['<pre class="mermaid">\nflowchart LR\n  a --> b\n</pre>\n', 'flowchart LR\n  a --> b'],
  entities: [
    '<pre class="mermaid">\nflowchart LR\n  a --&gt; b[&quot;x &amp; y&#34;]\n</pre>\n',
    'flowchart LR\n  a --> b["x & y"]',
  ],
  'other quotes, capitals and attributes': ["<PRE id='a>b' class='big Mermaid' >\npie\n</PRE>\n", 'pie'],
  'no quotes': ['<pre class=mermaid>\npie\n</pre>\n', 'pie'],
  'a `div`': ['<div class="mermaid">\npie\n</div>\n', 'pie'],
  'one line': ['<pre class="mermaid">pie</pre>\n', 'pie'],
  'a source that begins behind the tag': [
    '<pre class="mermaid">flowchart LR\n  a --> b</pre>\n',
    'flowchart LR\n  a --> b',
  ],
  'a blank line in it': ['<pre class="mermaid">\nflowchart LR\n\n  a --> b\n</pre>\n', 'flowchart LR\n\n  a --> b'],
  'lines that end as on Windows': ['<pre class="mermaid">\r\npie\r\n</pre>\r\n', 'pie'],
  'a list': ['- One\n\n  <pre class="mermaid">\n  flowchart LR\n    a --> b\n  </pre>\n', 'flowchart LR\n  a --> b'],
  'a quote': ['> <pre class="mermaid">\n> flowchart LR\n>   a --&gt; b\n> </pre>\n', 'flowchart LR\n  a --> b'],
  'another class': ['<pre class="mermaids">\npie\n</pre>\n'],
  'no end': ['<pre class="mermaid">\npie\n\nWords.\n'],
  'words behind it': ['<pre class="mermaid">\npie\n</pre> and words\n'],
  'two in one block': ['<div class="mermaid">pie</div><div class="mermaid">pie</div>\n'],
}

describe('diagrams in HTML', () => {
  for (const [name, [text, source]] of Object.entries(documents))
    it(name, () => {
      const model = readModel(`# A\n\nWords.\n\n${text}\n## B\n\nWords.\n`)
      assert.deepEqual(
        cardsOf(model, 'd.md').map((card) => [card.engine, card.source.replaceAll('\r', '')]),
        source === undefined ? [] : [['mermaid', source]],
      )
      assert.deepEqual(
        model.sections.map(({ title }) => title),
        name === 'no end' ? ['A'] : ['A', 'B'],
      )
    })

  it('map places between source and document in both directions', () => {
    for (const text of [
      '# A\n\n<pre class="mermaid">\nflowchart LR\n  a --&gt; b &amp; c\n  c --&gt; target\n</pre>\n',
      '# A\n\n<pre class="mermaid">flowchart LR; a --&gt; b; b --&gt; target</pre>\n',
      '- x\n\n  <pre class="mermaid">\n  flowchart LR\n    a --&gt; b\n    b --&gt; target\n  </pre>\n',
      '> <pre class="mermaid">\r\n> flowchart LR\r\n>   a --&gt; b; b --&gt; target\r\n> </pre>\r\n',
    ]) {
      const { diagrams } = readModel(text)
      const [diagram] = diagrams
      assert.ok(diagram, text)
      for (const word of ['flowchart LR', 'target']) {
        const start = diagram.source.indexOf(word)
        const place = placeInDocument({ text }, diagram, { start, end: start + word.length })
        assert.equal(text.slice(place.start, place.end), word)
        assert.equal(offsetInSource({ text }, diagram, place.start), start)
        assert.equal(offsetInSource({ text }, diagram, place.end), start + word.length)
      }
      const arrow = diagram.source.indexOf('>')
      const place = placeInDocument({ text }, diagram, { start: arrow, end: arrow + 1 })
      assert.equal(text.slice(place.start, place.end), '&gt;')
      assert.equal(offsetInSource({ text }, diagram, place.start + 2), arrow)
      assert.equal(offsetInSource({ text }, diagram, 0), undefined)
      assert.equal(offsetInSource({ text }, diagram, text.length), undefined)
    }
  })

  it('are linted like fenced diagrams', async () => {
    const text = '# Note: A\n\n<pre class="mermaid">\nflowchart LR\n  a --&gt; b]\n</pre>\n'
    const found = (await lint(text, undefined, 'note')).filter(({ ruleId }) => ruleId === 'diagram-syntax')
    assert.deepEqual(
      found.map(({ start, reason }) => [text.slice(start, start + 1), reason]),
      [[']', 'Unexpected `]`']],
    )
  })
})
