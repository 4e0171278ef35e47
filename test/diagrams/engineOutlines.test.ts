import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiagramOutline } from '../../src/core/diagrams/engine.ts'
import { outlineOf as graphviz } from '../../src/diagrams/graphviz/outline.ts'
import { outlineOf as plantuml } from '../../src/diagrams/plantuml/outline.ts'
import { graphvizSources, plantumlSources } from '../webview/engineSources.ts'

/** `parent/id=label (kind)`, and `from->to: label`. */
const show = (outline: DiagramOutline | undefined) => ({
  nodes: outline?.nodes.map(
    ({ id, label, kind, parent }) =>
      `${parent === undefined ? '' : `${parent}/`}${id}=${label}${kind === undefined ? '' : ` (${kind})`}`,
  ),
  edges: outline?.edges.map(
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

test('kinds without named nodes have no outline', () => {
  for (const kind of ['mindmap', 'gantt', 'json', 'activity'])
    assert.equal(plantuml(plantumlSources[kind] ?? ''), undefined, kind)
})

test('offsets name what they stand for', () => {
  const outlines = [
    ...Object.values(graphvizSources).map((source) => ({ source, outline: graphviz(source) })),
    ...Object.values(plantumlSources).map((source) => ({ source, outline: plantuml(source) })),
  ]
  for (const { source, outline } of outlines)
    for (const { id, kind, start, end } of outline?.nodes ?? []) {
      const written = source.slice(start, end).replace(/^["[(:]+|["\]):]+$/g, '')
      assert.equal(written, kind === 'point' ? '*' : id, source)
    }
})

test('a name that is nothing but blanks is shown on one line', () => {
  assert.equal(graphviz('digraph {\n"\n" -> b\n}')?.nodes[0]?.label, ' ')
})

test('outlines take any text, and no place lies outside of it', () => {
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
      for (const { start, end } of [graphviz(source), plantuml(source)].flatMap((outline) => outline?.nodes ?? []))
        assert(0 <= start && start <= end && end <= source.length)
    }
  }
})
