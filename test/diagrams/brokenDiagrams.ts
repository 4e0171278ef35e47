/**
 * Diagrams with one mistake each, as authors make them. The line that begins with `»` holds the mistake; the mark is not
 * part of the diagram. Where something is never closed, that is the line it was opened on.
 */
const sources = `
=== flowchart: square bracket never closed
flowchart LR
  A[Start] --> B[Next]
» B --> C[Unclosed
  C --> D[End]

=== flowchart: square bracket never closed, on the last line
flowchart LR
  A[Start] --> B[Next]
» B --> C[Unclosed

=== flowchart: round bracket closed as square
flowchart TD
  A(Start) --> B(Next)
» B --> C(Round]
  C --> D(End)

=== flowchart: arrow with one dash
flowchart LR
  A --> B
  B --> C
» C -> D
  D --> E

=== flowchart: arrow to nowhere
flowchart LR
  A --> B
  C --> D
» B -->

=== flowchart: arrow to nowhere before end
flowchart LR
  subgraph one
    A --> B
»   B -->
  end
  C --> D

=== flowchart: reserved word as a node
flowchart LR
  A --> B
» B --> end
  C --> D

=== flowchart: subgraph never closed
flowchart LR
  A --> B
» subgraph inner
    C --> D
  D --> E

=== flowchart: one end too many
flowchart LR
  subgraph inner
    A --> B
  end
» end
  B --> C

=== flowchart: parenthesis inside a label
flowchart LR
  A[Start] --> B[Next]
» B --> C[Call save(order)]
  C --> D[Done]

=== flowchart: quote never closed
flowchart LR
  A["Start"] --> B["Next"]
» B --> C["Never closed]
  C --> D["Done"]

=== flowchart: edge label never closed
flowchart LR
  A -->|yes| B
» B -->|no C
  C --> D

=== flowchart: unknown direction
» flowchart SIDEWAYS
  A --> B

=== flowchart: two statements on one line
flowchart LR
  A --> B
» B --> C D --> E
  E --> F

=== flowchart: style without a target
flowchart LR
  A --> B
» style fill:#f9f
  B --> C

=== flowchart: rhombus closed with one bracket too many
flowchart TD
  A{Choose}

  A -->|one| B[One]
» A -->|two| C{Two}}
  B --> D

=== flowchart: unknown shape
flowchart TD
  A --> B
» B@{ shape: hexagonn }
  B --> C

=== flowchart: linkStyle beyond the last edge
flowchart TD
  A --> B
  B --> C
» linkStyle 7 stroke:red

=== flowchart: arrow with one dash and no spaces
flowchart LR
» A->B
  B --> C
  C --> D

=== flowchart: one dash behind a label
flowchart LR
  A -- yes --> B
» A -- no -> C
  C -- so --> D

=== flowchart: properties never closed
flowchart TD
  A --> B
» A@{ shape: rect, label: "x"
  B --> C

=== unknown kind
» flowchrt LR
  A --> B

=== unknown kind, other case
» sequencediagram
  A->>B: hello

=== sequence: message without a colon
sequenceDiagram
  participant A
  A->>B: hello
» B->>A hello
  A->>B: bye

=== sequence: alt never closed
sequenceDiagram
  A->>B: hello
» alt all well
    B->>A: fine
  else not
    B->>A: poor

=== sequence: end without a beginning
sequenceDiagram
  A->>B: hello
» end
  B->>A: fine

=== sequence: unknown arrow
sequenceDiagram
  A->>B: hello
» B=>>A: fine
  A->>B: bye

=== sequence: note without a place
sequenceDiagram
  A->>B: hello
» Note A: thinking
  B->>A: fine

=== sequence: deactivated without activation
sequenceDiagram
  A->>B: hello
  B->>A: fine
» deactivate B
  A->>B: bye

=== sequence: receiver missing
sequenceDiagram
  A->>B: hello
» B->>: fine
  A->>B: bye

=== class: member list never closed
classDiagram
  class Animal {
    +int age
  }
» class Dog {
    +bark()
  Animal <|-- Dog

=== class: relation to nowhere
classDiagram
  class Animal
  class Dog
  Animal <|-- Dog
» Animal <|--
  class Cat

=== class: unknown relation
classDiagram
  class Animal
» Animal <<|-- Dog
  class Cat

=== class: closing brace too many
classDiagram
  class Animal {
    +int age
  }
» }
  class Cat

=== state: arrow of another kind
stateDiagram-v2
  [*] --> Idle
» Idle -> Busy
  Busy --> [*]

=== state: composite never closed
stateDiagram-v2
  [*] --> Idle
» state Busy {
    Working --> Waiting
  Idle --> Busy

=== state: arrow to nowhere
stateDiagram-v2
  [*] --> Idle
» Idle -->
  Busy --> [*]

=== state: note never closed
stateDiagram-v2
  [*] --> A
» note right of A
    hello
  A --> B

=== er: cardinality that does not exist
erDiagram
  CUSTOMER ||--o{ ORDER : places
» ORDER ||-->{ LINE : contains
  LINE }o--|| ITEM : of

=== er: attribute without a name
erDiagram
  CUSTOMER {
    string name
»   string
  }
  CUSTOMER ||--o{ ORDER : places

=== er: relation without a label
erDiagram
  CUSTOMER ||--o{ ORDER : places
» ORDER ||--|{ LINE
  LINE }o--|| ITEM : of

=== er: attribute list never closed
erDiagram
  CUSTOMER ||--o{ ORDER : places
» CUSTOMER {
    string name
  ORDER ||--|{ LINE : contains

=== C4: parenthesis never closed
C4Context
  title System
  Person(user, "User")
» System(shop, "Shop", "Sells"
  Rel(user, shop, "buys")

=== C4: unknown element
C4Context
  title System
» Persn(user, "User")
  System(shop, "Shop")

=== C4: boundary never closed
C4Context
  title System
» System_Boundary(b, "Boundary") {
    System(shop, "Shop")
  Person(user, "User")

=== C4: relation to an unknown alias
C4Context
  Person(user, "User")
  System(shop, "Shop")
» Rel(user, shp, "buys")
  Rel(shop, user, "ships")

=== C4: boundary without a brace
C4Container
  Person(a, "A")
» Container_Boundary(c, "C")
    Container(d, "D", "x")
  }

=== C4: quote never closed
C4Context
  title System
» Person(user, "User)
  System(shop, "Shop")

=== gantt: task without a colon
gantt
  title Plan
  dateFormat YYYY-MM-DD
  section One
» Design 2024-01-01, 10d
  Build :b, 2024-01-11, 10d

=== gantt: date that is none
gantt
  title Plan
  dateFormat YYYY-MM-DD
  section One
  Design :a, 2024-01-01, 10d
» Build :b, someday, 10d
  Test :c, after b, 5d

=== mindmap: bracket never closed
mindmap
  root((Core))
    One
»     Two[Unclosed
    Three

=== mindmap: second root
mindmap
  root((Core))
    One
» Other
    Two

=== architecture: parenthesis never closed
architecture-beta
  group api(cloud)[API]
  service db(database)[Database] in api
» service web(server[Web] in api
  db:L -- R:web

=== architecture: unknown service
architecture-beta
  group api(cloud)[API]
  service db(database)[Database] in api
  service web(server)[Web] in api
» db:L -- R:wbe

=== pie: label without quotes
pie title Pets
  "Dogs" : 40
» Cats : 30
  "Birds" : 20

=== pie: value that is no number
pie title Pets
  "Dogs" : 40
» "Cats" : many
  "Birds" : 20

=== pie: negative value
pie title Pets
  "Dogs" : 40
» "Cats" : -3
  "Birds" : 20

=== gitGraph: checkout of an unknown branch
gitGraph
  commit
  branch develop
  commit
» checkout feature
  commit

=== gitGraph: unknown command
gitGraph
  commit
» comit id: "two"
  commit

=== gitGraph: branch made twice
gitGraph
  commit
  branch develop
  commit
» branch develop
  commit

=== gitGraph: merge into itself
gitGraph
  commit
  branch develop
  commit
» merge develop
  commit

=== journey: score that is no number
journey
  title My day
  section Work
    Tea: 5: Me
»   Work
    Home: 3: Me

=== timeline: event without a period
timeline
  title History
» : nothing before
  2004 : Facebook

=== quadrant: point outside
quadrantChart
  title Reach
  x-axis Low --> High
  y-axis Low --> High
  A: [0.3, 0.6]
» B: [1.5, 0.2]
  C: [0.2, 0.2]

=== quadrant: point without brackets
quadrantChart
  title Reach
  x-axis Low --> High
  A: [0.3, 0.6]
» B: 0.5, 0.2
  C: [0.2, 0.2]

=== requirement: unknown risk
requirementDiagram
  requirement login {
    id: 1
    text: users log in
»   risk: enormous
    verifymethod: test
  }

=== requirement: block never closed
requirementDiagram
  requirement login {
    id: 1
    text: users log in
  }
» element shop {
    type: simulation

=== sankey: row with two columns
sankey-beta
  Coal,Power,30
» Gas,Power
  Power,Homes,40

=== sankey: quote never closed
sankey-beta
  Coal,Power,30
» "Gas,Power,20
  Power,Homes,40

=== xychart: list never closed
xychart-beta
  title Sales
  x-axis [jan, feb, mar]
» bar [1, 2, 3
  line [3, 2, 1]

=== xychart: word where a number belongs
xychart-beta
  title Sales
  x-axis [jan, feb, mar]
» bar [1, two, 3]
  line [3, 2, 1]

=== block: bracket never closed
block-beta
  columns 2
» a["One" b
  c d

=== block: block never closed
block-beta
  columns 2
» block:inner
    a b
  c

=== sequence: semicolon in a message
sequenceDiagram
  A->>B: hello
» B->>A: fine; and you
  A->>B: bye

=== packet: gap between the ranges
packet-beta
  0-15: "Source"
  16-31: "Target"
» 40-63: "Number"
  64-95: "More"

=== packet: end before start
packet-beta
  0-15: "Source"
» 16-9: "Target"
  10-63: "Number"

=== packet: label without quotes
packet-beta
  0-15: "Source"
» 16-31: Target
  32-63: "Number"

=== kanban: bracket never closed
kanban
  todo[Todo]
    one[First]
  done[Done]
»   two[Second

=== radar: curve never closed
radar-beta
  axis a["A"], b["B"], c["C"]
» curve x["X"]{1, 2, 3
  curve y["Y"]{3, 2, 1}

=== radar: unknown keyword
radar-beta
  title X
» axes a, b, c
  curve x{1, 2, 3}

=== radar: curve with too few values
radar-beta
  axis a["A"], b["B"], c["C"]
  curve x["X"]{1, 2, 3}
» curve y["Y"]{a: 1}

=== treemap: value that is no number
treemap-beta
  "Root"
    "One": 10
»   "Two": ten
    "Three": 5

=== treemap: quote never closed
treemap-beta
  "Root"
    "One": 10
»   "Two: 5
    "Three": 5
`

/** One diagram with one mistake. */
export interface BrokenDiagram {
  readonly name: string
  readonly source: string
  /** The line of the mistake, from 0. */
  readonly line: number
}

export const brokenDiagrams: readonly BrokenDiagram[] = sources
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...body] = part.trimEnd().split('\n')
    return {
      name,
      source: body.map((line) => line.replace(/^»/, ' ')).join('\n'),
      line: body.findIndex((line) => line.startsWith('»')),
    }
  })
