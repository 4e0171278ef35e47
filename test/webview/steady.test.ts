import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { until } from '../harness/until.ts'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { openPanel, type PanelPage } from './page.ts'
import { themes } from './themes.ts'

const flow = (label: string) => `flowchart TB\n  a[${label}] --> b[Middle] --> c[End]`
const many = Array.from({ length: 15 }, (_, index) => flow(`Step ${index}`))

describe('stable layout of the panel', () => {
  let browser: Browser
  const open: PanelPage[] = []

  before(async () => {
    browser = await sharedChromium()
  })
  after(async () => {
    for (const panel of open) await panel.close()
  })

  async function panelWith(...args: Parameters<PanelPage['show']>): Promise<PanelPage> {
    const panel = await openPanel(browser)
    open.push(panel)
    await panel.show(...args)
    return panel
  }
  const top = ({ page }: PanelPage, index: number) =>
    page
      .locator('.card')
      .nth(index)
      .evaluate((card) => Math.round(card.getBoundingClientRect().top))
  /** Records the height of the first stage in each animation frame from now on. */
  const watchHeights = ({ page }: PanelPage) =>
    page
      .locator('.stage')
      .first()
      .evaluate((stage) => {
        const heights = new Set<number>()
        const look = () => {
          heights.add(Math.round(stage.getBoundingClientRect().height))
          requestAnimationFrame(look)
        }
        look()
        Object.assign(globalThis, { heights })
      })
  const heights = ({ page }: PanelPage) =>
    page.evaluate(() => [...(globalThis as unknown as { heights: Set<number> }).heights])

  it('draws the cards in view before the others', async () => {
    const panel = await panelWith([])
    // Scrolls as soon as the cards are there, before a fast panel has drawn the first of them.
    await panel.page.evaluate(() => {
      const scroll = () => document.querySelectorAll('.card')[10]?.scrollIntoView()
      window.addEventListener('message', scroll, { once: true })
    })
    await panel.show(many)
    await panel.settled()
    const drawn = await panel.drawn()
    assert.equal(drawn.length, many.length)
    const place = (index: number) => drawn.indexOf(many[index] ?? '')
    assert.ok(place(10) < place(6), `card 10 came as ${place(10)}, card 6 as ${place(6)}`)
  })

  it('keeps the card in view in place while a card above shrinks or a new one is inserted', async () => {
    const panel = await panelWith(many)
    await panel.settled()
    await panel.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2))
    await panel.page.waitForTimeout(100)
    const view = await panel.page
      .locator('.card')
      .evaluateAll((all) => all.findIndex((card) => card.getBoundingClientRect().top > 60))
    const before = await top(panel, view)
    await panel.show(many.with(1, 'flowchart LR\n  a --> b'))
    await panel.settled()
    await panel.page.waitForTimeout(100)
    assert.ok(Math.abs((await top(panel, view)) - before) <= 1, 'a drawing above became smaller')
    await panel.show([kinds['sequenceDiagram'] ?? '', ...many.with(1, 'flowchart LR\n  a --> b')])
    await panel.settled()
    await panel.page.waitForTimeout(100)
    assert.ok(Math.abs((await top(panel, view + 1)) - before) <= 1, 'a card came above')
  })

  it('keeps the height of a card between two drawings, even if the source is invalid in between', async () => {
    const panel = await panelWith([flow('Before')])
    await panel.settled()
    await watchHeights(panel)
    for (const source of [flow('Broken]'), flow('Still broken]]'), flow('After')]) {
      await panel.show([source])
      await panel.settled()
    }
    await panel.page.waitForTimeout(100)
    assert.equal((await heights(panel)).length, 1)
  })

  it('keeps showing the old drawing, dimmed, while the source is invalid', async () => {
    const panel = await panelWith([flow('Before')])
    await panel.settled()
    const opacity = () => panel.page.locator('.stage').evaluate((stage) => Number(getComputedStyle(stage).opacity))
    assert.equal(await opacity(), 1)
    await panel.show([flow('Broken]')])
    await panel.settled()
    assert.ok((await opacity()) < 1)
    assert.match(await panel.page.locator('.stage').evaluate((stage) => stage.shadowRoot?.textContent ?? ''), /Before/)
  })

  for (const theme of ['light', 'highContrast'] as const)
    it(`${theme}: redraws after a change of theme without changing the height of the card`, async () => {
      const panel = await panelWith([flow('One'), flow('Two')])
      await panel.settled()
      await panel.drawn()
      await watchHeights(panel)
      await panel.page.evaluate((next) => setTheme(next), themes[theme])
      // Polled from outside, because polling inside the page would depend on its animation frames.
      const asked = () => panel.page.evaluate(() => globalThis.seen.drawn)
      await until('both to be drawn again', async () => (await asked()).length >= 2, asked)
      await panel.settled()
      assert.equal((await heights(panel)).length, 1)
    })
})
