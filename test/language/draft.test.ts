import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { host } from '../../build/diagramHost.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { mendText } from '../util/mending.ts'

/** The drafts of `required-diagram` for the first section without a diagram, and the text with the first draft. */
async function drafts(text: string, typeId = 'sketch') {
  const found = (await mendText(text, typeId)).filter(({ message }) => message.ruleId === 'required-diagram')
  const fixes = (found[0]?.fixes ?? []).filter(({ title }) => title.startsWith('Draft'))
  const sources = fixes.map(
    ({ edits: [edit] }) => /```mermaid\r?\n([\s\S]*?)\r?\n```/.exec(edit?.newText ?? '')?.[1] ?? '',
  )
  for (const source of sources) assert.deepEqual(await host.checkDiagram('mermaid', source), [], source)
  return {
    titles: fixes.map(({ title }) => title),
    sources,
    after: fixes[0] && applyEdits(text, fixes[0].edits),
    preferred: (found[0]?.fixes ?? []).filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
  }
}

const flowchart = 'Draft a flowchart of the components from the text'
const sequence = 'Draft a sequence diagram from the steps in the text'
const er = 'Draft an ER diagram from the tables in the text'

suite('a flowchart of the components', () => {
  const text = `# Design: Orders

## Architecture

Three programs.

## Components

### Order Service

Takes orders; it asks the *Stock Keeper* what is left, and is called by Billing.

- **Depends on:** Billing Worker, PostgreSQL 15 (managed), xxx and none

### Billing Worker (Go)

Charges cards. It never calls the Stock Keeper.

### Stock Keeper

Counts what is left.
`
  test('has the components and the dependencies that the text states, and no others', async () => {
    const { titles, sources, preferred } = await drafts(text)
    assert.deepEqual(titles, [flowchart])
    assert.deepEqual(preferred, [flowchart])
    assert.deepEqual(sources[0]?.split('\n'), [
      'flowchart LR',
      '  orderService["Order Service"]',
      '  billingWorker["Billing Worker"]',
      '  stockKeeper["Stock Keeper"]',
      '  postgreSQL15["PostgreSQL 15"]',
      '  orderService --> billingWorker',
      '  orderService --> postgreSQL15',
      '  orderService --> stockKeeper',
    ])
  })

  test('is inserted below the words of its section, with the line ends of the document', async () => {
    const windows = text.replaceAll('\n', '\r\n')
    const { after = '' } = await drafts(windows)
    const place = 'Three programs.\r\n\r\n'
    assert.ok(
      after.startsWith(`${windows.slice(0, windows.indexOf(place) + place.length)}\`\`\`mermaid\r\nflowchart LR\r\n`),
    )
    assert.ok(after.endsWith(`\r\n\`\`\`\r\n\r\n${windows.slice(windows.indexOf('## Components'))}`))
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false)
  })

  test('is not offered for fewer than two components; other names and placeholders do not count', async () => {
    const [head = ''] = text.split('### Billing', 1)
    const alone = head.replace(/- \*\*Depends.*\n/, '')
    const another = (name: string) => `${alone}### ${name}\n\nCounts what is left.\n`
    for (const few of [
      '# Design: Orders\n\n## Architecture\n\nOrders go to the warehouse.\n',
      alone,
      another('TODO'),
      another('`<another service>`'),
      another('{service}'),
      another('more services …'),
    ]) {
      const { titles, preferred } = await drafts(few)
      assert.deepEqual(titles, [], few)
      assert.deepEqual(preferred, ['Add a starter diagram'])
    }
    assert.deepEqual((await drafts(another('Warehouse'))).titles, [flowchart])
  })

  test('is drafted from a list, in German', async () => {
    const { sources } = await drafts(`# Design: Bestellungen

## Architecture

Zwei Dienste.

## Komponenten

* **Bestelldienst**: nimmt Bestellungen an und fragt die Lagerverwaltung.
* **Lagerverwaltung**: zählt, was übrig ist; ruft nie den Bestelldienst.
`)
    assert.deepEqual(sources[0]?.split('\n').slice(1), [
      '  bestelldienst["Bestelldienst"]',
      '  lagerverwaltung["Lagerverwaltung"]',
      '  bestelldienst --> lagerverwaltung',
    ])
  })
})

suite('a sequence diagram of numbered steps', () => {
  const parts = `## Components

- **Order Service**: takes orders from customers.
- **Billing**: charges cards of customers.
`
  const steps = (list: string) =>
    `# Design: Orders\n\n## Architecture\n\nIn short.\n\n${parts}\n## Data Flow\n\n${list}\n`

  test('shows who does what with whom, and a step of a single part as a note', async () => {
    const { titles, sources } = await drafts(
      steps(`1. The client sends the order to the **Order Service**.
2. Order Service checks the order; it may refuse it.
3. Billing is called by the Order Service.
4. If the card is refused, the Order Service tells the client so.
5. It is written down for #1.`),
    )
    assert.deepEqual(titles, [flowchart, sequence])
    assert.deepEqual(sources[1]?.split('\n'), [
      'sequenceDiagram',
      '  participant client as Client',
      '  participant orderService as Order Service',
      '  participant billing as Billing',
      '  client->>orderService: sends the order',
      '  Note over orderService: checks the order#59; it may refuse it',
      '  orderService->>billing: Billing is called by the Order Service.',
      '  orderService->>client: If the card is refused, the Order Service tells the client so.',
      '  Note over client,billing: It is written down for #35;1.',
    ])
  })

  test('is drafted from steps with arrows, and from a table of senders and receivers', async () => {
    const arrows = await drafts(steps('1. Shop → Order Service: POST /orders\n2. Order Service -> Billing: charge'))
    const table = await drafts(
      steps(
        '| # | From | To | What |\n|---|---|---|---|\n| 1 | Shop | Order Service | POST /orders |\n| 2 | Order Service | Billing | charge |',
      ),
    )
    for (const { sources } of [arrows, table])
      assert.deepEqual(sources[1]?.split('\n').slice(-2), [
        '  shop->>orderService: POST /orders',
        '  orderService->>billing: charge',
      ])
  })

  test('takes the sort of part as a piece of its name', async () => {
    const { sources } = await drafts(
      steps('1. The Billing Service asks the Order Service for the amount.\n2. Billing charges the card.'),
    )
    assert.match(sources[1] ?? '', /^ {2}billing->>orderService: asks the Order Service for the amount$/m)
  })

  test('is not offered where no step involves two parts', async () => {
    const { titles } = await drafts(steps('1. Order Service takes it.\n2. Billing charges the card.'))
    assert.deepEqual(titles, [flowchart])
  })
})

suite('an entity relationship diagram of tables', () => {
  const text = `# Design: Orders

## Architecture

In short.

## Data Model

### Orders

| Field | Type | Notes |
|---|---|---|
| id | uuid | primary key |
| customer_id | uuid | FK to customers |
| total | decimal(10, 2) | |

### Customers

| Field | Type | Notes |
|---|---|---|
| id | uuid | PK |
| e-mail | text | unique |
| note | | what they say |
`
  test('has the fields, their types and keys, and the relations that foreign keys state', async () => {
    const { titles, sources } = await drafts(text)
    assert.deepEqual(titles, [er])
    assert.deepEqual(sources[0]?.split('\n'), [
      'erDiagram',
      '  Orders {',
      '    uuid id PK',
      '    uuid customer_id FK',
      '    decimal(10_2) total',
      '  }',
      '  Customers {',
      '    uuid id PK',
      '    text e_mail UK',
      '  }',
      '  Orders }o--|| Customers : customer_id',
    ])
  })

  test('is drafted from a single table with a row per entity or a row per field', async () => {
    const [head = ''] = text.split('### Orders', 1)
    const entities = await drafts(
      `${head}| Entity | Key fields |\n|---|---|\n| Order line | id, order |\n| Order | id |\n`,
    )
    assert.deepEqual(entities.sources[0]?.split('\n').slice(1), ['  orderLine["Order line"]', '  Order'])
    const fields = await drafts(
      `${head}| Table | Column | Type |\n|---|---|---|\n| orders | id | uuid |\n| | customer | uuid → customers.id |\n| customers | id | uuid |\n`,
    )
    assert.deepEqual(fields.sources[0]?.split('\n').slice(-1), ['  orders }o--|| customers : customer'])
  })

  test('is not offered for a single entity', async () => {
    assert.deepEqual((await drafts(text.slice(0, text.indexOf('### Customers')))).titles, [])
  })
})
