import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { kindLabel } from '../../../src/core/diagrams/kindLabel.ts'
import { firstView, parseFromWebview, parsePanelState } from '../../../src/core/diagrams/protocol.ts'
import { pairCards } from '../../../src/webview/pairing.ts'

describe('cardsOf', () => {
  const text = '# Title\n\nA\n\nB\n\nB\n'
  const diagram = (source: string, start: number) => ({ language: 'mermaid', engine: 'mermaid', source, start })

  it('gives each card its title, kind and line', () => {
    const [first, second] = cardsOf(
      { text, diagrams: [{ ...diagram('A', 9), kind: 'pie', section: { title: 'Title' } }, diagram('B', 12)] },
      'doc.md',
    )
    assert.deepEqual(
      { ...first, id: '' },
      { id: '', engine: 'mermaid', source: 'A', title: 'Title', kind: 'pie', line: 3 },
    )
    assert.deepEqual({ ...second, id: '' }, { id: '', engine: 'mermaid', source: 'B', title: 'doc.md', line: 5 })
  })

  it('gives IDs that depend only on the source and its repeats', () => {
    const ids = (...sources: string[]) =>
      cardsOf({ text: '', diagrams: sources.map((source) => diagram(source, 0)) }, '').map(({ id }) => id)
    const [a, b, again] = ids('A', 'B', 'B')
    assert.equal(new Set([a, b, again]).size, 3)
    assert.deepEqual(
      ids('B', 'C', 'A', 'B').filter((_, index) => index !== 1),
      [b, a, again],
    )
  })

  it('names a diagram without an engine by its language', () => {
    const [card] = cardsOf({ text: '', diagrams: [{ language: 'd2', source: 'x', start: 0 }] }, '')
    assert.equal(card?.engine, 'd2')
  })
})

describe('pairCards', () => {
  const pair = (olds: string, news: string) => {
    const cards = (ids: string) => [...ids].map((id) => ({ id, engine: id === id.toUpperCase() ? 'upper' : 'lower' }))
    return pairCards(cards(olds), cards(news))
      .map((old) => old?.id ?? '-')
      .join('')
  }

  it('keeps cards that did not change, wherever they moved', () => {
    assert.equal(pair('abc', 'cab'), 'cab')
    assert.equal(pair('abc', 'ac'), 'ac')
  })

  it('continues a card whose diagram was edited', () => {
    assert.equal(pair('abc', 'axc'), 'abc')
    assert.equal(pair('abc', 'xyz'), 'abc')
  })

  it('makes new cards for diagrams that are new or changed their engine', () => {
    assert.equal(pair('abc', 'abxc'), 'ab-c')
    assert.equal(pair('', 'ab'), '--')
    assert.equal(pair('a', 'A'), '-')
  })
})

describe('a message from the panel', () => {
  it('is accepted if its shape is known', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'openSource', id: 'a' },
      { type: 'openSource', id: 'a', mark: 'n0', isGlance: true },
      { type: 'openLink', id: 'a', href: 'https://example.com/' },
      { type: 'renderResult', id: 'a' },
      { type: 'renderResult', id: 'a', error: 'bad' },
      { type: 'renderResult', id: 'a', error: 'bad', line: 3 },
    ])
      assert.deepEqual(parseFromWebview({ ...message, more: 1 }), message)
  })

  it('is dropped if its shape is unknown or a text in it is too long', () => {
    for (const value of [
      undefined,
      null,
      'ready',
      { type: 'other', id: 'a' },
      { type: 'openSource' },
      { type: 'openSource', id: 1 },
      { type: 'openLink', id: 'a', href: ['https://example.com/'] },
      { type: 'renderResult', id: 'a', error: 'x'.repeat(100_000) },
      { type: 'renderResult', id: 'a', error: { toString: () => 'x' } },
      { type: 'openSource', id: 'x'.repeat(100_000) },
      { type: 'openLink', id: 'a', href: `https://example.com/${'x'.repeat(100_000)}` },
      { type: ['openLink'], id: 'a', href: 'https://example.com/' },
      [{ type: 'ready' }],
      { type: 'update', diagrams: [] },
    ])
      assert.equal(parseFromWebview(value), undefined)
    assert.deepEqual(parsePanelState({ uri: 1, view: 'one' }), { view: firstView })
    const view = { locked: true, mode: 'one' }
    assert.deepEqual(parsePanelState({ uri: 'file:///a.md', scroll: 3, view }), { uri: 'file:///a.md', view })
    assert.deepEqual(parseFromWebview({ type: 'setView', view: { locked: 'yes', mode: 'two' } }), {
      type: 'setView',
      view: firstView,
    })
  })
})

describe('kindLabel', () => {
  const labels = {
    sequenceDiagram: 'Sequence diagram',
    graph: 'Flowchart',
    C4Context: 'C4 context',
    'xychart-beta': 'XY chart',
  }
  for (const [kind, label] of Object.entries(labels))
    it(`labels ${kind} as ${label}`, () => assert.equal(kindLabel({ engine: 'mermaid', kind }), label))
})
