import { type Case, fence, testCases } from './review.ts'

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
  ...['Goals and non-goals', 'Ziele und Nichtziele', '目标与非目标'].map(
    (title): Case => [
      'requirements',
      'met',
      `goals under "${title}"`,
      ['# Mail', `## ${title}`, '- A mail has to reach the list within 5 seconds, 99 % of the time', '- Not: pictures'],
    ],
  ),
  ...['Non-goals', 'Out of scope (for now)', 'Nichtziele', '非目标'].map(
    (title): Case => [
      'requirements',
      'missing',
      `what would be goals under "${title}"`,
      ['# Mail', `## ${title}`, '- A mail has to reach the list within 5 seconds, 99 % of the time'],
    ],
  ),
  [
    'monitoring',
    'met',
    'under "Reference-level explanation", which is no list of references',
    [
      '# Mail',
      '## Reference-level explanation',
      '### Metrics',
      'We count lost mails and alert the crew on duty when more than 2 % of an hour are lost.',
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
        `It is the place where all of this comes together, day and night, whoever may ask the ${name}, and it was there from the very first day on.`,
      ]),
    ],
  ],
  ['components', 'partial', 'one part', ['# A', 'The gateway forwards all calls.']],
  ['components', 'missing', 'none', ['# A', 'We shall write shorter sentences.']],

  [
    'data-model',
    'met',
    'records with their fields in a line each',
    ['# A', '## Data', '- **Berth**: number, length, depth (in metres)', '- **Ferry**: name, draught, owner'],
  ],
  [
    'data-model',
    'partial',
    'records with a sentence each',
    [
      '# A',
      '## Data',
      '- **Berth**: where a ferry lies for the night, if it has one at all',
      '- **Ferry**: a ship of ours',
    ],
  ],
  [
    'api-contracts',
    'met',
    'messages with what they carry in brackets',
    ['# A', '## API', 'It takes **Moor** (ferry, berth) and **Leave** (ferry, time), and answers **Done** (berth).'],
  ],
  [
    'api-contracts',
    'partial',
    'a remark in brackets',
    [
      '# A',
      '## API',
      'The harbour has a message called **Moor** (the master uses it each day) and another for leaving.',
    ],
  ],
  [
    'data-model',
    'missing',
    'classes of which only the ancestry is drawn',
    ['# A', fence('mermaid', 'classDiagram', '  Ship <|-- Ferry', '  Ship <|-- Tug')],
  ],
]

testCases(cases)
