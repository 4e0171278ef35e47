import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { mendText } from '../util/mending.ts'

/** The titles of all fixes that a rule offers in a text, and the text after the fix with the given title. */
async function offered(ruleId: string, text: string, title?: string) {
  const found = (await mendText(text, 'note')).filter(({ message }) => message.ruleId === ruleId)
  const fixes = found.flatMap(({ fixes }) => fixes)
  const fix = fixes.find((each) => each.title === title)
  return { titles: fixes.map((each) => each.title), after: fix && applyEdits(text, fix.edits) }
}

const design = (components: string, language: string, source: string) =>
  `# Note: Orders\n\n## Components\n\n${components}\n\n## Architecture\n\n\`\`\`${language}\n${source}\n\`\`\`\n`

const sections = `### Order Service

Takes orders and asks Billing.

### Billing

Charges cards.

### Recommender

Suggests what else to buy. It reads from Billing.`

suite('a component that no diagram shows is added in the diagram’s notation, with its relations', () => {
  for (const [name, language, before, after] of [
    [
      'a flowchart',
      'mermaid',
      'flowchart LR\n  OrderSvc --> billing[Billing Worker]',
      'flowchart LR\n  OrderSvc --> billing[Billing Worker]\n  Recommender\n  Recommender --> billing',
    ],
    [
      'a flowchart whose parts stand in a group',
      'mermaid',
      'flowchart LR\n  user([User]) --> OrderSvc\n  subgraph shop\n    OrderSvc --> billing[(Billing)]\n  end\n  style user fill:#fff',
      'flowchart LR\n  user([User]) --> OrderSvc\n  subgraph shop\n    OrderSvc --> billing[(Billing)]\n    Recommender\n  end\n  style user fill:#fff\n  Recommender --> billing',
    ],
    [
      'a C4 diagram, inside of its boundary',
      'mermaid',
      'C4Container\n  System_Boundary(s, "Shop") {\n    Container(orders, "Order Service", "Go")\n    Container(billing, "Billing", "Go")\n  }\n  Rel(orders, billing, "asks")',
      'C4Container\n  System_Boundary(s, "Shop") {\n    Container(orders, "Order Service", "Go")\n    Container(billing, "Billing", "Go")\n    Container(recommender, "Recommender")\n  }\n  Rel(orders, billing, "asks")\n  Rel(recommender, billing, "depends on")',
    ],
    [
      'PlantUML',
      'plantuml',
      '@startuml\ncomponent "Order Service" as orders\ncomponent Billing\norders --> Billing\n@enduml',
      '@startuml\ncomponent "Order Service" as orders\ncomponent Billing\norders --> Billing\ncomponent "Recommender" as recommender\nrecommender --> Billing\n@enduml',
    ],
    [
      'PlantUML with brackets',
      'plantuml',
      '[Order Service] --> [Billing]\n[Billing] --> [Order Service]',
      '[Order Service] --> [Billing]\n[Billing] --> [Order Service]\n[Recommender]\n[Recommender] --> [Billing]',
    ],
    [
      'Graphviz',
      'dot',
      'digraph {\n  orders [label="Order Service", shape=component];\n  billing [label="Billing"];\n  orders -> billing;\n}',
      'digraph {\n  orders [label="Order Service", shape=component];\n  billing [label="Billing"];\n  orders -> billing;\n  Recommender;\n  Recommender -> billing;\n}',
    ],
    [
      'Graphviz on a line',
      'dot',
      'digraph { "Order Service" -> Billing_api -> database }',
      'digraph { "Order Service" -> Billing_api -> database \n  Recommender\n  Recommender -> Billing_api\n}',
    ],
  ] as const)
    test(name, async () => {
      const text = design(sections, language, before)
      const title = 'Add "Recommender" to the diagram'
      assert.equal((await offered('diagram-components', text, title)).after, design(sections, language, after))
    })

  test('in a block quote, and with CRLF line ends', async () => {
    const quoted = design(sections, 'mermaid', 'flowchart LR\n  OrderSvc --> billing[Billing Worker]')
    const [head = ''] = quoted.split('```', 1)
    for (const [prefix, lineBreak] of [
      ['> ', '\n'],
      ['', '\r\n'],
    ] as const) {
      const whole = quoted.slice(head.length)
      const text = (head + whole.trimEnd().replace(/^/gm, prefix)).replaceAll('\n', lineBreak)
      const { after } = await offered('diagram-components', text, 'Add "Recommender" to the diagram')
      const added = `${prefix}  Recommender${lineBreak}${prefix}  Recommender --> billing`
      const place = `billing[Billing Worker]${lineBreak}`
      assert.equal(after, text.replace(place, `${place}${added}${lineBreak}`))
    }
  })

  test('a name that is not a valid ID is quoted, and an ID already in use is avoided', async () => {
    const name = 'Recommender "X" #1; {a}'
    const text = design(
      sections.replaceAll('Recommender', name),
      'mermaid',
      'flowchart LR\n  OrderSvc --> billing[Billing Worker]\n  recommenderX1A[Cards] --> billing',
    )
    const title = `Add "${name}" to the diagram`
    const { titles, after = '' } = await offered('diagram-components', text, title)
    assert.deepEqual(titles, [title])
    assert.match(after, /\n {2}recommenderX1A2\["Recommender #34;X#34; #35;1; \{a\}"\]\n/)
  })

  test('no fix is offered where it would cause another finding', async () => {
    const source =
      'flowchart LR\n  OrderSvc --> scan[Xray]\n  OrderSvc --> cdn[Content Mirror]\n  billing[Billing] --> trans[Translator]'
    assert.deepEqual((await offered('diagram-components', design(sections, 'mermaid', source))).titles, [])
  })

  test('no fix is offered in a box-art diagram', async () => {
    const art =
      '+---------------+     +---------+\n| Order Service | --> | Billing |\n+---------------+     +---------+'
    assert.deepEqual((await offered('diagram-components', design(sections, 'text', art))).titles, [])
  })
})

suite('a misspelt name is corrected', () => {
  const flowchart = 'flowchart LR\n  OrderSvc --> billing[Billing Worker]\n  OrderSvc --> rec[Recomender]'
  const text = design(`${sections}\n\nThe Recommender is new.`, 'mermaid', flowchart)
  const inDiagram = 'Rename "Recomender" in the diagram to "Recommender", as in the text'
  const inText = 'Rename "Recommender" in the text to "Recomender", as in the diagram'

  test('in the diagram or in the text, as the author chooses', async () => {
    assert.equal(
      (await offered('diagram-components', text, inDiagram)).after,
      text.replace('[Recomender]', '[Recommender]'),
    )
    assert.equal(
      (await offered('diagram-components', text, inText)).after,
      text.replaceAll('Recommender', 'Recomender'),
    )
  })

  test('names that are only somewhat alike stay two parts', async () => {
    const { titles } = await offered('diagram-components', text.replace('Recomender', 'Reconciler'))
    assert.deepEqual(titles, ['Add "Recommender" to the diagram', 'Describe "Reconciler" under "Components"'])
  })

  test('a misspelt reference is corrected where it stands', async () => {
    const { titles, after } = await offered('undefined-reference', inventory, 'Change to "Inventory Service"')
    assert.deepEqual(titles, ['Change to "Inventory Service"', 'Describe "Ivnentory Service" under "Components"'])
    assert.equal(after, inventory.replace('Ivnentory', 'Inventory'))
  })
})

const inventory = `# Note: Orders

## Components

- **Order Service**: takes orders.
  **Depends on:** Billing Worker
- **Inventory Service**: counts what is left.
- **Billing**: charges cards.
  **Depends on:** Ivnentory Service
`

suite('a node that only the diagram has is described like its neighbours', () => {
  const flowchart =
    'flowchart LR\n  OrderSvc --> billing[Billing Worker]\n  OrderSvc --> kafka[[Kafka]]\n  kafka --> fraud[Fraud Detector]'
  for (const [name, before, after] of [
    [
      'sections',
      '### Order Service\n\nTakes orders from customers.\n\n### Billing\n\nCharges cards of customers.',
      '### Order Service\n\nTakes orders from customers.\n\n### Billing\n\nCharges cards of customers.\n\n### Kafka\n\n\n\n### Fraud Detector\n\n',
    ],
    [
      'numbered sections with the same labels',
      '### 1. Order Service\n\n* __Does:__ takes orders.\n* __Stack:__ Go.\n\n### 2. Billing\n\n* __Does:__ charges cards.\n* __Stack:__ Go.',
      '### 1. Order Service\n\n* __Does:__ takes orders.\n* __Stack:__ Go.\n\n### 2. Billing\n\n* __Does:__ charges cards.\n* __Stack:__ Go.\n\n### 3. Kafka\n\n* __Does:__ \n* __Stack:__ \n\n### 4. Fraud Detector\n\n* __Does:__ \n* __Stack:__ ',
    ],
    [
      'rows',
      '| Component | Does |\n|---|---|\n| **Order Service** | takes orders |\n| **Billing** | charges cards |',
      '| Component | Does |\n|---|---|\n| **Order Service** | takes orders |\n| **Billing** | charges cards |\n| **Kafka** |  |\n| **Fraud Detector** |  |',
    ],
    [
      'items',
      '- `Order Service`: takes orders from everybody.\n- `Billing`: charges cards of everybody.',
      '- `Order Service`: takes orders from everybody.\n- `Billing`: charges cards of everybody.\n- `Kafka`: \n- `Fraud Detector`: ',
    ],
    [
      'numbered items',
      '1. Order Service - takes orders.\n2. Billing - charges cards.',
      '1. Order Service - takes orders.\n2. Billing - charges cards.\n3. Kafka - \n4. Fraud Detector - ',
    ],
  ] as const)
    test(name, async () => {
      const { titles, after: mended } = await offered(
        'diagram-components',
        design(before, 'mermaid', flowchart),
        'Describe both under "Components"',
      )
      assert.deepEqual(titles, [
        'Describe both under "Components"',
        'Describe "Kafka" under "Components"',
        'Describe "Fraud Detector" under "Components"',
      ])
      assert.equal(mended, design(after, 'mermaid', flowchart))
    })
})
