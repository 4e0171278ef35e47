import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elementAt, elementsOf } from '../../src/core/diagrams/elements.ts'
import type { DiagramGraph } from '../../src/core/diagrams/engine.ts'
import { diagramSentences } from '../../src/core/diagrams/sentences.ts'
import { syntax } from '../../src/diagrams/mermaid.ts'

const read = (source: string): DiagramGraph => {
  const graph = syntax.graphOf?.(source)
  assert(graph)
  return graph
}

/** The source, its title, what it shows in sentences, and the source text of each part. */
const charts: readonly (readonly [string, string | undefined, readonly string[], readonly string[]])[] = [
  [
    'pie showData title Shares\n  "Build" : 45\n  %% less\n  \'Test &amp; more\': 12.5\n  accDescr: x',
    'Shares',
    ['Shown: Build (45) and Test & more (12.5)'],
    ['"Build" : 45', "'Test &amp; more': 12.5"],
  ],
  [
    'quadrantChart\n  title Options\n  x-axis Cheap --> "Very costly"\n  y-axis Slow\n  quadrant-1 Think\n  quadrant-2 Do\n  Cache:::a: [0.3, 0.8] radius: 12\n  "Re: write": [0.9, 0.4]\n  Rewrite: [0.9, 0.6]',
    'Options',
    ['Do holds Cache (0.3, 0.8)', 'Think holds Rewrite (0.9, 0.6)', 'Shown: Cheap to Very costly and Slow'],
    [
      'x-axis Cheap --> "Very costly"',
      'y-axis Slow',
      'quadrant-1 Think',
      'quadrant-2 Do',
      'Cache:::a: [0.3, 0.8]',
      'Rewrite: [0.9, 0.6]',
    ],
  ],
  [
    'xychart-beta horizontal\n  title "Load"\n  x-axis [mon, "tue, early", wed]\n  y-axis "requests" 0 --> 100\n  bar [20, 60, 80]\n  line "limit" [70, 70, 70]',
    'Load',
    ['Shown: mon to wed, requests (0 to 100), Bars (20, 60, 80) and limit (70, 70, 70)'],
    ['x-axis [mon, "tue, early", wed]', 'y-axis "requests" 0 --> 100', 'bar [20, 60, 80]', 'line "limit" [70, 70, 70]'],
  ],
  [
    'timeline\n  title History\n  section Start\n    2024 : First at 10:30 : Second\n         : Third\n  section Now\n    2025',
    'History',
    ['Start holds 2024', '2024 holds First at 10:30, Second and Third', 'Now holds 2025'],
    ['section Start', '2024', 'First at 10:30', 'Second', 'Third', 'section Now', '2025'],
  ],
  [
    'journey\n  title Buying\n  section Find\n    Search: 5: Buyer\n    Compare: 3: Buyer, Shop\n  section Pay\n    Search: 2',
    'Buying',
    ['Find holds Search (5, Buyer) and Compare (3, Buyer, Shop)', 'Pay holds Search (2)', 'Shown: Buyer and Shop'],
    ['section Find', 'Search: 5: Buyer', 'Buyer', 'Compare: 3: Buyer, Shop', 'Shop', 'section Pay', 'Search: 2'],
  ],
  [
    'gitGraph LR:\n  commit id: "first" tag: "v1"\n  branch "a b" order: 2\n  commit\n  checkout main\n  commit type: HIGHLIGHT\n  merge "a b" id: "joined"\n  switch "a b"\n  cherry-pick id: "joined"',
    undefined,
    [
      'main holds first (v1), Commit 3 and joined',
      'a b holds Commit 2 and Cherry-pick of joined',
      'first leads to Commit 2',
      'first leads to Commit 3',
      'Commit 3 leads to joined',
      'Commit 2 leads to joined',
      'Commit 2 leads to Cherry-pick of joined',
      'joined leads to Cherry-pick of joined',
    ],
    [
      'gitGraph',
      'commit id: "first" tag: "v1"',
      'branch "a b" order: 2',
      'commit',
      'commit type: HIGHLIGHT',
      'merge "a b" id: "joined"',
      'cherry-pick id: "joined"',
    ],
  ],
  [
    'packet-beta\n  title UDP\n  0-15: "Source port"\n  +16: "Target"\n  32: "Flag"',
    'UDP',
    ['Shown: Source port (bits 0 to 15), Target (bits 16 to 31) and Flag (bit 32)'],
    ['0-15: "Source port"', '+16: "Target"', '32: "Flag"'],
  ],
  [
    'radar-beta\n  title Skills\n  axis a["Speed"], b\n  curve x["Now"]{1, 2}, y{3, 4}\n  max 5',
    'Skills',
    ['Shown: Speed, b, Now (1, 2) and y (3, 4)'],
    ['a["Speed"]', 'b', 'x["Now"]{1, 2}', 'y{3, 4}'],
  ],
  [
    'treemap-beta\n"All"\n  "Disk": 20\n  "Rest":::small\n    "Disk": 5',
    undefined,
    ['All holds Disk (20) and Rest', 'Rest holds Disk (5)'],
    ['"All"', '"Disk": 20', '"Rest"', '"Disk": 5'],
  ],
  [
    'sankey-beta\n\nVisitors,"Buyers, all",20\nVisitors,Leavers,80.5',
    undefined,
    ['Visitors to Buyers, all: 20', 'Visitors to Leavers: 80.5'],
    ['Visitors', '"Buyers, all"', 'Leavers'],
  ],
]

test('charts have titles, sentences, and parts with their ranges in the source', () => {
  for (const [source, title, sentences, parts] of charts) {
    const graph = read(source)
    assert.equal(graph.title, title, source)
    assert.deepEqual(diagramSentences(graph), sentences, source)
    assert.deepEqual(
      graph.nodes.map(({ start, end }) => source.slice(start, end)),
      parts,
    )
  }
})

test('the description of a part includes its figures, and elementAt finds the part at the cursor', () => {
  const source = 'pie\n  "Build" : 45\n  "Test" : 30'
  const graph = read(source)
  assert.deepEqual(
    elementsOf(graph).map(({ text }) => text),
    ['Build: 45', 'Test: 30'],
  )
  const offset = source.indexOf('Test')
  assert.equal(elementAt(graph, offset, { start: source.indexOf('  "Test'), end: source.length }), 'n1')
})

const starts = ['pie', 'gitGraph', 'quadrantChart', 'xychart-beta', 'timeline', 'journey'].concat(
  'packet-beta',
  'radar-beta',
  'treemap-beta',
  'sankey-beta',
)
const pieces = [
  '"',
  "\n'",
  '"a": 1',
  '\n"a"',
  '\ncommit id: "',
  '\nbranch b',
  '\na: [',
  '[0.1, ',
  '\nbar [',
  '\nx-axis a -->',
].concat('-', ': b ', '\na: 5: b, ', ',"', '""', '\ncurve a{', 'axis a["', '\n0-1: "', '\nsection ', ' ')

test('graphOf reads any long chart source, and no position is outside it', () => {
  for (const start of starts)
    for (const piece of pieces) {
      const long = `${start}\n${piece.repeat(20_000 / piece.length)}`
      const graph = read(long)
      for (const { start, end } of [...graph.nodes, ...graph.edges])
        assert(0 <= start && start <= end && end <= long.length)
    }
})
