import { type Case, fence, testCases } from './review.ts'

const cases: readonly Case[] = [
  [
    'data-flow',
    'met',
    'numbered steps',
    ['# A', '1. The client sends an order', '2. The gateway checks it', '3. The ledger stores it'],
  ],
  [
    'data-flow',
    'met',
    'bullets with subjects',
    [
      '# A',
      '* The client sends an order to the gateway',
      '* The gateway forwards it to the ledger',
      '* The ledger returns a number',
    ],
  ],
  [
    'data-flow',
    'met',
    'plantuml sequence',
    ['# A', fence('plantuml', '@startuml', 'participant A', 'A -> B: order', '@enduml')],
  ],
  [
    'data-flow',
    'met',
    'prose in order',
    [
      '# A',
      'First the client sends the order to the gateway. Then the gateway validates it and publishes an event to the queue. Finally the worker consumes it and writes the booking.',
    ],
  ],
  [
    'data-flow',
    'met',
    'numbered steps under their heading, in words of their own',
    [
      '# A',
      '## Data Flow',
      '1. The browser asks for a name',
      '2. The balancer passes it on',
      '3. The service looks it up',
      '4. It answers with 302',
    ],
  ],
  [
    'data-flow',
    'partial',
    'fragments',
    ['# A', 'The worker reads orders. The store returns rows, which a client requests.'],
  ],
  ['data-flow', 'missing', 'none', ['# A', 'Names begin with a capital letter.']],

  [
    'data-model',
    'met',
    'SQL',
    [
      '# A',
      fence(
        'sql',
        'CREATE TABLE orders (',
        '  id BIGINT NOT NULL,',
        '  total INT NOT NULL,',
        '  made DATE NOT NULL',
        ');',
      ),
    ],
  ],
  [
    'data-flow',
    'met',
    'a table of steps',
    [
      '## 4 Path of a call',
      '| Step | Who | What |\n|---|---|---|\n| 1 | Client | sends a key |\n| 2 | Proxy | counts it |\n| 3 | Proxy | returns 429 |',
    ],
  ],
  [
    'data-flow',
    'missing',
    'a numbered table of parts',
    [
      '## Parts',
      '| # | Component | What |\n|---|---|---|\n| 1 | Gateway | ends TLS |\n| 2 | Orders | keeps the orders |\n| 3 | Mailer | sends mail |',
    ],
  ],
  [
    'data-flow',
    'missing',
    'a table of duties',
    [
      '## Duties',
      '| Step | Who | What |\n|---|---|---|\n| 1 | Ana | orders disks |\n| 2 | Ben | installs them |\n| 3 | Ana | pays |',
    ],
  ],
  [
    'data-flow',
    'missing',
    'a table of work to be done',
    [
      '## Roll-out plan',
      '| Step | Who | What |\n|---|---|---|\n| 1 | Ana | orders disks |\n| 2 | Ben | installs them |\n| 3 | Ana | pays |',
    ],
  ],
  ['data-model', 'met', 'Go struct', ['# A', fence('go', 'type Order struct {', '  ID int64', '  Total int', '}')]],
  ['data-model', 'met', 'entity relations', ['# A', fence('mermaid', 'erDiagram', '  ORDER ||--o{ LINE : has')]],
  [
    'data-model',
    'met',
    'table of fields',
    ['# A', '| Field | Type |', '|-|-|', '| id | uuid |', '| total | integer |'],
  ],
  [
    'data-model',
    'missing',
    'borders of a drawing are no tree of files',
    [
      '# A',
      fence('text', '+-----+    +-----+', '| Web |--->| App |', '+-----+    +-----+', '┌─────┐', '│ Job │', '└─────┘'),
    ],
  ],
  ['data-model', 'met', 'tree of files', ['# A', fence('', 'data/', '├── index', '├── chunks', '└── meta.json')]],
  [
    'data-model',
    'met',
    'list of fields',
    ['# A', '## Schema', '- `id`: the number', '- `total`: the sum of all lines', '- `made`: when it came in'],
  ],
  [
    'data-model',
    'met',
    'fields in a cell',
    [
      '## 5 Data',
      '| Kind | Fields |\n|---|---|\n| Count | key, minute, count (integer) |\n| Limit | key, plan (text), override |',
    ],
  ],
  [
    'data-model',
    'missing',
    'properties of something else',
    ['## Options', '| Option | Properties |\n|---|---|\n| Kafka | durable, ordered |\n| NATS | fast, simple |'],
  ],
  ['data-model', 'partial', 'named only', ['# A', 'Orders are kept in a table, and their state in another table.']],
  ['data-model', 'missing', 'none', ['# A', 'We meet on Mondays.']],

  [
    'api-contracts',
    'missing',
    'tables of a database',
    [
      '# A',
      '## Data Model',
      fence('sql', 'CREATE TABLE link (', '  name text PRIMARY KEY,', '  target text NOT NULL', ');'),
    ],
  ],
  ['api-contracts', 'met', 'request line', ['# A', fence('', 'GET /orders/{id}')]],
  [
    'api-contracts',
    'met',
    'TypeScript method',
    ['# A', fence('ts', 'interface Orders {', '  find(id: string): Promise<Order>', '}')],
  ],
  ['api-contracts', 'met', 'command with a flag', ['# A', fence('sh', 'orders list --since yesterday')]],
  [
    'api-contracts',
    'met',
    'table of endpoints',
    ['# A', '| Endpoint | Returns |', '|-|-|', '| /orders | all orders |', '| /orders/1 | one order |'],
  ],
  [
    'api-contracts',
    'met',
    'settings in prose',
    ['# A', 'The `size` option and the `depth` option are numbers. The `name` setting is a word.'],
  ],
  [
    'api-contracts',
    'partial',
    'named only',
    ['# A', 'There is a REST API for orders.', '', 'A second API is for reports.'],
  ],
  ['api-contracts', 'missing', 'none', ['# A', 'We meet on Mondays.']],
]

testCases(cases)
