import './quickMermaid.ts'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { DiagramGraph } from '../../src/core/diagrams/engine.ts'
import { parse, syntax } from '../../src/diagrams/mermaid.ts'
import { plainLabel } from '../../src/diagrams/source/label.ts'
import { readAnswer } from './mermaidAnswers.ts'

const folder = new URL('../../../shared/corpus/mermaid/', import.meta.url)
const isPresent = existsSync(new URL('index.json', folder))

/** The whole corpus takes half a minute; every fifth diagram is enough. */
const every = process.env['DESIGN_DOCS_WHOLE_CORPUS'] ? 1 : 5

/** IDs with labels, and the number of edges. Without the groups of class diagrams, since mermaid adds its own. */
const told = ({ nodes, edges }: DiagramGraph, kind: string) => ({
  nodes: nodes
    .filter((node) => node.kind !== 'point' && !(kind === 'classDiagram' && node.kind === 'group'))
    .map(({ id, label }) => `${id} = ${label}`),
  edges: edges.length,
})

test('at least 95 % of graphs have the same nodes and edges as mermaid’s own parser finds', {
  skip: !isPresent && 'the corpus is not here',
}, async (t) => {
  const entries: { file: string; parses: boolean }[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'))
  const { default: mermaid } = await import('mermaid')
  await parse('')
  const counts = new Map<string, { read: number; equal: number }>()
  for (const { file } of entries.filter(({ parses }, index) => parses && index % every === 0)) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    const graph = syntax.graphOf?.(source)
    const kind = syntax.kindOf(source) ?? ''
    if (!graph) continue
    const answer = await mermaid
      .parse(source)
      .then(() => mermaid.mermaidAPI.getDiagramFromText(source))
      .then(({ db }) => readAnswer(kind, db, plainLabel))
      .catch(() => undefined)
    if (!answer) continue
    const ours = told(graph, kind)
    const lacking = answer.nodes.filter((node) => !ours.nodes.includes(node))
    const extra = ours.nodes.filter((node) => !answer.nodes.includes(node))
    const isEqual = lacking.length + extra.length === 0 && ours.edges === answer.edges
    const count = counts.get(kind) ?? { read: 0, equal: 0 }
    counts.set(kind, { read: count.read + 1, equal: count.equal + (isEqual ? 1 : 0) })
    if (!isEqual)
      t.diagnostic(
        `${file} (${kind}): lacks ${JSON.stringify(lacking.slice(0, 5))}, has ${JSON.stringify(extra.slice(0, 5))}, ${ours.edges} of ${answer.edges} edges`,
      )
    for (const { start, end } of [...graph.nodes, ...graph.edges])
      assert(0 <= start && start < end && end <= source.length, `${file}: ${start}-${end}`)
  }
  let read = 0
  let equal = 0
  for (const [kind, count] of counts) {
    t.diagnostic(`${kind}: ${count.equal} of ${count.read} as mermaid has them`)
    read += count.read
    equal += count.equal
  }
  assert(read > 0 && equal >= 0.95 * read, `${equal} of ${read}`)
})
