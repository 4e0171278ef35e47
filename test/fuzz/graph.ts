import assert from 'node:assert/strict'
import type { DiagramGraph, DiagramNode } from '../../src/core/diagrams/engine.ts'
import { assertRange } from './linter.ts'

/** Asserts that all places of a graph are inside the source, and that all references lead to existing nodes. */
export function assertGraph({ nodes, edges, head, title, description }: DiagramGraph, source: string): void {
  const known = new Map<string, DiagramNode>(nodes.map((node) => [node.id, node]))
  assert.equal(known.size, nodes.length, 'an id comes twice')
  for (const node of nodes) {
    assertRange(node, source, node.id)
    for (const mention of node.mentions ?? []) assertRange(mention, source, `mention of ${node.id}`)
    assert.doesNotMatch(node.label, /[\r\n]/)
    const above = new Set<string>()
    for (let at: DiagramNode | undefined = node; at?.parent !== undefined; at = known.get(at.parent)) {
      assert.ok(known.has(at.parent), `${at.id} stands in ${at.parent}, which is not there`)
      assert.ok(!above.has(at.id), `${at.id} stands in itself`)
      above.add(at.id)
    }
  }
  for (const edge of edges) {
    assertRange(edge, source, `${edge.from} to ${edge.to}`)
    for (const id of [edge.from, edge.to]) assert.ok(known.has(id), `an edge to ${id}, which is not there`)
    assert.doesNotMatch(edge.label ?? '', /[\r\n]/)
  }
  if (head) assertRange(head, source, 'head')
  for (const words of [title, description]) assert.notEqual(words, '')
}
