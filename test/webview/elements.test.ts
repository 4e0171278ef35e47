import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { cards, openPanel, type PanelPage } from './page.ts'
import { tricky } from './trickyKinds.ts'

const boxArt = `
  +--------+  HTTPS  +-------------+      +----------+
  | Client |-------->| API gateway |----->|  Orders  |
  +--------+         +-------------+      +----------+
                            |
                            v
                     +-------------+
                     |    Queue    |
                     +-------------+
`

const others = [
  { name: 'box art', engine: 'box-art', source: boxArt },
  {
    name: 'Graphviz',
    engine: 'graphviz',
    source: `digraph G {
  subgraph cluster_b { label="Backend"; api [label="API gateway"]; "order store" }
  client -> api [label="HTTPS"]
  api -> "order store" -> queue
  api -> queue
}`,
  },
  {
    name: 'PlantUML components',
    engine: 'plantuml',
    source: `@startuml
component "API gateway" as A
package P {
  database DB
  [C one] as c1
}
A --> DB : reads
c1 ..> A
@enduml`,
  },
  {
    name: 'PlantUML sequence',
    engine: 'plantuml',
    source: `@startuml
autonumber
actor User
participant "Order API" as A
database Orders
User -> A ++ : POST\\n/orders
A -> A : checks it
A ->x Orders : insert
alt stock left
  A <-- Orders
  A --> User : 201 Created
else sold out
  A <-> User
end
note over A : Orders
create Bob
A -> Bob : new
[-> A : from outside
@enduml`,
  },
]

const wanted = ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram-v2', 'erDiagram', 'C4Context', 'gantt']
  .concat('mindmap', 'architecture-beta', 'kanban', 'requirementDiagram')
  .concat('pie', 'gitGraph', 'quadrantChart', 'xychart-beta', 'timeline', 'journey')
  .concat('packet-beta', 'radar-beta', 'treemap-beta', 'sankey-beta')
  .map((kind) => [kind, kinds[kind] ?? ''] as const)

describe('navigation between a drawing and its source', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
  })
  after(async () => {
    await panel.close()
  })

  const clicked = async () =>
    (await panel.messages()).flatMap((message) => (message.type === 'openSource' ? [message.mark] : []))

  const samples = [...wanted, ...Object.entries(tricky)].map(([name, source]) => ({ name, engine: 'mermaid', source }))
  samples.push(...others)

  for (const { name, ...sample } of samples)
    it(`${name}: links every node and edge to its source, in both directions`, async () => {
      await panel.show([sample])
      await panel.settled()
      const [card] = cards([sample])
      const elements = card?.elements ?? []
      assert.ok(card && elements.length > 1)
      assert.equal(await panel.page.locator('.card').getAttribute('data-state'), 'drawn')
      // A task of a gantt chart names the tasks it waits for, but no arrow is drawn for that.
      const shown = elements.filter(({ kind }) => kind !== 'edge' || !name.startsWith('gantt'))
      const found = await panel.page.locator('.stage').evaluate((host) => {
        const all = [...(host.shadowRoot?.querySelectorAll('[data-mark]') ?? [])]
        return [...new Set(all.map((element) => element.getAttribute('data-mark') ?? ''))]
      })
      assert.deepEqual(found.sort(), shown.map(({ mark }) => mark).sort(), 'all are marked, and nothing else is')

      for (const { mark, text, kind } of shown) {
        await panel.say({ type: 'cursor', id: card.id, mark })
        const lit = await panel.page.locator('.stage').evaluate((host) => {
          const all = [...(host.shadowRoot?.querySelectorAll('[data-lit]') ?? [])]
          return {
            elements: all.map((element) => element.getAttribute('data-mark')),
            text: all.map((e) => e.textContent).join(' '),
          }
        })
        assert.deepEqual([...new Set(lit.elements)], [mark])
        // An axis has a label at each end, and not all values of a chart are printed.
        const label = kind === 'edge' ? (text.split(': ')[1] ?? '') : (text.split(/: | to /)[0] ?? '')
        const bare = (words: string) => words.replace(/\s+/g, '')
        // Starts, ends, forks, junctions and the flows of a sankey diagram are drawn without text.
        const isSaid =
          lit.text.trim() !== '' || (kind === 'edge' && sample.engine === 'mermaid' && !/^sankey/.test(name))
        // A commit without an id is drawn with a random one.
        if (isSaid && !/^Commit \d+$/.test(label))
          assert.ok(bare(lit.text).includes(bare(label)), `${mark} reads “${lit.text}”, expected “${label}”`)
        await panel.page.locator('.stage').evaluate((host, wanted) => {
          const [element] = [...(host.shadowRoot?.querySelectorAll(`[data-mark="${wanted}"]`) ?? [])]
          if (element instanceof SVGElement) element.focus()
        }, mark)
        await panel.page.keyboard.press('Enter')
        assert.equal((await clicked()).at(-1), mark)
      }
    })

  it('opens the source after a click on a node, on a label, or within a few pixels of a line', async () => {
    const source = 'flowchart LR\n  a[One] -->|then| b[Two]'
    await panel.show([source])
    await panel.settled()
    const { mouse } = panel.page
    const boxes = await panel.page.locator('.stage').evaluate((host) =>
      ['g.node', 'path[data-mark]', 'g.label[data-mark]'].map((selector) => {
        const { x, y, width, height } =
          host.shadowRoot?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return { x: x + width / 4, y: y + height / 2 }
      }),
    )
    const [node, line, label] = boxes
    assert.ok(node && line && label)
    const before = (await clicked()).length
    await mouse.click(node.x, node.y)
    await mouse.click(line.x, line.y + 4)
    await mouse.click(label.x, label.y)
    await mouse.click(line.x, line.y + 40)
    assert.deepEqual((await clicked()).slice(before), ['n0', 'e0', 'e0'])
  })

  it('As Text lists nodes and edges, follows edits, and leads from each entry to its definition', async () => {
    await panel.show(['flowchart LR\n  a[One] -->|then| b[Two]', 'block-beta\n  x'])
    await panel.settled()
    const card = panel.page.locator('.card').first()
    await card.hover()
    await card.getByRole('button', { name: 'As Text' }).click()
    const list = card.getByRole('list', { name: 'As Text' })
    assert.deepEqual(await list.getByRole('button').allInnerTexts(), ['One', 'Two', 'One to Two: then'])
    await list.getByRole('button', { name: 'One to Two: then' }).click()
    assert.equal((await clicked()).at(-1), 'e0')
    await panel.show(['flowchart LR\n  a[One] --> c[Three]', 'block-beta\n  x'])
    assert.deepEqual(await list.getByRole('button').allInnerTexts(), ['One', 'Three', 'One leads to Three'])
    await card.getByRole('button', { name: 'As Text' }).click()
    assert.ok(await list.isHidden())
    assert.equal(await panel.page.locator('.card').nth(1).getByRole('button', { name: 'As Text' }).count(), 0)
  })

  it('Tab moves the focus into the drawing, and arrow keys move it along nodes and edges', async () => {
    await panel.show(['flowchart LR\n  a[One] --> b[Two]\n  a --> c[Three]'])
    await panel.settled()
    const name = () =>
      panel.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'))
    await panel.page.locator('.card .source').focus()
    await panel.page.keyboard.press('Tab')
    assert.equal(await name(), 'One')
    await panel.page.keyboard.press('ArrowRight')
    assert.match((await name()) ?? '', /^One leads to/)
    await panel.page.keyboard.press('ArrowRight')
    assert.match((await name()) ?? '', /^(?:Two|Three)$/)
    await panel.page.keyboard.press('ArrowLeft')
    assert.match((await name()) ?? '', /^One leads to/)
  })
})
