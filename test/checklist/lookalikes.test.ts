import { type Case, fence, testCases } from './review.ts'

const flowchart = fence('mermaid', 'flowchart LR', '  skipper --asks--> office', '  office(Harbour office) --> Master')

/** Guidance of a template, which does not count as the author's English. */
const guidance = `<!-- ${'Say which of the parts is the one that fails, and what the user sees of it. '.repeat(5)}-->`

/** Texts that look like an answer but are not one, and answers in an unusual form. */
const cases: readonly Case[] = [
  ['data-model', 'partial', 'a flowchart', ['# Berths', '## Data', 'Where a berth goes, and who says so.', flowchart]],
  [
    'data-model',
    'missing',
    'a sketch in JavaScript',
    [
      '# Berths',
      fence('js', 'class Office {', '  assign(boat) {', '    return list', '    const next = list[0]', '  }', '}'),
    ],
  ],
  [
    'data-model',
    'partial',
    'steps with colons',
    [
      '# Berths',
      '## Data',
      'What is done with it all day and by whom:',
      fence(
        '',
        'on request:',
        '  find berth',
        '  if none: queue',
        '  if one:',
        '  notify: skipper',
        '  log: event',
        '  wait: day',
        '  print: list',
        '  return berth',
      ),
    ],
  ],
  [
    'data-model',
    'met',
    'a class that gives itself fields',
    [
      '# Berths',
      fence('python', 'class Stay:', '  def __init__(self):', '    self.boat = None', '    self.berth = None'),
    ],
  ],
  [
    'data-model',
    'met',
    'a class diagram with fields',
    ['# Berths', fence('mermaid', 'classDiagram', '  class Stay {', '    string boat', '    int berth', '  }')],
  ],
  [
    'api-contracts',
    'partial',
    'a flowchart',
    ['# Berths', '## API', 'Who asks whom, and for what, all day.', flowchart],
  ],
  [
    'api-contracts',
    'missing',
    'a sketch in JavaScript',
    [
      '# Berths',
      fence(
        'js',
        'function assign(boat) {',
        '  const free = berths.filter(isFree)',
        '  return free[0]',
        '}',
        'assign(boat)',
      ),
    ],
  ],
  [
    'api-contracts',
    'missing',
    'a sketch in Python',
    [
      '# Berths',
      fence('python', 'def assign(boat):', '  for berth in berths:', '    if berth.free:', '      return berth'),
    ],
  ],
  [
    'api-contracts',
    'met',
    'a function with types, written out',
    [
      '# Berths',
      fence(
        'ts',
        'function assign(boat: Boat): Berth {',
        '  const free = berths.filter(isFree)',
        '  return free[0]',
        '}',
      ),
    ],
  ],
  [
    'api-contracts',
    'met',
    'functions without types that are only declared',
    ['# Berths', fence('', 'assign(boat): berth', 'release(berth): nothing')],
  ],
  [
    'api-contracts',
    'met',
    'requests in a sequence diagram',
    ['# Berths', fence('mermaid', 'sequenceDiagram', '  Skipper->>Office: POST /stays', '  Office-->>Skipper: 201')],
  ],
  [
    'api-contracts',
    'partial',
    'names of messages in a sequence diagram',
    ['# Berths', fence('mermaid', 'sequenceDiagram', '  Form->>Office: AskForBerth', '  Office->>Board: ShowArrival')],
  ],

  [
    'cost-estimate',
    'partial',
    'a ceiling in a list',
    ['# B', '## Requirements', '- It must cost less than $500 a month'],
  ],
  [
    'cost-estimate',
    'partial',
    'a ceiling in a sentence',
    ['# B', 'The whole thing must not cost more than $500 a month.'],
  ],
  [
    'cost-estimate',
    'partial',
    'the price of a rejected option',
    ['# B', '## Alternatives', '| Option | Why not |', '|---|---|', '| Buy one | €1,200 a month |'],
  ],
  ['cost-estimate', 'partial', 'a budget', ['# B', '## Constraints', 'Budget: €2,000 a year.']],
  [
    'cost-estimate',
    'partial',
    'a ceiling in a table',
    ['# B', '## Non-functional requirements', '| Quality | Target |', '|---|---|', '| Cost | at most $500 a month |'],
  ],
  [
    'cost-estimate',
    'met',
    'a ceiling beside an estimate',
    ['# B', 'Two machines cost $180 a month. It must not be more than $500.'],
  ],
  [
    'cost-estimate',
    'met',
    'an estimate among the requirements',
    ['# B', '## Requirements', '### Cost estimate', 'Two machines cost $180 a month.'],
  ],

  [
    'components',
    'met',
    'a list under a proposal',
    ['# B', '## Proposal', '- Intake: takes requests by phone', '- Planner: finds a berth for each boat'],
  ],
  [
    'components',
    'met',
    'bold names without a colon',
    ['# B', '## Solution', '1. **Intake** takes requests by phone.', '2. **Planner** finds a berth for each boat.'],
  ],
  [
    'components',
    'met',
    'sections of a proposal',
    ['# B', '## Proposal', '### Intake', 'Takes requests by phone.', '### Planner', 'It finds a berth for each boat.'],
  ],
  [
    'components',
    'met',
    'a table of pieces',
    ['# B', '## Proposal', '| Piece | Job |', '|---|---|', '| Intake | takes calls |', '| Planner | finds berths |'],
  ],
  [
    'components',
    'met',
    'one sentence',
    ['# B', '## Proposed solution', 'We build an intake that takes requests, and a planner that finds a berth.'],
  ],
  [
    'components',
    'met',
    'announced parts',
    ['# B', '## Design', 'There are two parts. Intake takes requests by phone. Planner finds a berth.'],
  ],
  [
    'components',
    'missing',
    'what gets better',
    [
      '# B',
      '## Proposal',
      '- **Faster**: skippers wait for less than an hour',
      '- **Cheaper**: one clerk fewer at night',
    ],
  ],
  [
    'components',
    'missing',
    'alternatives',
    ['# B', '## Alternatives', '- **Paper**: shows the day on a wall', '- **Sheet**: keeps it in rows'],
  ],

  [
    'data-flow',
    'met',
    'numbered steps under another heading',
    [
      '# B',
      '## Proposal',
      '1. The skipper asks for a berth.',
      '2. The office looks for a free one.',
      '3. The skipper pays, and the office confirms.',
    ],
  ],
  [
    'data-flow',
    'missing',
    'a plan of work',
    [
      '# B',
      '## Proposal',
      '1. Build the form in April.',
      '2. Train the clerks in May.',
      '3. Switch off the phone in June.',
    ],
  ],
  [
    'data-flow',
    'missing',
    'who does what when',
    ['# B', '## Rollout', '1. Anna builds the form.', '2. The office tests it.', '3. Ben turns off the phone.'],
  ],

  [
    'requirements',
    'partial',
    'goals beside an overview with figures and qualities',
    [
      '# B',
      '## Overview',
      'The harbour has 40 berths, moved twice in 2 years, and the wish for a reliable map is old.',
      '## Goals',
      '- Skippers book a berth without calling',
      '- The office sees who arrives today',
    ],
  ],
  [
    'requirements',
    'partial',
    'goals that name costs and memory as things',
    [
      '# B',
      '## Goals',
      '- Print what each stay costs',
      '- Export the memory of each device',
      '- Show a map at any scale',
    ],
  ],
  [
    'requirements',
    'met',
    'a quality in other words',
    [
      '# B',
      '## What we want',
      '- Skippers book a berth without calling',
      '- No booking is ever lost: bookings never get lost',
    ],
  ],
  ['security', 'partial', 'German words', ['# Depot', 'Alle Zugriffe sind mit TLS verschlüsselt.']],
  [
    'security',
    'partial',
    'German below English guidance',
    ['# Depot', guidance, 'Alle Zugriffe sind mit TLS verschlüsselt.'],
  ],
]

testCases(cases)
