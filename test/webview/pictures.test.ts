import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import type { FromWebviewMessage, Picture, PictureOrder } from '../../src/core/diagrams/protocol.ts'
import { until } from '../harness/until.ts'
import { sharedChromium } from './browser.ts'
import { graphvizSources, plantumlSources } from './engineSources.ts'
import { kinds } from './kinds.ts'
import { openPanel, type PanelPage } from './page.ts'

const flow = 'flowchart LR\n  a[Start] -->|then| b[End]'
const art = '┌───────┐    ┌──────┐\n│ Order │───▶│ Line │\n└───────┘    └──────┘'
const everything: readonly (readonly [engine: string, source: string])[] = [
  ...Object.values(kinds).map((source) => ['mermaid', source] as const),
  ...Object.values(graphvizSources).map((source) => ['graphviz', source] as const),
  ...Object.values(plantumlSources).map((source) => ['plantuml', source] as const),
  ['box-art', art],
]

/** Returns the number of painted pixels in each PNG that an SVG contains. */
async function painting(svg: string): Promise<number[]> {
  const sources = [...svg.matchAll(/xlink:href="(data:image\/png;base64,[^"]*)"/g)].map(([, source = '']) => source)
  const counts = sources.map(async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
    return data.filter((value, index) => index % 4 === 3 && value > 0).length
  })
  return Promise.all(counts)
}

describe('exported and copied pictures', () => {
  let browser: Browser
  let panel: PanelPage
  let count = 0

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
  })

  async function order(wanted: Partial<PictureOrder> & { source: string }, from = panel): Promise<Picture> {
    const number = ++count
    const usual = { engine: 'mermaid', title: 'Orders', dark: false, format: 'svg', scale: 2, to: 'host' } as const
    await from.say({ type: 'draw', ...usual, ...wanted, order: number })
    // Searched inside the page, because otherwise each poll would transfer all earlier pictures to the test.
    const find = (wanted: number) =>
      (globalThis.seen.messages as FromWebviewMessage[]).find(
        (message) => message.type === 'picture' && message.order === wanted,
      )
    return until('the picture', () => from.page.evaluate(find, number)) as Promise<Picture>
  }
  const svgOf = async (wanted: Parameters<typeof order>[0], from = panel): Promise<string> => {
    const { svg, error } = await order(wanted, from)
    assert.equal(error, undefined, `${wanted.source}: ${error}`)
    return svg ?? ''
  }
  /** Returns the first picture of a source, which several tests read. */
  const firstOf = async (engine: string, source: string): Promise<string> => {
    const svg = firsts.get(source) ?? (await svgOf({ engine, source }))
    firsts.set(source, svg)
    return svg
  }
  const firsts = new Map<string, string>()

  /** Returns what a committed SVG should not contain, as an XML parser reads it. */
  const inspect = (svg: string) =>
    panel.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text.replace(/<style>[^<]*<\/style>/g, ''), 'image/svg+xml')
      const all = [...parsed.querySelectorAll('*')]
      const allowed =
        /^(?:svg|g|defs|title|desc|path|rect|line|circle|ellipse|polygon|polyline|text|tspan|textPath|marker|pattern|clipPath|mask|use|symbol|a|switch|filter|fe\w+|linearGradient|radialGradient|stop)$/
      return {
        root: parsed.documentElement.localName,
        strange: all
          .filter((each) => !/^data:image\/png;base64,[\w+/=]+$/.test(each.getAttribute('xlink:href') ?? ''))
          .map(({ localName }) => localName)
          .filter((name) => !allowed.test(name)),
        attributes: all.flatMap((element) =>
          [...element.attributes]
            .filter(
              ({ name, value }) =>
                /^on|^data-(?:mark|link)$/i.test(name) || /^\s*(?:\w+:)?\/\/|javascript:/i.test(value),
            )
            .map(({ name, value }) => `${name}=${value}`)
            .filter((each) => !/^xmlns/.test(each)),
        ),
        loads: [...text.matchAll(/@import|url\((?!["']?#)[^)]*/gi)].map(String),
      }
    }, svg)

  it('contain only SVG elements and load nothing, for every engine and diagram kind', async () => {
    for (const [engine, source] of everything) {
      const svg = await firstOf(engine, source)
      assert.deepEqual(await inspect(svg), { root: 'svg', strange: [], attributes: [], loads: [] }, source)
    }
    assert.deepEqual(await panel.violations(), [])
    assert.deepEqual(panel.strayRequests, [])
  })

  it('are the same bytes each time, in any order and in a panel with another theme', async () => {
    for (const [engine, source] of everything) await firstOf(engine, source)
    const other = await openPanel(browser, { theme: 'light' })
    for (const [engine, source] of everything.toReversed())
      assert.ok((await svgOf({ engine, source }, other)) === (await firstOf(engine, source)), source)
    await other.close()
  })

  it('have a title, description, background and size, and no HTML in their labels', async () => {
    const svg = await svgOf({ source: flow, title: 'A <b> & "c"', description: 'Two\u0000 steps' })
    assert.match(svg, /<title>A &lt;b&gt; &amp; "c"<\/title><desc>Two steps<\/desc><rect [^>]*fill="#ffffff"\/>/)
    assert.match(svg, /^<svg [^>]*width="\d[\d.]*"[^>]*height="\d[\d.]*"[^>]*role="img"/)
    assert.match(await svgOf({ source: flow, dark: true }), /<rect [^>]*fill="#1b1f24"\/>/)
    assert.doesNotMatch(await svgOf({ source: `%%{init: {"htmlLabels": true}}%%\n${flow}` }), /foreignObject/)
  })

  it('contain formulas as embedded PNGs that are not empty', async () => {
    const sources = {
      'flowchart LR\n  a["$$x^2$$"] -->|"$$\\sqrt{y}$$"| b["mass $$m_0$$ of it"]\n  b --> c[plain]': 4,
      'sequenceDiagram\n  participant A as $$\\alpha$$\n  A->>A: $$\\beta$$ and words\n  Note over A: $$\\gamma$$': 3,
    }
    for (const [source, least] of Object.entries(sources)) {
      const svg = await svgOf({ source })
      assert.deepEqual(await inspect(svg), { root: 'svg', strange: [], attributes: [], loads: [] }, source)
      assert.doesNotMatch(svg, /\$\$|<math/)
      const painted = await panel.page.evaluate(painting, svg)
      assert.ok(painted.length >= least, `${painted.length} pictures of ${least}: ${source}`)
      assert.ok(Math.min(...painted) > 20, `a picture is empty: ${painted}`)
      assert.ok((await svgOf({ source })) === svg, 'the same bytes each time')
    }
    assert.deepEqual(await panel.violations(), [])
  })

  it('contain nothing that an attack in the source tries to insert', async () => {
    const attacks = [
      'flowchart LR\n  a["<img src=x onerror=alert(1)>"] --> b["<script>alert(1)</script>"]',
      'flowchart LR\n  a["</div></foreignObject></svg><img src=https://evil.example/x onerror=alert(1)>"]',
      'flowchart LR\n  a --> b\n  click a href "https://evil.example/x"',
      'flowchart LR\n  a@{ img: "data:image/svg+xml,<svg onload=alert(1)>" }',
      '%%{init: {"themeCSS": "* {background:url(https://evil.example/x)}"}}%%\nflowchart LR\n  a --> b',
      'sequenceDiagram\n  participant A\n  links A: {"x": "javascript:alert(1)", "y": "https://evil.example"}\n  A->>A: hi',
      'flowchart LR\n  a["$$x^2$$"] --> b["`**bold** text`"]',
    ]
    const graphs = ['digraph { a [URL="javascript:alert(1)"]; b [image="https://evil.example/x.png"] }']
    for (const [engine, source] of [
      ...attacks.map((source) => ['mermaid', source] as const),
      ...graphs.map((source) => ['graphviz', source] as const),
    ])
      for (const format of ['svg', 'png'] as const) {
        const { svg, error } = await order({ engine, source, format })
        if (svg === undefined) continue
        const { strange, ...rest } = await inspect(svg)
        assert.deepEqual(rest, { root: 'svg', attributes: [], loads: [] }, source)
        assert.doesNotMatch(strange.join(), /script|img|image|iframe|foreignObject/, `${source} ${error}`)
      }
    assert.deepEqual(panel.strayRequests, [])
  })

  it('become a PNG of the requested scale', async () => {
    const svg = await svgOf({ source: flow })
    const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? []
    for (const scale of [1, 3]) {
      const { png, error } = await order({ source: flow, format: 'png', scale })
      assert.ok(png, error)
      const bytes = Buffer.from(png)
      assert.equal(bytes.toString('latin1', 1, 4), 'PNG')
      assert.equal(bytes.readUInt32BE(16), Math.round(Number(width) * scale))
      assert.equal(bytes.readUInt32BE(20), Math.round(Number(height) * scale))
    }
    assert.deepEqual(await panel.violations(), [])
  })

  it('are copied to the clipboard as an image', async () => {
    await panel.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    assert.deepEqual(Object.keys(await order({ source: flow, format: 'png', to: 'clipboard' })), ['type', 'order'])
    const types = await panel.page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types }) => types),
    )
    assert.deepEqual(types, ['image/png'])
  })

  it('report why they could not be drawn, and leave the cards as they are', async () => {
    await panel.show([flow])
    const failed = order({ source: 'flowchart LR\n  a[open' })
    await panel.settled()
    assert.match((await failed).error ?? '', /\w/)
    assert.match((await order({ engine: 'd2', source: 'a -> b' })).error ?? '', /cannot be drawn here/)
    assert.equal(await panel.page.locator('.card').getAttribute('data-state'), 'drawn')
  })
})
