import { type Case, testCases } from './review.ts'

/** Sentences about another matter than their words suggest, and a few that are about this one after all. */
const cases = [
  ['cost-estimate', 'met', 'an amount in crowns', 'The harbour pays 500 SEK per month for it.'],
  [
    'requirements',
    'missing',
    'what is no goal of this version',
    '## Non-goals for v1',
    '- Login within 2 seconds for 99 % of users',
  ],
  [
    'cost-estimate',
    'missing',
    'an example in a glossary',
    '## Glossary and acronyms',
    'Hosting, as in: hosting is $300 a month.',
  ],
  ['cost-estimate', 'missing', 'what customers pay', '## Berths', 'Die Miete der Halle liegt bei 300 €.'],
  [
    'cost-estimate',
    'met',
    'the cost of a part that bills',
    '## Cost',
    'The billing service: $300/month on two instances.',
  ],
  [
    'cost-estimate',
    'partial',
    'a time of day on the Pacific',
    '## Cost',
    'Not estimated yet; the cost review is at 9 PT on Monday.',
  ],
  ['cost-estimate', 'partial', 'three figures that matter, in Chinese', '## 成本', '成本方面有 3 个核心指标。'],
  ['requirements', 'partial', 'a label on an image', '## Requirements', 'The tool must set 1 tag on each image.'],
  [
    'failure-modes',
    'missing',
    'what goes wrong in a project',
    '## What goes wrong',
    '- Budget: the sponsor has not signed the paper yet.',
    '- Schedule: the fair is in May and we are late.',
  ],
  [
    'components',
    'missing',
    'people in bold',
    '## Team',
    'Die **Leiterin** prüft alle Anträge am Montag. Der **Buchhalter** zahlt die Rechnungen und ist nicht zu ersetzen.',
  ],
  [
    'data-flow',
    'missing',
    'the course of a project',
    '## Ablauf des Projekts',
    'Das Team erstellt den Plan. Der Kunde bestätigt das Budget. Die Leitung prüft den Stand. Das Team liefert das Ergebnis und sendet die Rechnung.',
  ],
  [
    'api-contracts',
    'partial',
    'wishes under a heading on interfaces',
    '## Schnittstellen',
    'Eingabe: Wir hören auf die Wünsche der Kunden und der Partner.',
    'Ergebnis: Alle sind zufrieden und das ist nicht wenig.',
  ],
  [
    'components',
    'missing',
    'languages in a table',
    '| Programming language | Description |',
    '|-|-|',
    '| Go | quick to build and quick to run |',
    '| Rust | quick to run and slow to build |',
  ],
  [
    'requirements',
    'partial',
    'the name of a test',
    '## Requirements',
    'The runner must execute TestBar after TestFoo.',
  ],
  [
    'security',
    'partial',
    'a thread on a core',
    '## Security',
    'We run one worker per core and pin it to a socket. All files are encrypted at rest.',
  ],
] as const

testCases(cases.map(([id, status, shape, ...lines]): Case => [id, status, shape, ['# Berths', ...lines]]))
