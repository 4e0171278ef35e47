import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiagramGraph } from '../../src/core/diagrams/engine.ts'
import { graphOf as graphviz } from '../../src/diagrams/graphviz/graph.ts'
import { graphOf as plantuml } from '../../src/diagrams/plantuml/graph.ts'
import { graphvizSources, plantumlSources } from '../webview/engineSources.ts'

/** `parent/id=label (kind)`, and `from->to: label`. */
const show = (graph: DiagramGraph | undefined) => ({
  nodes: graph?.nodes.map(
    ({ id, label, kind, parent }) =>
      `${parent === undefined ? '' : `${parent}/`}${id}=${label}${kind === undefined ? '' : ` (${kind})`}`,
  ),
  edges: graph?.edges.map(
    ({ from, to, label, heads }) =>
      `${from}->${to}${label === undefined ? '' : `: ${label}`}${heads ? ` ${heads}` : ''}`,
  ),
})

test('DOT: nodes, labels, clusters, ports, blocks and both kinds of edges', () => {
  const source = `strict digraph "x" {
  label="The shop"; node [shape=box]
  subgraph cluster_core { label = "Core"; api [label="API\\ngateway"]; orders }
  db [shape=cylinder, label=<<b>Orders</b> &amp; lines>]
  api:p:e -> { orders db } [label="reads"]
  db -> api [dir=back]; api -> mail [dir=none]
  "order service" -> mail // -> nowhere
}`
  assert.deepEqual(show(graphviz(source)), {
    nodes: [
      'cluster_core=Core (group)',
      'cluster_core/api=API gateway',
      'cluster_core/orders=orders',
      'db=Orders & lines (store)',
      'mail=mail',
      'order service=order service',
    ],
    edges: ['api->orders: reads', 'api->db: reads', 'api->db', 'api->mail none', 'order service->mail'],
  })
  assert.equal(graphviz(source)?.title, 'The shop')
  assert.deepEqual(show(graphviz('graph { a -- b }')).edges, ['a->b none'])
  assert.equal(graphviz('digrph { a -> b }'), undefined)
})

test('PlantUML: elements, aliases, groups and arrows of each kind', () => {
  assert.deepEqual(
    show(
      plantuml(`@startuml
title The shop
actor User
package "Back end" as back {
  [Order service] as OS
  database "PostgreSQL" as DB
  queue Kafka
}
User --> OS : "places" an order
OS -[#red]down-> DB
DB <.. Kafka
OS -- (Pay)
note left of OS
  A -> B
end note
' X -> Y
@enduml
Z -> Z`),
    ),
    {
      nodes: [
        'User=User (person)',
        'back=Back end (group)',
        'back/OS=Order service',
        'back/DB=PostgreSQL (store)',
        'back/Kafka=Kafka (queue)',
        'Pay=Pay',
      ],
      edges: ['User->OS: "places" an order', 'OS->DB', 'Kafka->DB', 'OS->Pay none'],
    },
  )
})

test('PlantUML: classes with members, cardinalities and inheritance', () => {
  assert.deepEqual(
    show(
      plantuml(
        'class Order {\n  +total -> x\n}\nOrder "1" *-- "many" Line : has\nPriced <|.. Order\nOrder ||--o{ Item',
      ),
    ),
    {
      nodes: ['Order=Order (type)', 'Line=Line', 'Priced=Priced', 'Item=Item'],
      edges: ['Order->Line: has none', 'Order->Priced', 'Order->Item none'],
    },
  )
})

test('PlantUML: each group of states has its own start', () => {
  assert.deepEqual(show(plantuml('[*] --> A\nstate A {\n  [*] --> B\n}\nA --> [*]')).edges, [
    '[*] start->A',
    'A[*] start->B',
    'A->[*] end',
  ])
})

test('PlantUML: the macros of C4', () => {
  assert.deepEqual(
    show(
      plantuml(`!include <C4/C4_Container>
Person(user, "User", "Buys")
System_Boundary(shop, "Shop") {
  Container(api, "API", "Go")
  ContainerDb(db, "Orders")
}
System_Ext(mail, "Mail")
Rel(user, api, "Uses", "HTTPS")
Rel_D(api, db, "Reads, writes")`),
    ),
    {
      nodes: [
        'user=User (person)',
        'shop=Shop (group)',
        'shop/api=API',
        'shop/db=Orders (store)',
        'mail=Mail (external)',
      ],
      edges: ['user->api: Uses', 'api->db: Reads, writes'],
    },
  )
})

test('PlantUML: kinds without named nodes have no graph', () => {
  for (const kind of ['mindmap', 'gantt', 'json', 'activity'])
    assert.equal(plantuml(plantumlSources[kind] ?? ''), undefined, kind)
})

test('a node’s range in the source contains its ID', () => {
  const graphs = [
    ...Object.values(graphvizSources).map((source) => ({ source, graph: graphviz(source) })),
    ...Object.values(plantumlSources).map((source) => ({ source, graph: plantuml(source) })),
  ]
  for (const { source, graph } of graphs)
    for (const { id, kind, start, end } of graph?.nodes ?? []) {
      const written = source.slice(start, end).replace(/^["[(:]+|["\]):]+$/g, '')
      assert.equal(written, kind === 'point' ? '*' : id, source)
    }
})

test('a name of only whitespace is shown on one line', () => {
  assert.equal(graphviz('digraph {\n"\n" -> b\n}')?.nodes[0]?.label, ' ')
})

test('graphs can be read from any text, and no position is outside it', () => {
  for (const piece of [
    '{',
    'a->',
    'a [',
    '<',
    '"',
    '{a b c d}->',
    'package x {\n',
    '(',
    '-',
    'A o',
    `${' '.repeat(99)}\n`,
  ]) {
    const text = piece.repeat(50_000 / piece.length)
    for (const source of [text, `digraph{${text}`, `@startuml\n${text}`]) {
      for (const { start, end } of [graphviz(source), plantuml(source)].flatMap((graph) => graph?.nodes ?? []))
        assert(0 <= start && start <= end && end <= source.length)
    }
  }
})
