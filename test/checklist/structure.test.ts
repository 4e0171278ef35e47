import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChecklistId, ChecklistStatus } from '../../src/checklist/index.ts'
import { fence, review } from './review.ts'

/** Item, what it shall be judged, the shape that is tried, and the document. */
type Case = readonly [ChecklistId, ChecklistStatus, string, readonly string[]]

const cases: readonly Case[] = [
  [
    'requirements',
    'met',
    'goals with a figure',
    ['# Mail', '## Goals', '- Users can send mail to a list', '- A mail leaves within 5 seconds'],
  ],
  [
    'requirements',
    'met',
    'bold lines as headings',
    [
      '# Mail',
      '',
      '**Requirements**',
      '',
      'Users send mail to lists of people and see who has read it. It has to be highly available.',
    ],
  ],
  [
    'requirements',
    'met',
    'another name, numbered',
    [
      '# Mail',
      '## 2.1 Success criteria',
      '| Criterion | Target |',
      '|-|-|',
      '| Mail is sent to all people of a list | p99 latency 2 s |',
    ],
  ],
  [
    'requirements',
    'partial',
    'a function, but no quality',
    ['# Mail', '## Use cases', 'People write a letter and send it to all others who are on the same list.'],
  ],
  ['requirements', 'missing', 'none', ['# Mail', 'The program is written in one file.']],

  [
    'architecture-diagram',
    'met',
    'mermaid with parts',
    [
      '# A',
      '## Architecture',
      fence('mermaid', 'flowchart LR', '  Web[Web server] --> DB[(Database)]', '  Web --> Queue'),
    ],
  ],
  [
    'architecture-diagram',
    'met',
    'box art',
    [
      '# A',
      fence(
        '',
        '┌────────┐   ┌────────┐   ┌────────┐',
        '│ Client ├──►│ Server ├──►│ Store  │',
        '└────────┘   └────────┘   └────────┘',
      ),
    ],
  ],
  [
    'architecture-diagram',
    'met',
    'plus and minus art',
    [
      '# A',
      '## Overview',
      fence('text', '+--------+     +--------+', '| Client | --> | Server |', '+--------+     +--------+'),
    ],
  ],
  ['architecture-diagram', 'met', 'image by its alt text', ['# A', '![System overview](images/p1.png)']],
  [
    'architecture-diagram',
    'met',
    'html image under a heading',
    ['# A', '## Deployment', '<img src="p.svg" width="40">'],
  ],
  ['architecture-diagram', 'met', 'German heading', ['# A', '## Architektur', '', '![Bild](bild.png)']],
  ['architecture-diagram', 'partial', 'only a sequence', ['# A', fence('mermaid', 'sequenceDiagram', '  A->>B: ask')]],
  [
    'architecture-diagram',
    'partial',
    'only a decision flow',
    ['# A', fence('mermaid', 'flowchart TD', '  A[Start] --> B{Is it late?}', '  B --> C{Is it dark?}')],
  ],
  [
    'architecture-diagram',
    'missing',
    'a tree of files and a badge',
    ['# A', '![build](https://img.shields.io/badge/build-ok.svg)', fence('', 'src', '├── a.ts', '└── b.ts')],
  ],

  [
    'components',
    'met',
    'named list',
    [
      '# A',
      '## Building blocks',
      '- **Ingest service**: takes orders and checks them',
      '- **Ledger**: keeps every booking for ever',
    ],
  ],
  [
    'components',
    'met',
    'table',
    [
      '# A',
      '| Component | Responsibility |',
      '|-|-|',
      '| Gateway | lets known callers in |',
      '| Ledger | keeps bookings |',
    ],
  ],
  [
    'components',
    'met',
    'prose',
    ['# A', 'The order service validates each order. The billing worker creates the invoice.'],
  ],
  [
    'components',
    'met',
    'a section each',
    [
      '# A',
      ...['Gateway', 'Worker', 'Broker'].flatMap((name) => [
        `### The ${name}`,
        'It is the place where all of this comes together, day and night, whoever may ask for it, and it was there from the very first day on.',
      ]),
    ],
  ],
  ['components', 'partial', 'one part', ['# A', 'The gateway forwards all calls.']],
  ['components', 'missing', 'none', ['# A', 'We shall write shorter sentences.']],

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
  ['data-model', 'met', 'Go struct', ['# A', fence('go', 'type Order struct {', '  ID int64', '  Total int', '}')]],
  ['data-model', 'met', 'entity relations', ['# A', fence('mermaid', 'erDiagram', '  ORDER ||--o{ LINE : has')]],
  [
    'data-model',
    'met',
    'table of fields',
    ['# A', '| Field | Type |', '|-|-|', '| id | uuid |', '| total | integer |'],
  ],
  ['data-model', 'met', 'tree of files', ['# A', fence('', 'data/', '├── index', '├── chunks', '└── meta.json')]],
  [
    'data-model',
    'met',
    'list of fields',
    ['# A', '## Schema', '- `id`: the number', '- `total`: the sum of all lines', '- `made`: when it came in'],
  ],
  ['data-model', 'partial', 'named only', ['# A', 'Orders are kept in a table, and their state in another table.']],
  ['data-model', 'missing', 'none', ['# A', 'We meet on Mondays.']],

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

for (const [id, status, shape, lines] of cases) {
  test(`${id} is ${status}: ${shape}`, () => {
    const item = review(
      id,
      ...lines.flatMap((line) =>
        line.startsWith('|') || line.startsWith('-') || /^[*\d]/.test(line) ? [line] : ['', line, ''],
      ),
    )
    assert.equal(item.status, status, item.reason)
  })
}
