import { type Case, testCases } from './review.ts'

/** Sections under headings in everyday words, and what counts under them. */
const cases: readonly Case[] = [
  [
    'scaling',
    'met',
    'one paragraph with figures for today and for later',
    [
      '# A',
      '## If the harbour grows',
      'Today it is 40 requests per second, and one reader keeps up. At 200 requests per second there is a second reader node.',
    ],
  ],
  [
    'scaling',
    'partial',
    'one paragraph with a single figure',
    [
      '# A',
      '## If the harbour grows',
      'Today 40 ships call, and one reader keeps up with all of them, so nothing more is planned yet.',
    ],
  ],
  [
    'failure-modes',
    'met',
    'events in italics under such a heading, in the words of everyday',
    [
      '# A',
      '## If something does not work',
      '*A list comes twice.* The second one has the same number and is put aside.',
      '*The pilot is late.* After twenty minutes the next one on the rota is called.',
    ],
  ],
  [
    'failure-modes',
    'met',
    'a table of events under such a heading',
    [
      '# A',
      '## When things break',
      '| Event | Seen by | Reaction |',
      '|-|-|-|',
      '| A buoy is silent | the night watch | its light is taken over by the pier |',
      '| Two buoys are silent | the harbour master | the channel is closed until daylight |',
      '| The tide gauge is stuck | the reader, after ten minutes | tables of last year are used |',
    ],
  ],
  [
    'failure-modes',
    'missing',
    'paragraphs in italics under another heading',
    [
      '# A',
      '## Who does what',
      '*The pilot brings the ship in.* He is called twenty minutes before it reaches the pier.',
      '*The crew makes it fast.* Two of them stand at the bow and two more at the stern.',
    ],
  ],
  [
    'monitoring',
    'met',
    'a table under a heading in the words of everyday',
    [
      '# A',
      '## Keeping an eye on it',
      '| What | Usual | Somebody is called if |',
      '|-|-|-|',
      '| lists read by seven | all of them | one is not there by eight |',
      '| age of the oldest open call | two minutes | it is twenty minutes old |',
    ],
  ],
  ...['Error response format', 'What breaks compatibility', 'Why polling does not work'].map(
    (title): Case => [
      'failure-modes',
      /error/i.test(title) ? 'partial' : 'missing',
      `a table under “${title}”, which announces no failures`,
      [
        '# A',
        `## ${title}`,
        '| Name | What it holds | Since |',
        '|-|-|-|',
        '| berth | the number of the berth, as the harbour master has it | March |',
        '| draught | how deep the ship lies in the water, in metres | May |',
      ],
    ],
  ),
  ...['How we tell lists apart', 'Watching files for changes', 'Who is called by whom'].map(
    (title): Case => [
      'monitoring',
      'missing',
      `a table under “${title}”`,
      ['# A', `## ${title}`, '| List | Mark |', '|-|-|', '| of ships | a blue line |', '| of berths | a red line |'],
    ],
  ),
  ...['## 3. Non-goals', '## 3 Non-goals', '**3. Non-goals**'].map(
    (heading): Case => [
      'monitoring',
      'missing',
      `what stands under ${heading}`,
      ['# A', heading, 'Alerts and dashboards.'],
    ],
  ),
  [
    'failure-modes',
    'met',
    'a table under a numbered title',
    [
      '# A',
      '## 7 When things break',
      '| Event | Seen by | Reaction |',
      '|-|-|-|',
      '| A buoy is silent | the night watch | its light is taken over by the pier |',
      '| Two buoys are silent | the harbour master | the channel is closed until daylight |',
    ],
  ],
  [
    'scaling',
    'partial',
    'two sizes under a title on speed',
    [
      '# A',
      '## Performance',
      'A chart is compressed from 5 MB to 300 KB before it is sent to the ship, since the line is slow.',
    ],
  ],
]

testCases(cases)
