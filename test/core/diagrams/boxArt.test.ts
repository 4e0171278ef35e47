import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { looksLikeBoxArt } from '../../../src/core/diagrams/boxArt/looksLike.ts'
import { type ArtNode, parseBoxArt } from '../../../src/core/diagrams/boxArt/parse.ts'
import { applyEdits } from '../../../src/core/text/edits.ts'

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
  it('reads boxes of every style, and arrows with labels beside, below and inside of them', () => {
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

  it('reads boxes in boxes, titles in borders, and cells that share one', () => {
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

  it('reads branches, crossings and heads that stand in a border', () => {
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

  it('reads labels that stand in a line without a blank', () => {
    assert.deepEqual(read('+---+        +---+\n| A |--pays->| B |\n+---+        +---+'), ['A', 'B', 'A -> B : pays'])
  })

  it('takes wide characters for two columns', () => {
    assert.deepEqual(read('┌──────┐   ┌──────┐\n│ 注文 │──>│ 倉庫 │\n└──────┘   └──────┘'), [
      '注文',
      '倉庫',
      '注文 -> 倉庫',
    ])
  })

  it('knows words that are part of the picture, with their place', () => {
    const source = 'users --> +-----+\n          | App |\n          +-----+\n'
    const art = parseBoxArt(source)
    assert.deepEqual(read(source.replace('users --> +', 'users     +')), ['App', 'users'])
    assert.deepEqual(
      art?.nodes.map(({ start, end }) => source.slice(start, end)),
      ['App', 'users'],
    )
  })

  it('tells what it does not understand', () => {
    const box = '+---+\n| A |-----\n+---+'
    assert.deepEqual(read(box), ['A', 'a line that leads nowhere: -'])
  })

  it('closes boxes whose borders are out of line, and keeps the offsets of the source', () => {
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

  it('moves along what was pushed out with a border', () => {
    const mended = (source: string) =>
      applyEdits(source, parseBoxArt(source)?.misalignments.flatMap(({ edits }) => edits) ?? [])
    const drawing = (space: string) =>
      `┌────────────┐    ┌────┐\n│ ┌────────┐ │    │    │\n│ │ Orders${space} │ │───>│ To │\n│ └────────┘ │    │    │\n└────────────┘    └────┘`
    assert.equal(mended(drawing('  ')), drawing(''))
    assert.deepEqual(read(drawing('  ')), read(drawing('')))
  })

  it('leaves a border alone that another box has in line', () => {
    const source = '+----+\n|Text|\n++----+\n |Text|\n +----+'
    assert.deepEqual(parseBoxArt(source)?.misalignments, [])
  })

  it('knows where boxes begin of which the upper one is the narrower', () => {
    const source = '+--+\n|up|\n+--+-+\n|down|\n+----+'
    const around = parseBoxArt(source)?.nodes.find(({ isGroup }) => isGroup)
    assert.equal(source.slice(around?.start, around?.end), '+--+')
  })

  it('leaves a border alone when it is not clear where it belongs', () => {
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
  it('knows a drawing', () => assert.equal(looksLikeBoxArt(drawing), true))
  for (const [name, source] of Object.entries(none))
    it(`knows that ${name} is none`, () => assert.equal(looksLikeBoxArt(source), false))

  it('gives up on what is too large to be one', () => {
    for (const piece of ['+', '+--', '┼', '|-', '/\\', `${drawing}\n`])
      assert.equal(looksLikeBoxArt(`${piece.repeat(30_000)}\n${drawing}`), false)
  })
})
