/** A small valid graph of each kind. */
export const graphvizSources: Readonly<Record<string, string>> = {
  'directed, with clusters': `digraph orders {
  rankdir=LR
  subgraph cluster_core { label="Core"; api [label="API gateway"]; orders [label="Order service"] }
  db [shape=cylinder label="Orders\\n(PostgreSQL)"]
  api -> orders [label="REST"]
  orders -> db [label="writes" style=dashed]
}`,
  undirected: 'graph { a -- b -- c; a -- c }',
  strict: 'strict digraph { a -> b; a -> b }',
  records: 'digraph { node [shape=record]; order [label="{Order|id: uuid|<t> total: money}"]; order:t -> line }',
  markup:
    'digraph { a [shape=plain label=<<table border="0" cellborder="1"><tr><td>A</td><td port="p"><b>B</b></td></tr></table>>] a:p -> b }',
  'another layout': 'graph { layout=neato; a -- b -- c -- a }',
  'own colours': 'digraph { a [style=filled fillcolor="#cfe8ff" color=navy]; a -> b [color=red] }',
  'names of all scripts': 'digraph { "Größe" -> "尺寸" -> "размер" }',
}

/** A small valid diagram of each PlantUML kind that design documents use. */
export const plantumlSources: Readonly<Record<string, string>> = {
  sequence: `@startuml
actor User
participant "Order API" as A
database Orders
User -> A : POST /orders
activate A
A -> Orders : insert
alt stock left
  A --> User : 201 Created
else sold out
  A --> User : 409
end
deactivate A
@enduml`,
  'without start and end': 'A -> B : hello\nB --> A',
  class: `@startuml
class Order {
  +id: UUID
  +total(): Money
}
interface Priced
Order ..|> Priced
Order "1" *-- "many" Line : has
@enduml`,
  component: `@startuml
package "Backend" {
  [Order service] as OS
  database "PostgreSQL" as DB
}
cloud Internet
queue Kafka
Internet --> OS : HTTPS
OS --> DB
OS ..> Kafka : events
@enduml`,
  'use case': '@startuml\nactor Buyer\nusecase "Place an order" as P\nBuyer --> P\nBuyer --> (Pay)\n@enduml',
  activity:
    '@startuml\nstart\n:receive;\nif (in stock?) then (yes)\n  :reserve;\nelse (no)\n  stop\nendif\nend\n@enduml',
  state:
    '@startuml\n[*] --> Draft\nDraft --> Review : submit\nstate Review {\n  [*] --> Waiting\n}\nReview --> [*]\n@enduml',
  object: '@startuml\nobject order {\n  id = 1\n}\nobject line\norder --> line\n@enduml',
  deployment: '@startuml\nnode server {\n  artifact app\n}\ncloud cdn\ncdn --> app\n@enduml',
  entities:
    '@startuml\nentity Order {\n  * id : uuid\n  --\n  total : money\n}\nentity Line\nOrder ||--o{ Line\n@enduml',
  timing: '@startuml\nrobust "Service" as S\n@0\nS is Idle\n@100\nS is Busy\n@enduml',
  mindmap: '@startmindmap\n* Orders\n** API\n** Storage\n@endmindmap',
  'work breakdown': '@startwbs\n* Project\n** Build\n** Run\n@endwbs',
  gantt: "@startgantt\n[Design] lasts 10 days\n[Build] lasts 5 days\n[Build] starts at [Design]'s end\n@endgantt",
  json: '@startjson\n{ "id": 1, "lines": [1, 2] }\n@endjson',
  yaml: '@startyaml\nid: 1\nlines:\n  - 1\n@endyaml',
  theme: '@startuml\n!theme cerulean\nA -> B\n@enduml',
  'a theme of its own': '@startuml\nskinparam sequenceArrowColor navy\nA -> B : <color:red>x</color>\n@enduml',
  icons: '@startuml\nA -> B : <&key> secret <:smile:>\n@enduml',
  procedures: '@startuml\n!procedure $call($from, $to)\n$from -> $to : call\n!endprocedure\n$call("A", "B")\n@enduml',
}
