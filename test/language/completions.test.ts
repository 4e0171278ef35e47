import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { design, insert, labelsIn, offered, problemsIn, samples } from './notations.ts'

/** The labels of the suggestions, all or only those of some sorts. */
const labels = async (marked: string, ...sorts: string[]) =>
  ((await offered(marked))?.all ?? [])
    .filter(({ is }) => sorts.length === 0 || sorts.includes(is))
    .map(({ label }) => label)
const inFence = (language: string, source: string) => `Words.\n\n\`\`\`${language}\n${source}\n\`\`\`\n\nWords.\n`

suite('a component that the diagram lacks is suggested as a node and keeps the diagram valid', () => {
  for (const [language, kind, source] of samples)
    test(`${language}, ${kind}`, async () => {
      const marked = design(language, source)
      const before = labelsIn(insert(marked, ''))
      assert.ok(before?.includes('Ticket Office'))
      const parts = ((await offered(marked))?.all ?? []).filter(({ is }) => is === 'part')
      assert.deepEqual(
        parts.map(({ label }) => label),
        ['Berth Queue', 'Billing'],
      )
      for (const { text, label } of parts) {
        const after = insert(marked, text)
        assert.deepEqual(await problemsIn(after), [], text)
        assert.deepEqual(labelsIn(after), [...before, label].sort(), text)
      }
    })

  for (const [language, source, end] of [
    ['mermaid', 'flowchart LR\n  office[Ticket Office] --> ▮', ''],
    ['mermaid', 'flowchart LR\n  office[Ticket Office] -->|asks| ▮', ''],
    ['mermaid', 'sequenceDiagram\n  office->>▮', ': hello'],
    ['mermaid', 'erDiagram\n  office ||--o{ ▮', ' : has'],
    ['plantuml', '@startuml\n[Ticket Office] as office\noffice --> ▮', '\n@enduml'],
    ['plantuml', '@startuml\nparticipant office\noffice -> ▮', ' : hello\n@enduml'],
    ['dot', 'digraph {\n  office -> ▮', '\n}'],
  ] as const)
    test(`after an arrow: ${source.split('\n').at(-1)}`, async () => {
      const marked = design(language, source + end)
      const before = labelsIn(insert(marked, 'office'))
      assert.ok(before)
      const parts = ((await offered(marked))?.all ?? []).filter(({ is }) => is === 'part')
      assert.ok(parts.length >= 2)
      for (const { text, label } of parts) {
        const after = insert(marked, text)
        assert.deepEqual(await problemsIn(after), [], text)
        assert.deepEqual(labelsIn(after), [...before, label].sort(), text)
      }
    })

  test('with an ID that is free and not a keyword', async () => {
    const marked = design('mermaid', 'flowchart LR\n  berthQueue --> BILLING2\n  billing\n  ▮\n').replace(
      '### Ticket Office',
      '### End',
    )
    const all = (await offered(marked))?.all ?? []
    assert.deepEqual(
      all.filter(({ is }) => is === 'part').map(({ text }) => text),
      ['end2["End"]'],
    )
  })

  test('including parts that only other diagrams show', async () => {
    const other = '```mermaid\nflowchart LR\n  a[Harbour Map] --> b[Berth Queue]\n```\n\n'
    const marked = design('mermaid', 'sequenceDiagram\n  ▮\n').replace(
      '## Components',
      `## Architecture\n\n${other}## Components`,
    )
    assert.deepEqual(await labels(marked, 'part'), ['Berth Queue', 'Billing', 'Ticket Office', 'Harbour Map'])
  })
})

suite('the nodes of a diagram are suggested where one may be named', () => {
  for (const [language, source, expected] of [
    ['mermaid', 'flowchart LR\n  a[One] --> b\n  b --> ▮', ['a', 'b']],
    ['mermaid', 'flowchart LR\n  a[One] --> b\n  a & ▮', ['a', 'b']],
    ['mermaid', 'flowchart LR\n  a[One] --> b\n  style ▮', ['a', 'b']],
    ['mermaid', 'sequenceDiagram\n  participant a as One\n  a->>+▮', ['a']],
    ['mermaid', 'sequenceDiagram\n  participant a as One\n  note over ▮', ['a']],
    ['mermaid', 'classDiagram\n  class One\n  One <|-- ▮', ['One']],
    ['mermaid', 'stateDiagram-v2\n  [*] --> Open\n  Open --> ▮', ['Open']],
    ['mermaid', 'C4Context\n  System(a, "One")\n  System(b, "Two")\n  Rel(a, ▮)', ['a', 'b']],
    ['mermaid', 'gantt\n  Build :one, 2026-01-01, 3d\n  Test :after ▮', ['one']],
    ['plantuml', '@startuml\n[One] as a\na --> ▮\n@enduml', ['a']],
    ['plantuml', '@startuml\nparticipant a\nactivate ▮\n@enduml', ['a']],
    ['dot', 'digraph {\n  a [label="One"]\n  "b c" -> ▮\n}', ['a', 'b c']],
  ] as const)
    test(source.split('\n').find((line) => line.includes('▮')) ?? '', async () => {
      assert.deepEqual(await labels(inFence(language, source), 'node'), expected)
      assert.deepEqual(await labels(inFence(language, source), 'keyword'), [])
    })

  test('but not in kinds that write each node only once', async () => {
    assert.deepEqual(await labels(inFence('mermaid', 'pie\n  "One" : 3\n  ▮'), 'node'), [])
    assert.deepEqual(await labels(inFence('mermaid', 'mindmap\n  One\n    Two\n    ▮'), 'node'), [])
  })

  test('in quotes where the notation requires them', async () => {
    const all = (await offered(inFence('dot', 'graph {\n  "b c" -- ▮\n}')))?.all ?? []
    assert.deepEqual(
      all.map(({ text }) => text),
      ['"b c"'],
    )
  })
})

suite('keywords are suggested where they may stand', () => {
  for (const [language, source, ...expected] of [
    ['mermaid', '▮', 'flowchart', 'sequenceDiagram'],
    ['mermaid', 'fl▮', 'flowchart'],
    ['mermaid', '%% what it is\n▮', 'flowchart'],
    ['mermaid', '---\ntitle: One\n---\n▮', 'flowchart'],
    ['mermaid', 'flowchart ▮', 'LR', 'TB'],
    ['mermaid', 'flowchart LR\n  sub▮', 'subgraph', 'classDef', 'accTitle:'],
    ['mermaid', 'flowchart LR\n  subgraph a\n    direction ▮', 'LR', 'BT'],
    ['mermaid', 'sequenceDiagram\n  note ▮', 'over', 'left of'],
    ['mermaid', 'sequenceDiagram\n  participant A ▮', 'as'],
    ['mermaid', 'erDiagram\n  a {\n    ▮\n  }', 'string', 'uuid'],
    ['mermaid', 'erDiagram\n  a {\n    string id ▮\n  }', 'PK', 'FK'],
    ['mermaid', 'xychart-beta ▮', 'horizontal'],
    ['plantuml', '▮', '@startuml', 'class', 'participant'],
    ['plantuml', '@startuml\n▮', 'class', 'participant', 'start'],
    ['plantuml', '@startuml\nclass A\n▮', 'interface', 'skinparam'],
    ['plantuml', '@startuml\nskinparam ▮', 'shadowing'],
    ['dot', '▮', 'digraph', 'strict'],
    ['dot', 'strict ▮', 'digraph', 'graph'],
    ['dot', 'digraph {\n  ▮\n}', 'subgraph', 'rankdir', 'node'],
    ['dot', 'digraph {\n  a [▮]\n}', 'shape', 'label'],
    ['dot', 'digraph {\n  a [label="x", sh▮]\n}', 'shape'],
    ['dot', 'digraph {\n  a [shape=▮]\n}', 'cylinder', 'box'],
    ['dot', 'digraph {\n  rankdir=▮\n}', 'LR'],
  ] as const)
    test(`${language}: ${source.replaceAll('\n', '⏎')}`, async () => {
      const found = await labels(inFence(language, source), 'keyword')
      for (const word of expected) assert.ok(found.includes(word), `${word} among ${found}`)
      assert.equal(new Set(found).size, found.length)
    })

  test('and only those of the diagram’s kind', async () => {
    const found = await labels(inFence('mermaid', 'sequenceDiagram\n  ▮'), 'keyword')
    assert.ok(found.includes('alt') && !found.includes('subgraph') && !found.includes('flowchart'))
    const classes = await labels(inFence('plantuml', '@startuml\nclass A\n▮\n@enduml'), 'keyword')
    assert.ok(!classes.includes('participant') && !classes.includes('@startuml'))
  })
})

suite('nothing is suggested', () => {
  for (const [name, marked] of [
    ['in prose', 'Wor▮ds.\n\n```mermaid\nflowchart LR\n```\n'],
    ['in other code', inFence('ts', 'const a = ▮')],
    ['on the line of the fence', '```mermaid▮\nflowchart LR\n```\n'],
    ['in a label', inFence('mermaid', 'flowchart LR\n  a[the ▮] --> b')],
    ['in a label in quotes with an arrow', inFence('mermaid', 'flowchart LR\n  a["x --> ▮"]')],
    ['in the words of a message', inFence('mermaid', 'sequenceDiagram\n  A->>B: then A->> ▮')],
    ['in a comment', inFence('mermaid', 'flowchart LR\n  a --> b\n  %% ▮')],
    ['in a note', inFence('mermaid', 'stateDiagram-v2\n  a --> b\n  note left of a\n    ▮\n  end note')],
    ['among the members of a class', inFence('mermaid', 'classDiagram\n  class A {\n    ▮\n  }')],
    ['in front matter', inFence('mermaid', '---\ntitle: One\n▮\n---\nflowchart LR\n  a --> b')],
    ['in a diagram of an unknown kind', inFence('mermaid', 'flowchrt LR\n  ▮')],
    ['in a comment of PlantUML', inFence('plantuml', "@startuml\n[a]\n' ▮\n@enduml")],
    ['in a note of PlantUML', inFence('plantuml', '@startuml\n[a]\nnote left of a\n▮\nend note\n@enduml')],
    ['behind the colon of a message', inFence('plantuml', '@startuml\na -> b : then ->▮\n@enduml')],
    ['in a text of DOT', inFence('dot', 'digraph {\n  a [label="▮"]\n}')],
    ['in a comment of DOT', inFence('dot', 'digraph {\n  // ▮\n}')],
    ['behind a node of DOT', inFence('dot', 'digraph {\n  a ▮\n}')],
  ] as const)
    test(name, async () => assert.deepEqual(await labels(marked), []))
})

test('a suggestion replaces the whole word at the cursor, and works inside a list item', async () => {
  const marked = inFence('mermaid', 'flowchart LR\n  sub▮gr')
  const text = marked.replace('▮', '')
  const found = await offered(marked)
  assert.equal(text.slice(found?.start, found?.end), 'subgr')
  const listed = '- one\n\n  ```mermaid\n  flowchart LR\n    a --> b\n    ▮\n  ```\n'
  assert.deepEqual(await labels(listed, 'node'), ['a', 'b'])
})
