import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { consistentGraph } from '../../src/core/diagrams/consistentGraph.ts'
import type { DiagramGraph } from '../../src/core/diagrams/engine.ts'
import { diagramSentences } from '../../src/core/diagrams/sentences.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { random } from '../util/random.ts'
import { graphvizSources, plantumlSources } from '../webview/engineSources.ts'

/** The contradictions in a graph; empty for a consistent one. */
function contradictions({ nodes, edges }: DiagramGraph, length: number): readonly string[] {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]))
  const standsInItself = (id: string) => {
    let at = parents.get(id)
    for (let up = 0; at !== undefined && up <= nodes.length; up++) {
      if (at === id) return true
      at = parents.get(at)
    }
    return false
  }
  const places = [...nodes, ...nodes.flatMap(({ mentions = [] }) => mentions), ...edges]
  return [
    ...(parents.size < nodes.length ? ['an id that comes twice'] : []),
    ...nodes.flatMap(({ id, parent }) => (parent === undefined || parents.has(parent) ? [] : [`no parent of ${id}`])),
    ...nodes.flatMap(({ id }) => (standsInItself(id) ? [`${id} stands in itself`] : [])),
    ...edges.flatMap(({ from, to }) => (parents.has(from) && parents.has(to) ? [] : [`no end of ${from}->${to}`])),
    ...places.flatMap(({ start, end }) => (0 <= start && start <= end && end <= length ? [] : [`${start}-${end}`])),
  ]
}

/** How each kind of diagram begins, and pieces of it. With few names, groups come to contain each other. */
const grammars: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mermaid: {
    flowchart:
      'subgraph;subgraph N;subgraph N [N N];end;N-->N;N & N --> N & N;N{N};N:::N;direction LR;N@{ shape: cyl }',
    sequenceDiagram: 'participant N;actor N as N;N->>N: N;box N;end;loop N;create participant N;Note over N,N: N',
    classDiagram: 'class N;class N { ;namespace N {;};N <|-- N;N : N;N "1" --> "n" N: N',
    'stateDiagram-v2': 'state N {;state "N" as N;};N --> N;[*] --> N;N --> [*];state N <<choice>>;--;N : N',
    erDiagram: 'N ||--o{ N : N;N {;};N N;N[N] {;N }|..|{ N : ""',
    C4Context:
      'Person(N, "N");System_Boundary(N, "N") {;};Boundary(N,;Rel(N, N, "N");Rel(N,];BiRel(,N);System(N);Rel(N)',
    C4Deployment: 'Deployment_Node(N, "N") {;Node(N) {;};Container(N, "N");Rel(N, N, "N");ContainerDb(,);Rel()',
    gantt: 'section N;N :N, 2024-01-01, 2d;N :active, N, after N, 3d;title N;N:',
    mindmap: 'N;  N;    N[N];   N((N));      N;::icon(N)',
    kanban: 'N[N];  N[N];    N@{ assigned: N };N;  N',
    'architecture-beta':
      'group N(cloud)[N];group N(cloud)[N] in N;service N(disk)[N] in N;service in N;group in N in N;junction N in N;N:L -- R:N;N{group}:T --> B:N{group}',
    requirementDiagram: 'requirement N {;element N {;id: N;};N - satisfies -> N;N <- traces - N;text: N',
  },
  graphviz: {
    'digraph {':
      'subgraph cluster_N {;subgraph {;};N -> N;N -> {N N};{N N} -> N;N [label=N];label=N;N:N -> N;node [shape=cylinder]',
    'graph N {': 'subgraph cluster_N {;};N -- N;N -- subgraph cluster_N { N };N;"N" [label=<N>];edge [dir=both]',
  },
  plantuml: {
    '@startuml':
      'package N {;package "N" as N {;};rectangle N {;[N];[N] as N;N --> N;N -> N : N;() "N" as N;actor N;database N;node N {;interface N;(N) --> (N)',
    '@startuml\nclass N':
      'class N {;class N;};N <|-- N;namespace N {;package N {;enum N;N "1" *-- "n" N : N;abstract N',
    '@startuml\n[*] --> N': 'state N {;state "N" as N;};N --> N;[*] --> N;N --> [*] : N;--;state N <<choice>>',
    '@startuml\nparticipant N': 'N -> N: N;alt N;end;box "N";end box;group N;N <-- N;create N;database N as N;== N ==',
    '@startuml\n!include <C4/C4_Context>':
      'Person(N, "N");System_Boundary(N, "N") {;};Rel(N, N, "N");Container(N,N);Rel(N,',
  },
}

const names = ['a', 'b', 'left', 'in', 'end', 'constructor', '']

function write(head: string, pieces: readonly string[], next: () => number): string {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(next() * list.length)] ?? otherwise
  const lines = [head, ...Array.from({ length: 2 + Math.floor(next() * 14) }, () => pick(pieces, ''))]
  const text = lines
    .map((line) => ' '.repeat(Math.floor(next() * 4)) + line.replace(/\bN\b/g, () => pick(names, '')))
    .join('\n')
  // Some sources are cut off anywhere.
  return next() < 0.2 ? text.slice(0, Math.floor(next() * text.length)) : text.trimStart()
}

/** Boxes that overlap, share borders and hold each other. */
function drawBoxes(next: () => number): string {
  const rows = Array.from({ length: 14 }, () => Array.from({ length: 50 }, () => ' '))
  const put = (x: number, y: number, glyph: string) => {
    const row = rows[y]
    if (row && x < row.length) row[x] = glyph
  }
  for (let box = 0; box < 5; box++) {
    const [x1, y1] = [Math.floor(next() * 30), Math.floor(next() * 9)]
    const [x2, y2] = [x1 + 4 + Math.floor(next() * 18), y1 + 2 + Math.floor(next() * 5)]
    for (let x = x1; x <= x2; x++) for (const y of [y1, y2]) put(x, y, x === x1 || x === x2 ? '+' : '-')
    for (let y = y1 + 1; y < y2; y++) for (const x of [x1, x2]) put(x, y, '|')
    put(x1 + 2, y1 + 1, 'abc'.charAt(Math.floor(next() * 3)))
    for (let x = x2 + 1; x < x2 + 5; x++) put(x, y1 + 1, x === x2 + 4 ? '>' : '-')
  }
  return rows.map((row) => row.join('').trimEnd()).join('\n')
}

const syntaxOf = (id: string) => syntaxes.find((syntax) => syntax.id === id) ?? assert.fail(`no engine ${id}`)

suite('a graph is sound, whatever the source says', () => {
  for (const [id, kinds] of Object.entries(grammars)) {
    test(id, () => {
      const { graphOf } = syntaxOf(id)
      const next = random(2024)
      for (const [head, grammar] of Object.entries(kinds)) {
        let read = 0
        for (let run = 0; run < 150; run++) {
          const source = write(head.replaceAll('N', 'a'), grammar.split(';'), next)
          const graph = graphOf?.(source)
          if (!graph) continue
          if (graph.nodes.length > 1) read++
          assert.deepEqual(contradictions(graph, source.length), [], source)
          diagramSentences(graph)
        }
        assert.ok(read > 30, `${head}: only ${read} had nodes`)
      }
    })
  }

  test('box-art', () => {
    const { graphOf } = syntaxOf('box-art')
    const next = random(7)
    let read = 0
    for (let run = 0; run < 100; run++) {
      const source = drawBoxes(next)
      const graph = graphOf?.(source)
      if (!graph) continue
      read++
      assert.deepEqual(contradictions(graph, source.length), [], source)
    }
    assert.ok(read > 20, `only ${read} were drawings`)
  })

  test('all engines with graphs are tested', () => {
    const asked = [...Object.keys(grammars), 'box-art']
    assert.deepEqual(
      syntaxes
        .filter(({ graphOf }) => graphOf)
        .map(({ id }) => id)
        .toSorted(),
      asked.toSorted(),
    )
  })

  test('valid diagrams, cut off at any point', () => {
    for (const [id, sources] of Object.entries({ graphviz: graphvizSources, plantuml: plantumlSources }))
      for (const whole of Object.values(sources))
        for (let end = whole.length; end > 0; end -= 7) {
          const source = whole.slice(0, end)
          const graph = syntaxOf(id).graphOf?.(source)
          if (graph) assert.deepEqual(contradictions(graph, source.length), [], source)
        }
  })
})

test('consistentGraph removes only what contradicts the rest of a graph', () => {
  const place = { start: 0, end: 1 }
  const node = (id: string, parent?: string) => ({ ...place, id, label: id, ...(parent !== undefined && { parent }) })
  const edge = (from: string, to: string) => ({ ...place, from, to })
  const good = {
    title: 'x',
    nodes: [node('a'), node('b', 'a'), node('c', 'b')],
    edges: [edge('a', 'c'), edge('c', 'c')],
  }
  assert.deepEqual(consistentGraph(good), good)
  assert.deepEqual(
    consistentGraph({
      nodes: [
        node('d', 'a'),
        node('a', 'c'),
        node('b', 'a'),
        node('c', 'b'),
        node('e', 'e'),
        node('f', 'none'),
        node('a'),
      ],
      edges: [edge('a', 'none'), edge('', 'a'), edge('a', 'b')],
    }),
    {
      nodes: [node('d', 'a'), node('a'), node('b', 'a'), node('c', 'b'), node('e'), node('f')],
      edges: [edge('a', 'b')],
    },
  )
  const deep = { nodes: Array.from({ length: 50_000 }, (_, i) => node(`n${i}`, `n${i + 1}`)), edges: [] }
  assert.equal(consistentGraph(deep).nodes.filter(({ parent }) => parent === undefined).length, 1)
})
