import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { host } from '../../build/diagramHost.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { nameAt, occurrencesOf } from '../../src/language/part.ts'
import { partNamesOf } from '../../src/language/partNames.ts'
import { type Notations, objectionTo, rename } from '../../src/language/renamePart.ts'
import { readQuickly, types } from '../util/linting.ts'

const type = types.find(({ id }) => id === 'system-design')
const notations: Notations = {
  syntaxes,
  accepts: async (engine, source) => (await host.checkDiagram(engine, source)).length === 0,
}
const namesOf = (text: string) => ({ document: readQuickly(text), type })

/** Renames the name after `|>`. Returns the text with the certain edits, and those that the author has to confirm. */
async function renamed(marked: string, to: string) {
  const offset = marked.indexOf('|>')
  const text = marked.replace('|>', '')
  const named = namesOf(text)
  const at = nameAt(named, offset)
  assert.ok(at, 'no name is there')
  const { edits, left } = await rename(named, at, to, notations)
  return {
    text: applyEdits(
      text,
      edits.filter(({ isCertain }) => isCertain),
    ),
    open: edits
      .filter(({ isCertain }) => !isCertain)
      .map(({ start, end, newText }) => `${text.slice(start, end)} → ${newText}`),
    left: left.map(({ kind, engine }) => kind ?? engine),
  }
}

const inDiagram = (language: string, source: string) =>
  `# System Design: Ferries\n\n\`\`\`${language}\n${source}\n\`\`\`\n`

suite('a renamed node changes nothing else in its diagram', () => {
  for (const [name, language, before, to, after] of [
    [
      'a label',
      'mermaid',
      'flowchart LR\n  q["|>Berth Queue"] --> Harbour',
      'Lane',
      'flowchart LR\n  q["Lane"] --> Harbour',
    ],
    [
      'an id',
      'mermaid',
      'flowchart LR\n  |>Berths --> Lanes\n  class Berths red',
      'Docks',
      'flowchart LR\n  Docks --> Lanes\n  class Docks red',
    ],
    [
      'an id, by words that are none',
      'mermaid',
      'flowchart LR\n  |>Berths -->|asks Berths| Lanes\n  class Berths red',
      'Berth Queue',
      'flowchart LR\n  Berths["Berth Queue"] -->|asks Berth Queue| Lanes\n  class Berths red',
    ],
    [
      'a label that is the id',
      'mermaid',
      'flowchart LR\n  |>Berths{{Berths}} --> Lanes',
      'Berth Queue',
      'flowchart LR\n  Berths{{Berth Queue}} --> Lanes',
    ],
    [
      'a participant',
      'mermaid',
      'sequenceDiagram\n  |>Berths->>Lanes: call Berths',
      'Berth Queue',
      'sequenceDiagram\n  Berth Queue->>Lanes: call Berth Queue',
    ],
    [
      'an alias',
      'mermaid',
      'sequenceDiagram\n  participant B as |>Berths\n  B->>L: ask',
      'Berth Queue',
      'sequenceDiagram\n  participant B as Berth Queue\n  B->>L: ask',
    ],
    [
      'a class',
      'mermaid',
      'classDiagram\n  |>Berths --> Lanes',
      'Berth Queue',
      'classDiagram\n  class Berths["Berth Queue"]\n  Berths --> Lanes',
    ],
    [
      'an entity',
      'mermaid',
      'erDiagram\n  |>BERTH ||--o{ LANE : has',
      'Berth Queue',
      'erDiagram\n  "Berth Queue" ||--o{ LANE : has',
    ],
    [
      'a state',
      'mermaid',
      'stateDiagram-v2\n  [*] --> |>Moored',
      'At Berth',
      'stateDiagram-v2\n  state "At Berth" as Moored\n  [*] --> Moored',
    ],
    [
      'a container',
      'mermaid',
      'C4Container\n  Container(Berths, "|>Berths", "Go", "Queues")',
      'Berth Queue',
      'C4Container\n  Container(Berths, "Berth Queue", "Go", "Queues")',
    ],
    [
      'PlantUML',
      'plantuml',
      '@startuml\n[|>Berths] --> [Lanes]\n@enduml',
      'Berth Queue',
      '@startuml\n[Berth Queue] --> [Lanes]\n@enduml',
    ],
    ['Graphviz', 'dot', 'digraph { |>berths -> lanes }', 'Berth Queue', 'digraph { "Berth Queue" -> lanes }'],
    [
      'a drawing of characters',
      'text',
      '┌─────────┐    ┌───────┐\n│ |>Berths  │───▶│ Lanes │\n└─────────┘    └───────┘',
      'Queue',
      '┌─────────┐    ┌───────┐\n│ Queue   │───▶│ Lanes │\n└─────────┘    └───────┘',
    ],
    [
      'the id of a node that readers know by another name',
      'mermaid',
      'flowchart LR\n  |>q["Berths"] --> l\n  q --> l',
      'berths',
      'flowchart LR\n  berths["Berths"] --> l\n  berths --> l',
    ],
  ] as const)
    test(name, async () => {
      const { text, left } = await renamed(inDiagram(language, before), to)
      assert.deepEqual(left, [])
      assert.equal(text, inDiagram(language, after))
    })

  test('a diagram whose notation cannot write the name is left unchanged and reported', async () => {
    const source = 'erDiagram\n  |>BERTH ||--o{ LANE : has'
    const { text, left } = await renamed(inDiagram('mermaid', source), 'The "Berth"')
    assert.deepEqual(left, ['erDiagram'])
    assert.equal(text, inDiagram('mermaid', source.replace('|>', '')))
  })
})

const design = `# System Design: Ferries

See [the queue](#berth-queue). The |>Berth Queue is asked first, and a berth queue that is full says so. Its topic is
\`berth-queue\`, its files are in docs/Berth Queue/x, and the Berth Queue Monitor is another part.

## Components

### Berth Queue

Gives each ferry a berth.

### Berth Queue Monitor

| Part | Asks |
|---|---|
| Monitor | Berth Queue |

<!-- Berth Queue -->

\`\`\`mermaid
flowchart LR
  q[Berth Queue] --> m[Berth Queue Monitor]
\`\`\`

\`\`\`sh
start Berth Queue
\`\`\`
`

suite('a part of the design', () => {
  test('is renamed in headings, tables, prose, links and diagrams; uncertain places need confirmation', async () => {
    const { text, open } = await renamed(design, 'Lane Planner')
    const expected = design
      .replace('|>', '')
      .replace('(#berth-queue)', '(#lane-planner)')
      .replace('The Berth Queue is', 'The Lane Planner is')
      .replace('### Berth Queue\n', '### Lane Planner\n')
      .replace('| Berth Queue |', '| Lane Planner |')
      .replace('q[Berth Queue]', 'q[Lane Planner]')
    assert.equal(text, expected)
    assert.deepEqual(open, ['berth queue → lane planner', 'berth-queue → lane-planner'])
  })

  test('is recognised wherever its name stands, but not in comments, code, paths or longer names', () => {
    const text = design.replace('|>', '')
    const named = namesOf(text)
    const at = (words: string) => nameAt(named, text.indexOf(words))?.name
    assert.equal(at('Berth Queue is'), 'Berth Queue')
    assert.equal(at('berth queue that'), 'Berth Queue')
    assert.equal(at('Berth Queue Monitor is'), 'Berth Queue Monitor')
    for (const words of ['asked first', 'Berth Queue/x', 'Berth Queue -->\n', 'start Berth'])
      assert.equal(at(words), undefined, words)
    assert.equal(occurrencesOf(named, 'Berth Queue').length, 6)
  })

  test('needs confirmation where its name may be an ordinary word of the sentence', async () => {
    const text =
      inDiagram('mermaid', 'flowchart LR\n  |>Orders --> client') +
      '\nOrders come in. The Orders part and the **Orders** list. Every client may.\n'
    assert.deepEqual((await renamed(text, 'Sales')).open, ['Orders → Sales'])
    const ofClient = text.replace('|>', '').replace('client\n', '|>client\n')
    assert.deepEqual((await renamed(ofClient, 'browser')).open, ['client → browser'])
  })

  test('refuses an empty, multi-line or overlong name, and the name of another part', () => {
    const named = namesOf(design.replace('|>', ''))
    const at = { start: 0, end: 0, name: 'Berth Queue' }
    assert.equal(objectionTo(named, at, ' '), 'A part needs a name.')
    assert.equal(objectionTo(named, at, 'a\nb'), 'A name is one line.')
    assert.equal(objectionTo(named, at, 'Berth Queue Monitor'), 'There is a part called “Berth Queue Monitor” already.')
    assert.equal(objectionTo(named, at, 'x'.repeat(81)), 'A name has at most 80 characters.')
    assert.equal(objectionTo(named, at, 'Lanes'), undefined)
  })
})

const corpus = new URL('../../../shared/corpus/design/', import.meta.url)

test('renaming in real documents breaks no valid diagram and changes no part of a longer word', {
  skip: !existsSync(corpus) && 'there is no corpus',
}, async () => {
  const wrong: string[] = []
  let renamings = 0
  const files = readdirSync(corpus).filter((file) => file.endsWith('.md'))
  for (const file of files.filter((_, index) => index % 6 === 0)) {
    const text = readFileSync(new URL(file, corpus), 'utf8')
    const named = namesOf(text)
    for (const [index, name] of partNamesOf(named).slice(0, 8).entries()) {
      const [first] = occurrencesOf(named, name)
      if (!first) continue
      renamings++
      const { edits } = await rename(named, { ...first, name }, index % 2 ? 'Zebra' : 'Zebra Crossing', notations)
      const certain = edits.filter(({ isCertain }) => isCertain)
      const after = readQuickly(applyEdits(text, certain)).diagrams
      for (const [at, { engine = '', source }] of named.document.diagrams.entries())
        if ((await notations.accepts(engine, source)) && !(await notations.accepts(engine, after[at]?.source ?? '')))
          wrong.push(`${file}: ${name}, diagram ${at}`)
      for (const { start, end } of certain)
        if (end > start && [text.charAt(start - 1), text.charAt(end)].some((unit) => /[\p{L}\p{N}_]/u.test(unit)))
          wrong.push(`${file}: ${text.slice(start - 5, end + 5)}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(renamings > 30, `${renamings}`)
})
