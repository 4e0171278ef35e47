import assert from 'node:assert/strict'
import fc from 'fast-check'
import { elementAt, elementsOf, rangeOfElement } from '../../src/core/diagrams/elements.ts'
import { edgeAt, nodeAt } from '../../src/core/diagrams/graphAt.ts'
import { diagramSentences } from '../../src/core/diagrams/sentences.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { templates } from '../util/linting.ts'
import { anyEdit, anyText, edited, joined } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertGraph } from './graph.ts'
import { assertRange } from './linter.ts'

const heads = {
  mermaid: [
    ...[
      'flowchart LR',
      'graph TD;',
      'sequenceDiagram',
      'classDiagram',
      'stateDiagram-v2',
      'erDiagram',
      'C4Context',
      'gantt',
    ],
    ...[
      'mindmap',
      'kanban',
      'architecture-beta',
      'requirementDiagram',
      'pie',
      'gitGraph',
      'block-beta',
      'nonsense',
      '',
    ],
    ...['---\ntitle: "x\n---\nflowchart', '%%{init: {}}%%\ngraph LR', '%% c\n\n  sequenceDiagram'],
  ],
  graphviz: ['digraph {', 'strict graph "g" {', 'digraph G { node [shape=box]', '/* c */ graph {', 'subgraph {', ''],
  plantuml: ['@startuml', '@startuml\n!include <C4/C4_Context>', '@startmindmap', '', "' c\n@startuml x", 'class A'],
} as const

const pieces = {
  mermaid: [
    ...['A', 'B', 'A[', 'A["', ']', '"', 'A --> B', 'A -- x --> B', 'A & B', ' & ', '|', '{', '}', '-->', '---', '==>'],
    ...[
      'subgraph A',
      'subgraph B [x]',
      'end',
      'A@{ shape: cyl',
      'A e1@--> B',
      'state A {',
      'class A {',
      'namespace B {',
      '~',
    ],
    ...[
      'A->>B: x',
      'participant A as ',
      'box Aqua',
      'note over A',
      'activate A',
      'A <|-- B',
      'A : after ',
      'A ||--o{ B : x',
    ],
    ...[
      'Person(A, "B")',
      'System_Boundary(A, "x") {',
      'Rel(A, B, "x")',
      '$a=',
      ':',
      'group A(cloud)[B] in B',
      'A:L --> R:B',
    ],
    ...[
      'service B(x)[y] in A',
      '[*] --> A',
      'A --> [*]',
      'state "x" as A',
      '<<fork>>',
      '  A',
      '    B',
      'A((',
      '#35;',
      '&lt;',
    ],
    ...[
      'accTitle: x',
      'accDescr {',
      'style A fill:#fff',
      ':::red',
      '%% c',
      '`',
      '<br>',
      'requirement A {',
      'A - satisfies -> B',
    ],
  ],
  graphviz: [
    ...[
      'a',
      'b',
      'a -> b',
      'a -- b',
      '->',
      '{a b}',
      'subgraph cluster_a {',
      'subgraph {',
      '}',
      ';',
      ',',
      '[label="x"]',
      '[',
    ],
    ...[
      'label=',
      '"',
      '"a\\"b"',
      '<<b>x</b>>',
      '<',
      '//',
      '/*',
      '*/',
      '#',
      'a:n',
      'node',
      'edge',
      'graph',
      '=',
      ']',
      'a+"b"',
    ],
    ...['label="a\\nb"', 'shape=cylinder', 'lhead=cluster_a', 'parent'],
  ],
  plantuml: [
    ...[
      'A',
      'B',
      'A -> B : x',
      'A --> B',
      'A <- B',
      'actor A',
      'participant "x y" as A',
      'database B',
      'package A {',
      'A {',
      '}',
    ],
    ...[
      'rectangle "x" as B {',
      '[A]',
      '(B)',
      ':A:',
      '()',
      '"',
      'note left of A',
      'end note',
      'class A',
      'A <|-- B',
      'interface B',
    ],
    ...[
      'Person(A, "x")',
      'System_Boundary(A, "x") {',
      'Rel(A, B, "x")',
      'alt x',
      'end',
      '@enduml',
      "'",
      "/'",
      '[*] --> A',
      'state A',
    ],
    ...[
      'title x',
      'skinparam x',
      '!define A B',
      'A -[hidden]-> B',
      'if (x) then',
      '* A',
      '** B',
      'return',
      'as',
      '<<x>>',
      '\\n',
    ],
  ],
} as const

type Notation = keyof typeof heads
const notations = Object.keys(heads) as Notation[]

const grown = (notation: Notation) => {
  const piece = fc.constantFrom(...pieces[notation])
  const between = fc.constantFrom('\n', '\n', '\n  ', ' ', ';', '\r\n', '')
  const lines = fc.array(
    fc
      .tuple(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: anyText }), between)
      .map(([a, b]) => a + b),
    { maxLength: 25 },
  )
  return fc.tuple(fc.constantFrom(...heads[notation]), lines).map(([head, list]) => `${head}\n${list.join('')}`)
}

const drawn = templates.flatMap(({ document }) => document.diagrams)

const diagram = fc.constantFrom(...notations).chain((notation) => {
  const own = drawn.filter(({ engine }) => engine === notation).map(({ source }) => source)
  const changed = fc
    .tuple(
      fc.constantFrom(...own, heads[notation][0]),
      fc.array(fc.tuple(anyEdit, fc.constantFrom(...pieces[notation])), { maxLength: 6 }),
    )
    .map(([source, edits]) => edits.reduce((text, [edit, insert]) => edited(text, { ...edit, insert }), source))
  return fc.record({
    notation: fc.constant(notation),
    source: fc.oneof({ weight: 2, arbitrary: grown(notation) }, changed),
  })
})

const graphOf = ({ notation, source }: { notation: Notation; source: string }) =>
  syntaxes.find(({ id }) => id === notation)?.graphOf?.(source)

const writingOf = ({ notation }: { notation: Notation }) => syntaxes.find(({ id }) => id === notation)?.writing

holds('any diagram has a graph that lies inside of it and agrees with itself', 900, diagram, (diagram) => {
  const graph = graphOf(diagram)
  if (graph) assertGraph(graph, diagram.source)
})

holds('a place in any diagram is an element or none', 200, fc.tuple(diagram, fc.nat(1_000_000)), ([diagram, at]) => {
  const { source } = diagram
  const graph = graphOf(diagram)
  if (!graph) return
  const offset = Math.floor((source.length * at) / 1_000_000)
  nodeAt(graph, offset)
  edgeAt(graph, offset)
  const mark = elementAt(graph, offset, { start: 0, end: source.length })
  const elements = elementsOf(graph)
  if (mark !== undefined) assert.ok(elements.some((each) => each.mark === mark))
  for (const { mark } of elements) assertRange(rangeOfElement(graph, mark) ?? { start: -1, end: -1 }, source, mark)
  for (const sentence of diagramSentences(graph)) assert.doesNotMatch(sentence, /[\r\n]/)
})

holds(
  'what is written anywhere in a diagram goes there, and what folds is in it',
  200,
  fc.tuple(diagram, fc.nat(1_000_000)),
  ([diagram, at]) => {
    const { source } = diagram
    const writing = writingOf(diagram)
    const offset = Math.floor((source.length * at) / 1_000_000)
    const place = writing?.placeAt(source, offset)
    if (place) {
      assertRange(place, source, 'place')
      assert.ok(place.start <= offset && offset <= place.end, 'the word is elsewhere')
    }
    for (const fold of writing?.foldsOf(source) ?? []) assertRange(fold, source, 'fold')
    for (const node of graphOf(diagram)?.nodes ?? [])
      assert.doesNotMatch(writing?.mention(node, 'flowchart') ?? '', /[\r\n]/)
  },
)

const repeated = fc.constantFrom(...notations).chain((notation) =>
  fc.record({
    notation: fc.constant(notation),
    head: fc.constantFrom(...heads[notation]),
    piece: joined(fc.constantFrom(...pieces[notation], '\n', ' '), 3).filter((piece) => piece !== ''),
  }),
)

/** In characters. Long enough to reveal quadratic growth, by the size of the graph or by a test that does not end. */
const length = 20_000

holds('a graph grows no faster than its diagram', 40, repeated, ({ notation, head, piece }) => {
  const source = `${head}\n${piece.repeat(Math.ceil(length / piece.length))}`
  writingOf({ notation })?.foldsOf(source)
  writingOf({ notation })?.placeAt(source, source.length)
  const graph = graphOf({ notation, source })
  if (!graph) return
  const places = graph.nodes.reduce((sum, { mentions = [] }) => sum + 1 + mentions.length, 0)
  // A few characters can stand for many edges, whose number is therefore limited.
  assert.ok(places <= source.length && graph.edges.length <= 5_000, `${places} places, ${graph.edges.length} edges`)
})
