import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diagramSentences, listWords } from '../../../src/core/diagrams/sentences.ts'
import { syntax } from '../../../src/diagrams/mermaid.ts'

const sentences = (source: string) => {
  const graph = syntax.graphOf?.(source)
  return graph && diagramSentences(graph)
}

test('diagramSentences describes groups, edges and unconnected nodes', () => {
  assert.deepEqual(
    sentences(
      'flowchart LR\n  c[Client] -->|sends request to| g[API Gateway]\n  subgraph b [Back end]\n    o[Order API] -->|writes orders| db[(Orders)]\n  end\n  g --> o\n  o --- l[Log]\n  o <-->|Uses| x\n  y',
    ),
    [
      'Back end holds Order API and Orders',
      'Client sends request to API Gateway',
      'Order API to Orders: writes orders',
      'API Gateway leads to Order API',
      'Order API is connected with Log',
      'Order API and x, both ways: Uses',
      'Not connected: y',
    ],
  )
  assert.deepEqual(sentences('stateDiagram-v2\n  [*] --> Open\n  Open --> Paid : money arrives'), [
    'start leads to Open',
    'Open to Paid: money arrives',
  ])
  assert.deepEqual(sentences('mindmap\n  root'), ['Shown: root'])
  assert.deepEqual(sentences('pie\n  "a" : 1'), ['Shown: a (1)'])
})

test('listWords cuts a long list and counts the rest', () => {
  assert.equal(listWords([]), '')
  assert.equal(listWords(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more')
})
