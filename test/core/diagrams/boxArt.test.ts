import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { looksLikeBoxArt } from '../../../src/core/diagrams/boxArt/looksLike.ts'
import { type ArtNode, parseBoxArt } from '../../../src/core/diagrams/boxArt/parse.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'

const nameOf = ({ label, isGroup }: ArtNode) => `${label.join(' / ') || '?'}${isGroup ? ' (group)' : ''}`

/** What a drawing contains, one line each: nodes with their parents, then edges. */
function read(source: string): string[] {
  const art = parseBoxArt(source)
  if (!art) return ['too large']
  const arrow = { one: '->', none: '--', both: '<->' }
  return [
    ...art.nodes.map((node) => (node.parent ? `${nameOf(node)} in ${nameOf(node.parent)}` : nameOf(node))),
    ...art.edges.map(({ from, to, heads, label, stroke }) =>
      [
        nameOf(from),
        arrow[heads],
        nameOf(to),
        ...(label.length ? [`: ${label.join(' ')}`] : []),
        ...(stroke === 'light' ? [] : [stroke]),
      ].join(' '),
    ),
    ...art.gaps.map(({ reason, start, end }) => `${reason}: ${source.slice(start, end)}`),
  ]
}

describe('parseBoxArt', () => {
  it('reads boxes of every style, and arrows with labels beside, below and inside them', () => {
    assert.deepEqual(
      read(`
┌───────┐  http  ╭────────╮        ╔════╗
│ Shop  │───────▶│ Orders │══════▶ ║ DB ║
└───┬───┘        ╰────────╯        ╚════╝
    │                ▲
  events             │ replay
    │     +-------+  |
    v     |       |--+
  +---+   | Queue |
  | Q |   |       |
  +---+   +-------+
`),
      [
        'Shop',
        'Orders',
        'DB',
        'Queue',
        'Q',
        'Shop -> Orders : http',
        'Orders -> DB thick',
        'Shop -> Q : events',
        'Queue -> Orders : replay',
      ],
    )
  })

  it('reads nested boxes, titles in borders, and cells that share a border', () => {
    assert.deepEqual(
      read(`
┌─ Cluster ──────────────┐
│ ┌─────┬─────┐  ┌─────┐ │     +--------+
│ │ App │ Log │─>│ Bus │─────> | Public |
│ └─────┴─────┘  └─────┘ │     +--------+
└────────────────────────┘
`),
      [
        'Cluster (group)',
        '? (group) in Cluster (group)',
        'App in ? (group)',
        'Log in ? (group)',
        'Bus in Cluster (group)',
        'Public',
        'Log -> Bus',
        'Bus -> Public',
      ],
    )
  })

  it('reads branches, and arrowheads within a border', () => {
    assert.deepEqual(
      read(`
      +------+
      | Root |
      +------+
         |
    +----+----+
    |         |
+---v--+  +---v---+   +-----+
| Left |  | Right |<--| Far |
+------+  +-------+   +-----+
`),
      ['Root', 'Left', 'Right', 'Far', 'Root -> Left', 'Root -> Right', 'Far -> Right'],
    )
  })

  it('reads lines that cross as two, and lines that meet in a junction as one with branches', () => {
    const drawing = (crossing: string) => `
          +-----+
          | Top |
          +-----+
             |
+------+     |     +-------+
| Left |-----${crossing}---->| Right |
+------+     |     +-------+
             v
         +--------+
         | Bottom |
         +--------+
`
    const nodes = ['Top', 'Left', 'Right', 'Bottom']
    for (const crossing of ['|', '-']) {
      assert.deepEqual(read(drawing(crossing)), [...nodes, 'Top -> Bottom', 'Left -> Right'])
      assert.equal(parseBoxArt(drawing(crossing))?.wires.flatMap(({ crossings }) => crossings).length, 1)
    }
    assert.deepEqual(read(drawing('+')), [...nodes, 'Top -> Right', 'Top -> Bottom', 'Left -> Right', 'Left -> Bottom'])
  })

  it('reads labels within a line, without blanks around them', () => {
    assert.deepEqual(read('+---+        +---+\n| A |--pays->| B |\n+---+        +---+'), ['A', 'B', 'A -> B : pays'])
  })

  it('counts wide characters as two columns', () => {
    assert.deepEqual(read('┌──────┐   ┌──────┐\n│ 注文 │──>│ 倉庫 │\n└──────┘   └──────┘'), [
      '注文',
      '倉庫',
      '注文 -> 倉庫',
    ])
  })

  it('reads words beside a box as a node, with its place', () => {
    const source = 'users --> +-----+\n          | App |\n          +-----+\n'
    const art = parseBoxArt(source)
    assert.deepEqual(read(source.replace('users --> +', 'users     +')), ['App', 'users'])
    assert.deepEqual(
      art?.nodes.map(({ start, end }) => source.slice(start, end)),
      ['App', 'users'],
    )
  })

  it('reports a line that leads nowhere', () => {
    const box = '+---+\n| A |-----\n+---+'
    assert.deepEqual(read(box), ['A', 'a line that leads nowhere: -'])
  })

  it('closes boxes whose borders are misaligned, and keeps the offsets of the source', () => {
    const source = '┌──────┐    ┌────┐\n│ Long  │──>│ To │\n└──────┘    └────┘'
    const art = parseBoxArt(source)
    assert.deepEqual(read(source), ['Long', 'To', 'Long -> To'])
    assert.deepEqual(
      art?.nodes.map(({ start, end }) => source.slice(start, end)),
      ['Long', 'To'],
    )
    assert.equal(
      applyEdits(source, art?.misalignments.flatMap(({ edits }) => edits) ?? []),
      '┌──────┐    ┌────┐\n│ Long │───>│ To │\n└──────┘    └────┘',
    )
  })

  it('moves everything back that a misaligned border has pushed to the right', () => {
    const mended = (source: string) =>
      applyEdits(source, parseBoxArt(source)?.misalignments.flatMap(({ edits }) => edits) ?? [])
    const drawing = (space: string) =>
      `┌────────────┐    ┌────┐\n│ ┌────────┐ │    │    │\n│ │ Orders${space} │ │───>│ To │\n│ └────────┘ │    │    │\n└────────────┘    └────┘`
    assert.equal(mended(drawing('  ')), drawing(''))
    assert.deepEqual(read(drawing('  ')), read(drawing('')))
  })

  it('leaves a border alone that lines up with another box', () => {
    const source = '+----+\n|Text|\n++----+\n |Text|\n +----+'
    assert.deepEqual(parseBoxArt(source)?.misalignments, [])
  })

  it('places a group at the border of its upper box, even if that is the narrower one', () => {
    const source = '+--+\n|up|\n+--+-+\n|down|\n+----+'
    const around = parseBoxArt(source)?.nodes.find(({ isGroup }) => isGroup)
    assert.equal(source.slice(around?.start, around?.end), '+--+')
  })

  it('leaves a border alone if it is unclear where it belongs', () => {
    const far = '+-----+\n| Far             |\n+-----+'
    const wide = '┌─────┐\n│ 🚀 Go │\n└─────┘'
    for (const source of [far, wide]) assert.deepEqual(parseBoxArt(source)?.misalignments, [])
  })
})

describe('looksLikeBoxArt', () => {
  const drawing = '+---+   +---+\n| A |-->| B |\n+---+   +---+'
  const none = {
    'a tree of files': 'src\n├── core\n│   └── index.ts\n└── cli',
    'a table': '+----+------+\n| id | name |\n+----+------+\n| 1  | Ann  |\n+----+------+',
    'a table of box characters': '┌────┬──────┐\n│ id │ name │\n├────┼──────┤\n│ 1  │ Ann  │\n└────┴──────┘',
    code: 'for (let a = 0; a--> b; ) { x |= y || z }\nconst f = (a) => a + b - 1',
    output: '$ ls -l --all\n-rw-r--r-- 1 root\n=======\n 100% |=======>|',
    nothing: '',
  }
  it('recognises a drawing', () => assert.equal(looksLikeBoxArt(drawing), true))
  for (const [name, source] of Object.entries(none))
    it(`does not take ${name} for a drawing`, () => assert.equal(looksLikeBoxArt(source), false))

  it('rejects text that is too large to be a drawing', () => {
    for (const piece of ['+', '+--', '┼', '|-', '/\\', `${drawing}\n`])
      assert.equal(looksLikeBoxArt(`${piece.repeat(30_000)}\n${drawing}`), false)
  })
})
