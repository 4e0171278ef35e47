import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { elementsOf } from '../../src/core/diagrams/elements.ts'
import { graphOf } from '../../src/diagrams/graphviz/graph.ts'
import { sharedChromium } from './browser.ts'
import { graphvizSources, plantumlSources } from './engineSources.ts'
import { openPanel, type PanelPage } from './page.ts'
import { takesTurnsWhileDrawing } from './turns.ts'

const flow = 'flowchart LR\n  a[Start] --> b[End]'
const graph = (source: string) => ({ engine: 'graphviz', source })
const plant = (source: string) => ({ engine: 'plantuml', source })

describe('Graphviz and PlantUML in the panel', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
  })

  const open = async (sources: Parameters<PanelPage['show']>[0], theme: 'dark' | 'light' = 'dark') => {
    panel = await openPanel(browser, { theme })
    await panel.show(sources)
    await panel.settled()
  }
  const states = () =>
    panel.page.locator('.card').evaluateAll((all) => all.map((card) => card.getAttribute('data-state')))
  /** The engines whose scripts were fetched. */
  const loaded = () =>
    panel.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => /(\w+)-frame\.js$/.exec(name)?.[1] ?? [])
        .toSorted(),
    )

  for (const [engine, sources] of Object.entries({ graphviz: graphvizSources, plantuml: plantumlSources })) {
    it(`${engine} draws every kind without policy violations or network requests`, async () => {
      await open(Object.values(sources).map((source) => ({ engine, source })))
      const notices = await panel.page.locator('.notice').allInnerTexts()
      assert.deepEqual(
        notices.flatMap((text, index) => (text ? [`${Object.keys(sources)[index]}: ${text}`] : [])),
        [],
      )
      assert.deepEqual(await panel.violations(), [])
      assert.deepEqual(panel.strayRequests, [])
      assert.deepEqual(await loaded(), [engine], 'no bytes of another engine')
      await panel.close()
    })
  }

  it('loads an engine when the document first contains a diagram for it', async () => {
    await open([flow])
    assert.deepEqual(await loaded(), ['mermaid'])
    await panel.show([flow, graph('digraph { a -> b }')])
    await panel.settled()
    assert.deepEqual(await loaded(), ['graphviz', 'mermaid'])
    await panel.close()
  })

  it('allows WebAssembly only in the frames that need it', async () => {
    await open([flow, graph('digraph { a -> b }')])
    const policies = await panel.page
      .locator('iframe.drawing')
      .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('srcdoc')?.includes('wasm-unsafe-eval')))
    assert.deepEqual(policies.toSorted(), [false, true])
    await panel.close()
  })

  it('stops a graph that hangs, stays responsive, and draws the other diagrams', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `n${index}`).join(' ')
    const hanging = graph(`digraph { { ${names} } -> { ${names.replaceAll('n', 'm')} } -> { ${names} } }`)
    await open([flow, plant('A -> B : first')])
    const isAwake = takesTurnsWhileDrawing(panel, 1)
    await panel.show([
      flow,
      hanging,
      plant('A -> B : second'),
      flow.replace('Start', 'Other'),
      graph('graph { a -- b }'),
    ])
    await panel.settled([1])
    assert.deepEqual(await states(), ['drawn', 'slow', 'drawn', 'drawn', 'drawn'])
    assert.ok(await isAwake, 'the panel stood still')
    await panel.close()
  })

  it('starts an engine again that did not start, when the reader asks for it', async () => {
    panel = await openPanel(browser)
    const script = '**/graphviz-frame.js'
    await panel.page.route(script, (route) => route.abort())
    await panel.show([graph('digraph { berth -> quay }')])
    const card = panel.page.locator('.card')
    await card.getByText('The drawing engine did not start').waitFor()
    await panel.page.unroute(script)
    await card.getByRole('button', { name: 'Try Again' }).click()
    await panel.settled()
    assert.deepEqual(await states(), ['drawn'])
  })

  it('shows the line of a syntax error and keeps the last valid drawing', async () => {
    await open([graph('digraph {\n  a -> b\n}'), plant('@startuml\nA -> B : hello\n@enduml')])
    await panel.show([
      graph('digraph {\n  a -> b [label="x\n}'),
      plant('@startuml\nA -> B : hello\nno line of it\n@enduml'),
    ])
    await panel.settled()
    assert.deepEqual(await states(), ['failed', 'failed'])
    // The fences are on lines 1 and 4, and each source starts on the line after its fence.
    assert.deepEqual(await panel.page.locator('.notice .place').allInnerTexts(), ['Line 3', 'Line 7'])
    const pictures = await panel.page
      .locator('.stage')
      .evaluateAll((all) => all.map((stage) => stage.shadowRoot?.querySelector('svg')?.textContent ?? ''))
    assert.match(pictures[0] ?? '', /a->b/)
    assert.match(pictures[1] ?? '', /hello/)
    await panel.close()
  })

  it('marks nodes, edges and clusters, so that they lead to their source', async () => {
    const source = 'digraph { subgraph cluster_c { a }; a:p -> b; a -> b [label=x]; b -> a [dir=back] }'
    const shown = graphOf(source)
    assert(shown)
    await open([{ ...graph(source), elements: elementsOf(shown) }])
    const elements = await panel.page
      .locator('.stage')
      .evaluate((stage) =>
        [...(stage.shadowRoot?.querySelectorAll('[data-mark]') ?? [])].map((mark) => mark.getAttribute('data-mark')),
      )
    assert.deepEqual(elements.toSorted(), ['e0', 'e1', 'e2', 'n0', 'n1', 'n2'])
    await panel.close()
  })

  it('shows a notice for notations that it cannot draw', async () => {
    await open([{ engine: 'd2', source: 'a -> b' }, flow])
    assert.deepEqual(await states(), ['unknown', 'drawn'])
    assert.equal(
      await panel.page.locator('.notice').first().innerText(),
      'D2 cannot be drawn here; mermaid, Graphviz, PlantUML and box art can',
    )
    assert.deepEqual(await panel.violations(), [])
    await panel.close()
  })

  it('follows the theme, and draws diagrams with the author’s own colours on a light background', async () => {
    const sources = [
      graph('digraph { a -> b }'),
      graph('digraph { a [style=filled fillcolor=lightblue] }'),
      plant('A -> B'),
      plant('skinparam ParticipantBackgroundColor lightblue\nA -> B'),
    ]
    const grounds = () =>
      panel.page
        .locator('.stage')
        .evaluateAll((all) =>
          all.map((stage) => stage.shadowRoot?.querySelector('.ground')?.getAttribute('data-paper') ?? ''),
        )
    const letters = () =>
      panel.page
        .locator('.stage')
        .evaluateAll((all) => all.map((stage) => stage.shadowRoot?.querySelector('text')?.getAttribute('fill') ?? null))
    await open(sources, 'dark')
    assert.deepEqual(await grounds(), ['', 'light', '', 'light'])
    const dark = await letters()
    await panel.close()
    await open(sources, 'light')
    const light = await letters()
    assert.notEqual(dark[0], light[0])
    assert.notEqual(dark[2], light[2])
    assert.equal(dark[1], light[1])
    await panel.close()
  })
})
