import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cardsOf } from '../../../src/core/diagrams/cards.ts'
import { createDocument } from '../../../src/core/document/document.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'

/** Fences that are easily misread: the document, then engine and source of each of its cards. */
const documents: Readonly<Record<string, readonly [text: string, ...cards: readonly string[]]>> = {
  'a shorter fence inside': [
    '````mermaid\nflowchart LR\n```\na --> b\n```\n````\n',
    'mermaid: flowchart LR\n```\na --> b\n```',
  ],
  'one that is never closed': ['# T\n\n```mermaid\nflowchart LR\n  a --> b\n', 'mermaid: flowchart LR\n  a --> b'],
  'another character': ['~~~mermaid\nflowchart LR\n```\n~~~\n', 'mermaid: flowchart LR\n```'],
  'in a quote': ['> ```mermaid\n> flowchart LR\n>   a --> b\n> ```\n\nText.\n', 'mermaid: flowchart LR\n  a --> b'],
  'in a list': ['1. One\n\n   ```mermaid\n   pie\n   ```\n2. Two\n', 'mermaid: pie'],
  'a quote that ends before its fence': [
    '> ```mermaid\n> pie\n\n```mermaid\ngantt\n```\n',
    'mermaid: pie',
    'mermaid: gantt',
  ],
  'lines that end as on Windows': [
    '# T\r\n\r\n```mermaid\r\nflowchart LR\r\n  a --> b\r\n```\r\n',
    'mermaid: flowchart LR\n  a --> b',
  ],
  'a mark of the byte order': ['\uFEFF```mermaid\npie\n```\n', 'mermaid: pie'],
  'a word behind the language': ['```mermaid title="x" onload=x\npie\n```\n', 'mermaid: pie'],
  'languages that nobody draws here': ['```d2\na -> b\n```\n\n```vega-lite\n{}\n```\n', 'd2: a -> b', 'vega-lite: {}'],
  'an empty one': ['```mermaid\n```\n', 'mermaid: '],
  'one in a comment': ['<!--\n```mermaid\npie\n```\n-->\n'],
}

describe('fences that are easily misread', () => {
  for (const [name, [text, ...expected]] of Object.entries(documents))
    it(name, () => {
      const model = createDocument(createParser().parse(text), syntaxes)
      const cards = cardsOf(model, 'd.md').map(({ engine, source }) => `${engine}: ${source.replaceAll('\r', '')}`)
      assert.deepEqual(cards, expected)
    })
})
