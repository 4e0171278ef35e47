import { type Case, fence, testCases } from './review.ts'

const cases: readonly Case[] = [
  [
    'scaling',
    'met',
    'section with figures',
    [
      '# A',
      '## Growth and performance',
      'One shard takes a throughput of 500 requests per second.',
      'At peak load we scale out: ten shards share the traffic.',
    ],
  ],
  [
    'scaling',
    'met',
    'spread over the text',
    [
      '# A',
      'The table is sharded; one shard has a capacity of 2 TB.',
      'Throughput is 3000 rps with caching.',
      'Rate limits protect it from overload.',
    ],
  ],
  [
    'scaling',
    'met',
    'Chinese',
    ['# A', '## 性能', '系统通过分片实现扩展，吞吐为 5000 requests。', '缓存降低延迟，提高并发。'],
  ],
  [
    'scaling',
    'met',
    'figures under a heading of their own',
    [
      '# A',
      '## Scalability',
      'Each leader sends 3 requests every 30 minutes, and 2 more when a node leaves.',
      'One object of 200 bytes is kept for each of them.',
    ],
  ],
  [
    'scaling',
    'missing',
    'a word that names a part of the design',
    ['# A', ...Array.from({ length: 8 }, (_, index) => `Then shard ${index} reads its marker and goes on.`)],
  ],
  [
    'scaling',
    'met',
    'spread over the text, in lesser words after the first',
    [
      '# A',
      'Throughput is 3000 rps.',
      'The overhead of a job is 20 kB.',
      'A larger one has 3 MB.',
      'Lots of them have 90 kB.',
    ],
  ],
  [
    'scaling',
    'partial',
    'lesser words alone',
    [
      '# A',
      'The limit of a queue is 40 jobs.',
      'Many letters are 20 kB.',
      'A large number of them, 40 in all, is read.',
      'Traffic of a region is 4 GB a day.',
    ],
  ],
  ['scaling', 'partial', 'in passing', ['# A', 'It is scalable.']],
  ['scaling', 'missing', 'none', ['# A', 'Names begin with a capital letter.']],

  [
    'failure-modes',
    'met',
    'table of risks',
    [
      '# A',
      '| Risk | Mitigation |',
      '|-|-|',
      '| Broker is down | keep orders on disk |',
      '| Disk is full | refuse new ones |',
    ],
  ],
  [
    'failure-modes',
    'met',
    'two cases in prose',
    [
      '# A',
      'If the broker is unreachable, the client retries with backoff.',
      'When a worker crashes, its orders are replayed.',
    ],
  ],
  [
    'failure-modes',
    'met',
    'section by another name',
    [
      '# A',
      '## Edge cases',
      '- When the file is missing, an empty one is written in its place by the next run',
      '- A stale lock from an earlier run is taken away after a minute has passed',
    ],
  ],
  [
    'failure-modes',
    'met',
    'told over several sections',
    [
      '# A',
      'If the build fails, nothing is released.',
      'Errors of the compiler are shown beside the line.',
      'Crashes of the editor lose nothing.',
      'Timeouts are the reader’s business.',
    ],
  ],
  ['failure-modes', 'partial', 'general words', ['# A', 'Errors are logged.']],
  ['failure-modes', 'missing', 'none', ['# A', 'Names begin with a capital letter.']],

  ['cost-estimate', 'met', 'money', ['# A', 'We expect $400 a month.']],
  ['cost-estimate', 'met', 'euros in a table', ['# A', '| Part | Price |', '|-|-|', '| Database | 120 € |']],
  ['cost-estimate', 'met', 'resources', ['# A', 'Each index adds a memory overhead of 40 MB.']],
  ['cost-estimate', 'partial', 'no figure', ['# A', 'A second copy adds to the cost.']],
  ['cost-estimate', 'missing', 'none', ['# A', 'Names begin with a capital letter.']],
  ['cost-estimate', 'missing', 'mathematics is no money', ['# A', 'There are $2^n$ ways.']],

  [
    'security',
    'met',
    'section',
    [
      '# A',
      '## 🔒 Trust and access',
      'Callers authenticate with a client certificate, and each role has its own permissions. Secrets are kept in a vault that only the deployer can open, and are changed each month.',
    ],
  ],
  [
    'security',
    'met',
    'three aspects together',
    ['# A', '## Gateway', '- TLS everywhere', '- RBAC for each path', '- OAuth login'],
  ],
  [
    'security',
    'met',
    'who may do what, without the word',
    ['# A', '## Security', 'People sign in with OIDC; only the owner of a link changes it. All traffic is TLS.'],
  ],
  [
    'security',
    'met',
    'one aspect in depth',
    [
      '# A',
      'Some third parties track our readers, which is a matter of privacy.',
      'Those with a do-not-track mode get it.',
      'For all others we ask for consent.',
      'Without consent nothing is loaded.',
      'Consent is kept as personal data for a year.',
      'The page names whom the consent is for, with their privacy terms.',
    ],
  ],
  [
    'security',
    'met',
    'in everyday words',
    [
      '# A',
      '## Who may do what',
      'Everybody signs in with the badge. Skippers see only their own ferry; nobody may delete a berth, and only the harbour master may move one.',
    ],
  ],
  ['security', 'partial', 'in passing', ['# A', 'Only users with the permission may delete.']],
  [
    'security',
    'missing',
    'none, and addresses do not count',
    ['# A', 'See [the notes](https://example.org/security/login).'],
  ],

  [
    'monitoring',
    'met',
    'section by another name',
    ['# A', '## Observability', 'The service exports metrics on queue length, and we alert when it grows.'],
  ],
  [
    'monitoring',
    'met',
    'bold line',
    ['# A', '**Alerts**', 'Page the team when `queue_length` stays over a hundred for ten minutes on any host.'],
  ],
  [
    'monitoring',
    'met',
    'a table of what is sent',
    [
      '# A',
      '## Telemetry',
      '| Name | Type |',
      '|-|-|',
      '| `Allocated` | count of buffers that were given out |',
      '| `Refused` | count of buffers that were not |',
    ],
  ],
  ['monitoring', 'partial', 'in passing', ['# A', 'Each rejected order is logged.']],
  ['monitoring', 'partial', 'log lines in code', ['# A', fence('go', 'log.Printf("no order")')]],
  [
    'monitoring',
    'missing',
    'logged in is no logging',
    ['# A', 'The page shows the name of the user who is logged in.'],
  ],
  ['monitoring', 'missing', 'a status of the record is none', ['# A', '## Status', 'Accepted']],
  [
    'monitoring',
    'missing',
    'only as a non-goal',
    ['# A', '## Non-Goals', 'Dashboards and metrics are exported elsewhere.'],
  ],
]

testCases(cases)
