/** A small valid diagram of each kind that design documents use. */
export const kinds: Readonly<Record<string, string>> = {
  flowchart: `flowchart LR
  client[Web client] -->|HTTPS| api(API gateway)
  subgraph backend [Backend]
    api --> orders[Order service]
    api --> billing[Billing service]
    orders --> db[(Orders)]
  end
  billing -.->|events| queue{{Queue}}`,
  sequenceDiagram: `sequenceDiagram
  autonumber
  actor U as User
  participant A as API
  participant D as Database
  U->>+A: POST /orders
  A->>D: insert
  alt stock left
    D-->>A: id
    A-->>-U: 201 Created
  else sold out
    A-->>U: 409
  end
  Note over A,D: one transaction`,
  classDiagram: `classDiagram
  class Order {
    +id: string
    +total() Money
  }
  Order "1" *-- "many" Line : has
  Order ..> Customer
  <<interface>> Customer`,
  'stateDiagram-v2': `stateDiagram-v2
  [*] --> Draft
  Draft --> Review : submit
  state Review {
    [*] --> Open
    Open --> Approved
  }
  Review --> [*]
  note right of Draft : nobody sees it`,
  erDiagram: `erDiagram
  CUSTOMER ||--o{ ORDER : places
  ORDER {
    string id PK
    date placed
    int total
  }`,
  C4Context: `C4Context
  title Shop, system context
  Person(buyer, "Buyer", "Orders things")
  Enterprise_Boundary(b, "Company") {
    System(shop, "Shop", "Sells things")
    System_Ext(mail, "Mail", "Sends mail")
  }
  Rel(buyer, shop, "Uses", "HTTPS")
  Rel(shop, mail, "Sends with")`,
  gantt: `gantt
  title Rollout
  dateFormat YYYY-MM-DD
  section Build
  Schema :done, a, 2026-01-05, 5d
  Service :active, b, after a, 10d
  section Ship
  Canary :crit, c, after b, 4d
  Everyone :d, after c, 3d`,
  mindmap: `mindmap
  root((Risks))
    People
      Holidays
    Technology
      New database
      Latency
    Law`,
  'architecture-beta': `architecture-beta
  group cloud(cloud)[Cloud]
  service web(internet)[Gateway]
  service app(server)[App] in cloud
  service db(database)[Store] in cloud
  web:R --> L:app
  app:R --> L:db`,
  gitGraph: `gitGraph
  commit
  branch feature
  commit
  commit
  checkout main
  commit
  merge feature`,
  pie: `pie title Where time goes
  "Build" : 45
  "Test" : 30
  "Review" : 15
  "Deploy" : 10`,
  timeline: `timeline
  title History
  2024 : First version
  2025 : Second region : New API
  2026 : Third region`,
  journey: `journey
  title Buying
  section Find
    Search: 5: Buyer
    Compare: 3: Buyer
  section Pay
    Card: 2: Buyer, Bank`,
  quadrantChart: `quadrantChart
  title Options
  x-axis Cheap --> Costly
  y-axis Slow --> Fast
  quadrant-1 Think
  quadrant-2 Do
  quadrant-3 Leave
  quadrant-4 Drop
  Cache: [0.3, 0.8]
  Rewrite: [0.9, 0.6]`,
  requirementDiagram: `requirementDiagram
  requirement fast {
    id: 1
    text: answers in 100 ms
    risk: high
    verifymethod: test
  }
  element api {
    type: service
  }
  api - satisfies -> fast`,
  'xychart-beta': `xychart-beta
  title Load
  x-axis [mon, tue, wed, thu]
  y-axis "requests" 0 --> 100
  bar [20, 60, 80, 40]
  line [20, 60, 80, 40]`,
  'block-beta': `block-beta
  columns 3
  a["Front"] b["Middle"] c["Back"]
  a --> b`,
  kanban: `kanban
  todo[To do]
    t1[Write tests]
  done[Done]
    t2[Design]`,
  'packet-beta': `packet-beta
  0-15: "Source port"
  16-31: "Destination port"
  32-63: "Sequence number"`,
  'sankey-beta': `sankey-beta
  Visitors,Buyers,20
  Visitors,Leavers,80`,
  'radar-beta': `radar-beta
  title Skills
  axis s["Speed"], c["Cost"], t["Trust"]
  curve now["Now"]{1, 2, 3}
  curve then["Then"]{3, 4, 2}
  max 5`,
  'treemap-beta': `treemap-beta
"Disk"
  "Photos": 40
  "Mail": 12
"Cloud"
  "Backups": 30`,
  zenlike: `flowchart TD
  %% the same words as a flowchart with its own theme
  a[Start] --> b{Choice}
  b -->|yes| c[One]
  b -->|no| d[Two]`,
  ownTheme: `%%{init: {"theme": "forest"}}%%
flowchart LR
  a[Drawn] --> b[in forest]`,
}
