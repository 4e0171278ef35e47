/** Diagrams with unusual names, drawings or order that the small samples in `kinds` lack. */
export const tricky: Readonly<Record<string, string>> = {
  'flowchart with groups, loops and twins': `flowchart TB
  %% a comment
  a_b["One<br/>two"] --> c & d
  a_b --> c
  d -- again --> d
  subgraph g [Group]
    direction LR
    x-1 --> y@{ shape: cyl, label: "Store" }
  end
  c e1@==> g`,
  'state with forks and regions': `stateDiagram-v2
  direction LR
  state "Waiting long" as w
  [*] --> w
  w --> w : again
  state f <<fork>>
  w --> f
  f --> Both
  state Both {
    a --> b
    --
    c --> d
  }
  Both --> [*]`,
  'class with notes, namespaces and generics': `classDiagram
  note for A "hi"
  A <|-- B
  A --> A : self
  namespace N {
    class C
    class D
  }
  C ..> D
  class G~T~
  G~T~ --> C`,
  'sequence with boxes, created actors and long words': `sequenceDiagram
  box Blue Team
    participant C as Front<br/>end
    participant D
  end
  C->>D: first<br/>second
  create participant B
  D->>B: hi
  D->>D: self
  Note over D: n
  D-)C: async
  destroy B
  D-xB: die`,
  'mindmap with twins': `mindmap
  root((R))
    A
      B
    A`,
  'gantt without ids': `gantt
  dateFormat YYYY-MM-DD
  section A
  One :2026-01-01, 3d
  Two :crit, 2d
  Mile :milestone, m1, 2026-01-09, 0d`,
  'architecture with a junction': `architecture-beta
  group api(cloud)[API]
  service db(database)[DB] in api
  service s(server)[S] in api
  junction j in api
  db:L -- R:s
  s:B --> T:j`,
  'git graph with tags, names and a cherry-pick': `gitGraph
  commit id: "first one" tag: "v1"
  branch "fast lane" order: 3
  commit id: "B" type: REVERSE
  commit type: HIGHLIGHT
  checkout main
  merge "fast lane" id: "both" tag: "v2"
  branch other
  cherry-pick id: "B"
  checkout main
  commit`,
  'timeline with sections and several lines': `timeline TD
  section Start
    2024 : First at 10:30 : Second
         : First at 10:30
  section Now
    2025 : Third`,
  'xychart that lies': `xychart-beta horizontal
  x-axis "day" [mon, tue]
  y-axis 0 --> 10
  line [1, 2]
  line [3, 4]`,
  'journey with long names': `journey
  section Buy
    Search: 5: The buyer of the whole company and all its branches, Shop
  section Pay
    Search: 1: Shop`,
  'packet with a field over two rows': `packet-beta
  0-15: "Port"
  16-63: "Sequence"
  64-95: "Rest"`,
  C4Container: `C4Container
  Person(u, "User")
  System_Boundary(b, "Shop") {
    Container(web, "Web", "React", "The pages")
    ContainerDb(db, "Store", "PostgreSQL")
  }
  Rel(u, web, "Opens")
  BiRel(web, db, "Reads and writes", "SQL")`,
}
