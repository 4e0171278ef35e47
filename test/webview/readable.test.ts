import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import type { DiagramCard } from '../../src/core/diagrams/protocol.ts'
import { contrast } from '../../src/diagrams/drawn/colors.ts'
import { sharedChromium } from './browser.ts'
import { openPanel, type PanelPage } from './page.ts'
import { themes } from './themes.ts'

/** Text on the author's own colours, pale and dark, in every way that a notation can set them. */
const colored: Readonly<Record<string, Partial<DiagramCard> & { readonly source: string }>> = {
  classDef: {
    source: `flowchart LR
  classDef pale fill:#fdd,stroke:#333
  classDef night fill:#012
  a[Pale]:::pale -->|on the way| b[Night]:::night
  subgraph g [Group]
    c{Choice}
  end
  style g fill:#ffd
  style c fill:navy`,
  },
  'a state and a class': { source: 'stateDiagram-v2\n  classDef hot fill:#fee\n  [*] --> Warm:::hot\n  Warm --> Cold' },
  'a rectangle of a sequence': {
    source: `sequenceDiagram
  box rgb(255, 240, 200) The team
    participant A
    participant B
  end
  rect rgb(255, 220, 220)
    A->>B: pale
    Note over A,B: noted
    rect rgb(0, 0, 60)
      B-->>A: dark
    end
  end`,
  },
  'variables of a theme': {
    source: `%%{init: {"themeVariables": {"primaryColor": "#ffe0e0"}}}%%\nflowchart LR\n  a[One] --> b[Two]`,
  },
  'a theme of its own': {
    source: `%%{init: {"theme": "forest"}}%%\nflowchart LR\n  a[One] --> b[Two]\n  style a fill:#020`,
  },
  Graphviz: {
    engine: 'graphviz',
    source: `digraph {
  subgraph cluster_a { bgcolor=navy; label=Dark; x [label="on the cluster"] }
  a [style=filled fillcolor=black label="on black"]
  b [style=filled fillcolor=lightyellow label="on yellow"]
  a -> b [label=way]
}`,
  },
  PlantUML: {
    engine: 'plantuml',
    source: '@startuml\nparticipant Dark #navy\nparticipant Pale #lightyellow\nDark -> Pale : hi\n@enduml',
  },
}

/** Returns the texts of each drawing with their colour and the colours under them, determined unlike in our code. */
const wordsIn = ({ page }: PanelPage) =>
  page.locator('.stage').evaluateAll((stages) =>
    stages.map((stage) => {
      const root = stage.shadowRoot
      const walker = document.createTreeWalker(root ?? stage, NodeFilter.SHOW_TEXT)
      const found: { words: string; color: string; under: string[] }[] = []
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(text)
        const { x, y, width, height } = range.getBoundingClientRect()
        const element = text.parentElement
        if (!element || width === 0 || !text.textContent?.trim()) continue
        const colorOf = (each: Element) => {
          const style = getComputedStyle(each)
          return each instanceof SVGElement ? style.fill : style.backgroundColor
        }
        // The label of an arrow may extend beyond the shape under it, so its centre is used.
        const stack = root?.elementsFromPoint(x + width / 2, y + height / 2) ?? []
        const own = getComputedStyle(element)
        const under = stack
          .filter(
            (each) => each !== element && !/^(?:text|tspan|g|svg|foreignObject|line|polyline)$/.test(each.localName),
          )
          .map(colorOf)
        found.push({
          words: text.textContent.trim(),
          color: element instanceof SVGElement ? own.fill : own.color,
          under: [...under, getComputedStyle(document.body).backgroundColor],
        })
      }
      return found
    }),
  )

const toHex = (color: string): string | undefined => {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (/\(([\d., ]+)\)/.exec(color)?.[1] ?? '').split(',').map(Number)
  const hex = (value: number) => value.toString(16).padStart(2, '0')
  return /^rgb/.test(color) && opacity > 0.9 ? `#${hex(red)}${hex(green)}${hex(blue)}` : undefined
}

describe('text on the author’s own colours', () => {
  let browser: Browser

  before(async () => {
    browser = await sharedChromium()
  })

  it('has enough contrast in every theme', async () => {
    const panel = await openPanel(browser)
    after(() => panel.close())
    await panel.page.setViewportSize({ width: 1200, height: 4000 })
    await panel.show(Object.values(colored))
    for (const [name, theme] of Object.entries(themes)) {
      await panel.page.evaluate((next) => globalThis.setTheme(next), theme)
      await panel.settled()
      const unread = (await wordsIn(panel)).flatMap((words, index) =>
        words.flatMap(({ words: said, color, under }) => {
          const ground = under.map(toHex).find((each) => each !== undefined)
          const seen = contrast(toHex(color) ?? '#808080', ground ?? '#808080')
          return seen < 4.5 ? [`${Object.keys(colored)[index]}: ${said}, ${color} on ${ground}`] : []
        }),
      )
      assert.deepEqual(unread, [], name)
    }
    assert.deepEqual(await panel.violations(), [])
  })

  it('keeps a text colour that the author set', async () => {
    const panel = await openPanel(browser)
    after(() => panel.close())
    await panel.show([
      'flowchart LR\n  a[Words]\n  style a fill:#f96,color:#fff',
      { engine: 'graphviz', source: 'digraph { a [label=Words style=filled fillcolor=orange fontcolor=white] }' },
    ])
    await panel.settled()
    const colors = (await wordsIn(panel)).map((words) => words.find(({ words: said }) => said === 'Words')?.color)
    assert.deepEqual(colors, ['rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
  })
})
