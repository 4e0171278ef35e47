import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiagramGraph } from '../../src/core/diagrams/engine.ts'
import { edgeAt, nodeAt } from '../../src/core/diagrams/graphAt.ts'
import { syntax } from '../../src/diagrams/mermaid.ts'

const read = (source: string): DiagramGraph => {
  const graph = syntax.graphOf?.(source)
  assert(graph)
  return graph
}
const nodesOf = ({ nodes }: DiagramGraph) =>
  nodes.map(({ id, label, kind, parent }) =>
    [id, label, ...(kind || parent ? [kind ?? ''] : []), ...(parent ? [parent] : [])].join('|'),
  )
const edgesOf = ({ edges }: DiagramGraph) =>
  edges.map(
    ({ from, to, label, heads }) =>
      `${from} ${heads === 'both' ? '<->' : heads ? '-' : '->'} ${to}${label ? `: ${label}` : ''}`,
  )

/** The source, the nodes as `id|label|kind|parent`, and the edges. */
const diagrams: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'graph TD;A["Order &amp;<br/>#quot;API#quot;"]-->|calls|B[(Data base)] & C{ok?};B-.-C;C -- "no" --> A',
    ['A|Order & "API"', 'B|Data base|store', 'C|ok?|decision'],
    ['A -> B: calls', 'A -> C: calls', 'B - C', 'C -> A: no'],
  ],
  [
    'flowchart LR\r\n  subgraph one [Back end]\r\n    a-b([x]) <==> y@{ shape: cyl, label: "The store" }\r\n  end\r\n  a-b e1@--> n["`**bold** words`"]:::red\r\n  e1@{ animate: true }\r\n  style n fill:#fff',
    ['one|Back end|group', 'a-b|x||one', 'y|The store|store|one', 'n|bold words'],
    ['a-b <-> y', 'a-b -> n'],
  ],
  [
    'sequenceDiagram\n  actor U as The user\n  participant order-api\n  U->>+order-api: place; order-api-->>-U: done\n  Note over U: a->b: c\n  db<<->>U: #35;1',
    ['U|The user|person', 'order-api|order-api', 'db|db'],
    ['U -> order-api: place', 'order-api -> U: done', 'db <-> U: #1'],
  ],
  [
    'classDiagram\n  namespace Shop {\n    class Order["An order"] {\n      +pay() bool\n    }\n  }\n  Base~T~ <|-- Order : is a\n  Order *-- "many" `Order line`\n  Order .. Log\n  Order : +id',
    ['Shop|Shop|group', 'Order|An order|type|Shop', 'Base|Base|type', 'Order line|Order line|type', 'Log|Log|type'],
    ['Order -> Base: is a', 'Order -> Order line', 'Order - Log'],
  ],
  [
    'stateDiagram-v2\n  state "Not paid" as open\n  [*] --> open\n  open --> paid : money\n  state paid {\n    [*] --> packed\n  }\n  paid --> [*]\n  note right of open\n    x --> y\n  end note',
    [
      'open|Not paid|step',
      'root_start|start|point',
      'paid|paid|group',
      'paid_start|start|point|paid',
      'packed|packed||paid',
      'root_end|end|point',
    ],
    ['root_start -> open', 'open -> paid: money', 'paid_start -> packed', 'paid -> root_end'],
  ],
  [
    'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  p[Person] {\n    string name\n  }\n  ORDER one or more to zero or one "LINE ITEM" : "made of"',
    ['CUSTOMER|CUSTOMER|type', 'ORDER|ORDER|type', 'p|Person|type', 'LINE ITEM|LINE ITEM|type'],
    ['CUSTOMER -> ORDER: places', 'ORDER -> LINE ITEM: made of'],
  ],
  [
    'C4Container\n  Person(u, "User, any", "x")\n  System_Boundary(s, "Shop") {\n    ContainerDb(db, "Store", $sprite="y")\n  }\n  System_Ext(pay, "Payment")\n  Rel(u, db, "reads", "SQL")\n  BiRel(db, pay, "asks")',
    ['u|User, any|person', 's|Shop|group', 'db|Store|store|s', 'pay|Payment|external'],
    ['u -> db: reads', 'db <-> pay: asks'],
  ],
  [
    'gantt\n  dateFormat YYYY-MM-DD\n  section S\n  Build :b1, 2026-01-01, 3d\n  Test :crit, after b1, 2d',
    ['b1|Build|step', 'task1|Test|step'],
    ['b1 -> task1'],
  ],
  [
    'mindmap\n  root((All))\n    One\n    Two[2]\n      One',
    ['root|All', 'One|One', 'Two|2', 'One (2)|One'],
    ['root - One', 'root - Two', 'Two - One (2)'],
  ],
  [
    'architecture-beta\n  group api(cloud)[API]\n  service db(database)[Data Base] in api\n  service s(server)[Server]\n  db:L --> R:s\n  s:T -[x]- B:db',
    ['api|API|group', 'db|Data Base|store|api', 's|Server'],
    ['db -> s', 's - db: x'],
  ],
]

test('graphOf reads nodes and edges of each kind', () => {
  for (const [source, nodes, edges] of diagrams) {
    const graph = read(source)
    assert.deepEqual([nodesOf(graph), edgesOf(graph)], [nodes, edges], source)
  }
})

test('graphOf reads visible titles and accTitle', () => {
  const source =
    '---\ntitle: "The drawn one"\n---\nflowchart LR\n  accTitle: Orders #amp; more\n  accDescr {\n    A order --> B\n  }\n  A --> B'
  const { title, description, nodes } = read(source)
  assert.deepEqual([title, description, nodes.length], ['Orders & more', 'A order --> B', 2])
  assert.equal(read('---\ntitle: "The drawn one"\n---\ngraph LR\nA').title, 'The drawn one')
  assert.equal(read('sequenceDiagram\n  title: Talk\n  A->>B: x').title, 'Talk')
  assert.equal(read('pie showData title Shares\n  "a": 1').title, 'Shares')
  assert.equal(syntax.graphOf?.('info\n'), undefined)
})

test('nodeAt and edgeAt find the node and the edge at a position in the source', () => {
  const source =
    '---\r\ntitle: x\r\n---\r\nflowchart LR\r\n  %% A is the first\r\n  A --> B\r\n\r\n  subgraph G\r\n    B["Second #1;"] -- goes --> C\r\n  end'
  const graph = read(source)
  const at = (words: string, from = 0) => source.indexOf(words, from)
  const b = graph.nodes.find(({ id }) => id === 'B')
  assert.equal(b && source.slice(b.start, b.end), 'B["Second #1;"]')
  assert.equal(nodeAt(graph, at('Second'))?.id, 'B')
  assert.equal(nodeAt(graph, at('B'))?.id, 'B')
  assert.equal(nodeAt(graph, at('goes'))?.id, 'G')
  assert.equal(nodeAt(graph, at('A is')), undefined)
  assert.equal(edgeAt(graph, at('goes'))?.to, 'C')
  assert.equal(edgeAt(graph, at('-->'))?.from, 'A')
  assert.equal(edgeAt(graph, 0), undefined)
})

const starts = [
  'flowchart LR',
  'sequenceDiagram',
  'classDiagram',
  'stateDiagram-v2',
  'erDiagram',
  'C4Context',
  'gantt',
  'mindmap',
  'kanban',
  'architecture-beta',
  'requirementDiagram',
]
const pieces = [
  'A[',
  'A["',
  'A --> ',
  'A -- ',
  'A & ',
  '|',
  '{',
  '}',
  '"',
  ' ',
  '\n',
  ';',
  'A@{ ',
  'subgraph ',
  'state x {\n',
  'class A {\n',
  '~',
  'A~',
  ':',
  '-',
  '()',
  'note ',
  'accDescr {',
  'accTitle',
  '<',
  '#a;',
  'A->>',
  'Rel(',
  'Person(a,',
  '$a=',
  'a : after ',
  '((',
  'A ||--o{ ',
  '`',
  '<<',
  '&amp',
  '<a ',
  '"\\n',
  ' as ',
  'in ',
  'a:L ',
]

test('graphOf handles any long text, and no position is outside it', { timeout: 60_000 }, (t) => {
  let slowest = { took: 0, what: '' }
  for (const start of starts)
    for (const piece of pieces) {
      const long = `${start}\n${piece.repeat(100_000 / piece.length)}`
      const began = performance.now()
      const graph = read(long)
      const took = performance.now() - began
      if (took > slowest.took) slowest = { took, what: `${start} ${JSON.stringify(piece)}` }
      for (const { start, end } of [...graph.nodes, ...graph.edges])
        assert(0 <= start && start <= end && end <= long.length)
    }
  t.diagnostic(`slowest of 100,000 characters: ${slowest.what}, ${slowest.took.toFixed()} ms`)
})
