import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { openPanel, type PanelPage } from './page.ts'

const chain = (count: number) =>
  `flowchart LR\n${Array.from({ length: count }, (_, index) => `  n${index}[Step ${index}] --> n${index + 1}[Step ${index + 1}]`).join('\n')}`

describe('the size of drawings and their text', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
  })
  after(() => panel.close())

  /** Measures the first drawing: the font size on the screen, and the sizes of the drawing and its stage. */
  const measure = () =>
    panel.page.locator('.stage').evaluateAll(([stage]) => {
      const svg = stage?.shadowRoot?.querySelector('svg')
      const words = svg?.querySelector('foreignObject p, text')
      const scale = (svg?.getBoundingClientRect().width ?? 0) / (svg?.viewBox.baseVal.width ?? 1)
      return {
        letter: scale * Number.parseFloat(words ? getComputedStyle(words).fontSize : '0'),
        width: svg?.getBoundingClientRect().width ?? 0,
        place: stage?.clientWidth ?? 0,
        height: stage?.clientHeight ?? 0,
        canScroll: stage !== undefined && stage.scrollWidth > stage.clientWidth && getComputedStyle(stage).overflowX,
      }
    })

  it('a wide drawing scrolls and keeps its text at 10 pixels, and Fit toggles between that and all of it', async () => {
    await panel.show([chain(20)])
    await panel.settled()
    const before = await measure()
    assert.ok(Math.abs(before.letter - 10) < 0.2, `${before.letter} px`)
    assert.equal(before.canScroll, 'auto')
    const fit = panel.page.getByRole('button', { name: 'Fit' })
    await panel.page.locator('.card').hover()
    await fit.click()
    const whole = await measure()
    assert.ok(whole.width <= whole.place && whole.letter < 10)
    await fit.click()
    assert.ok(Math.abs((await measure()).letter - 10) < 0.2)
  })

  it('a drawing that fits has its natural size, and one that is slightly too wide is scaled down', async () => {
    await panel.show([chain(2)])
    await panel.settled()
    const small = await measure()
    assert.ok(Math.abs(small.letter - 14) < 0.1 && !small.canScroll)
    await panel.show([chain(3)])
    await panel.settled()
    const shrunk = await measure()
    assert.ok(shrunk.letter < 14 && shrunk.letter > 10, `${shrunk.letter} px`)
    assert.ok(!shrunk.canScroll && shrunk.width < shrunk.place)
  })

  it('a wide drawing that is shown alone scrolls too, also with the arrow keys', async () => {
    await panel.show([chain(20)], { locked: false, mode: 'one' })
    await panel.settled()
    const { letter, canScroll } = await measure()
    assert.ok(Math.abs(letter - 10) < 0.2)
    assert.equal(canScroll, 'auto')
    await panel.page.locator('.card').focus()
    await panel.page.keyboard.press('ArrowRight')
    assert.ok((await panel.page.locator('.stage').evaluate((stage) => stage.scrollLeft)) > 0)
  })

  it('the title stays readable in a narrow panel, even while the toolbar of its card is visible', async () => {
    await panel.page.setViewportSize({ width: 300, height: 700 })
    await panel.show([{ source: chain(2), title: 'Architecture of the orders' }])
    await panel.settled()
    const width = () => panel.page.locator('.card h2').evaluate((title) => title.clientWidth)
    const before = await width()
    await panel.page.locator('.card').hover()
    await panel.page.getByRole('button', { name: 'Zoom In' }).waitFor()
    assert.equal(await width(), before)
    assert.ok(before > 150, `${before} px`)
    await panel.page.getByRole('button', { name: 'Zoom In' }).click()
    await panel.page.setViewportSize({ width: 760, height: 900 })
  })

  it('text in Graphviz drawings stays within its box if the font is wider than Graphviz assumed', async () => {
    // Graphviz measures an unknown font as Times, in which these letters are narrow.
    const label = 'illicit will'
    const source = `digraph { a [shape=box fontname=monospace label="${label}"]; a -> b [fontname=monospace label="${label}"] }`
    await panel.show([{ engine: 'graphviz', source }])
    await panel.settled()
    const [box, words, onEdge, natural] = await panel.page.locator('.stage').evaluate((stage, label) => {
      const root = stage.shadowRoot
      const text = root?.querySelector('.node text')
      const widths = [root?.querySelector('.node polygon'), text, root?.querySelector('.edge text')].map(
        (element) => element?.getBoundingClientRect().width ?? 0,
      )
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      if (canvas) canvas.font = '14px monospace'
      return [...widths, canvas?.measureText(label).width ?? 0]
    }, label)
    assert.ok(box && words && onEdge && natural)
    assert.ok(natural > box, 'they would not fit')
    assert.ok(words < box && onEdge < box, `${words} and ${onEdge} in ${box}`)
  })

  it('a question mark toggles the list of keys, but is typed as text in an input', async () => {
    const keys = panel.page.getByRole('dialog', { name: 'Keys' })
    await panel.page.locator('.card').focus()
    await panel.page.keyboard.press('?')
    assert.ok(await keys.isVisible())
    assert.ok(await keys.getByText('Show these keys').isVisible())
    await panel.page.keyboard.press('?')
    assert.ok(await keys.isHidden())
    await panel.page.keyboard.press('Control+f')
    await panel.page.keyboard.press('?')
    assert.ok(await keys.isHidden())
    assert.equal(await panel.page.locator('.find input').inputValue(), '?')
    await panel.page.keyboard.press('Escape')
  })
})
