import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import type { PanelView } from '../../src/core/diagrams/protocol.ts'
import { sharedChromium } from './browser.ts'
import { cards, openPanel, type PanelOptions, type PanelPage } from './page.ts'

const flow = (label: string) => `flowchart LR\n  a[${label}] --> b[End]`
const one: PanelView = { locked: false, mode: 'one' }
const three = [flow('One'), flow('Two'), flow('Three')]

describe('views of the panel', () => {
  let browser: Browser
  const open: PanelPage[] = []

  before(async () => {
    browser = await sharedChromium()
  })
  after(async () => {
    for (const panel of open) await panel.close()
  })

  async function panelWith(sources: readonly string[], view?: PanelView, options?: PanelOptions): Promise<PanelPage> {
    const panel = await openPanel(browser, options)
    open.push(panel)
    await panel.show(sources, view)
    await panel.settled()
    return panel
  }

  /** Returns the indexes of the visible cards, from 0. */
  const inSight = ({ page }: PanelPage) =>
    page.locator('.card').evaluateAll((all) =>
      all.flatMap((card, index) => {
        const { top, bottom, height } = card.getBoundingClientRect()
        return height > 0 && top < window.innerHeight && bottom > 0 ? [index] : []
      }),
    )
  const cursorIn = async (panel: PanelPage, source: string, of = three) => {
    const card = cards(of).find((each) => each.source === source)
    await panel.say({ type: 'cursor', ...(card && { id: card.id }) })
  }

  it('shows another document from its top with its own drawings, and the first where the reader left it', async () => {
    const sources = Array.from({ length: 8 }, (_, index) => flow(`Card ${index}`))
    const panel = await panelWith(sources)
    const scroll = () => panel.page.evaluate(() => window.scrollY)
    await panel.page.evaluate(() => window.scrollTo(0, 200))
    const other = { name: 'other.md', uri: 'file:///other.md' }
    const view = { locked: false, mode: 'all' } as const
    const broken = 'flowchart LR\n  a[Other --> b'
    const others = [broken, ...sources.map((source) => source.replace('Card', 'Other'))]
    await panel.say({ type: 'update', document: other, diagrams: cards(others), view })
    const pictures = await panel.page
      .locator('.stage')
      .evaluateAll((all) => all.map((stage) => stage.shadowRoot?.querySelector('svg')?.textContent ?? '').join(' '))
    assert.doesNotMatch(pictures, /Card/)
    assert.equal(await scroll(), 0)
    await panel.settled()
    assert.equal(await panel.page.locator('.card').first().getAttribute('data-empty'), '')
    await panel.show(sources)
    assert.equal(await scroll(), 200)
  })

  it('keeps drawings and scroll position when the document is renamed', async () => {
    const sources = Array.from({ length: 8 }, (_, index) => flow(`Card ${index}`))
    const panel = await panelWith(sources)
    await panel.page.evaluate(() => window.scrollTo(0, 200))
    await panel.drawn()
    const document = { name: 'new.md', uri: 'file:///new.md', was: 'file:///document.md' }
    const view = { locked: true, mode: 'all' } as const
    await panel.say({ type: 'update', document, diagrams: cards(sources), view })
    await panel.settled()
    assert.deepEqual(await panel.drawn(), [])
    assert.equal(await panel.page.evaluate(() => window.scrollY), 200)
    assert.equal(await panel.page.locator('h1').innerText(), 'new.md')
  })

  it('fills the panel with the diagram under the cursor in mode “one”', async () => {
    const panel = await panelWith(three, one)
    assert.deepEqual(await inSight(panel), [0])
    await cursorIn(panel, flow('Three'))
    assert.deepEqual(await inSight(panel), [2])
    assert.equal(await panel.page.locator('.count').innerText(), '3 of 3')
    const height = await panel.page.evaluate(() => {
      const card = document.querySelector('.card[data-current]')?.getBoundingClientRect()
      return [card?.bottom, document.documentElement.scrollHeight]
    })
    assert.deepEqual(height, [900, 900])

    await cursorIn(panel, '')
    assert.deepEqual(await inSight(panel), [2], 'it stays while the cursor is elsewhere')
    await panel.page.getByRole('button', { name: 'Next Diagram' }).click()
    assert.deepEqual(await inSight(panel), [0])

    await panel.show([flow('New'), ...three], one)
    await panel.settled()
    assert.deepEqual(await inSight(panel), [1], 'it is the same one after a diagram came before it')
  })

  it('requests another view from its host, and applies the view that the host sends', async () => {
    const panel = await panelWith(three)
    assert.deepEqual(await inSight(panel), [0, 1, 2])
    const { page } = panel
    await page.getByRole('button', { name: 'Only the Diagram Under the Cursor' }).click()
    await page.getByRole('button', { name: 'Lock to This Document' }).click()
    assert.deepEqual(await panel.messages(), [
      { type: 'ready' },
      { type: 'setView', view: one },
      { type: 'setView', view: { locked: true, mode: 'all' } },
    ])
    await panel.say({ type: 'view', view: one })
    assert.deepEqual(await inSight(panel), [0])
    await panel.say({ type: 'view', view: { locked: true, mode: 'all' } })
    assert.deepEqual(await inSight(panel), [0, 1, 2])
    assert.ok(await page.getByRole('button', { name: 'Lock to This Document', pressed: true }).isVisible())
  })

  it('scrolls to the card under the cursor once, and not again after the reader scrolls away', async () => {
    const many = Array.from({ length: 12 }, (_, index) => flow(`Step ${index}`))
    const panel = await panelWith(many)
    await cursorIn(panel, flow('Step 9'), many)
    assert.ok((await inSight(panel)).includes(9))
    await panel.page.evaluate(() => window.scrollTo(0, 0))
    const edited = many.with(9, flow('Step nine'))
    await panel.show(edited)
    await cursorIn(panel, flow('Step nine'), edited)
    await panel.settled()
    assert.equal(await panel.page.evaluate(() => window.scrollY), 0)
  })

  it('draws and animates only those of a thousand diagrams that come into view', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => flow(`Part ${index + 1}`))
    const panel = await openPanel(browser)
    open.push(panel)
    const { page } = panel
    await panel.show(many)
    await page.locator('.card[data-state="drawn"]').first().waitFor()
    assert.ok((await page.evaluate(() => document.getAnimations().length)) < 20)
    await cursorIn(panel, flow('Part 1000'), many)
    await page.locator('.card[data-state="drawn"]', { hasText: 'Part 1000' }).waitFor()
    assert.ok((await page.locator('.card[data-state="drawn"]').count()) < 50)
  })

  it('restores the current card, zoom and scroll position from its saved state', async () => {
    const panel = await panelWith(three, { locked: true, mode: 'one' })
    await cursorIn(panel, flow('Two'))
    const { page } = panel
    await page.locator('.card[data-current]').focus()
    for (let press = 0; press < 8; press++) await page.keyboard.press('+')
    await page.keyboard.press('ArrowRight')
    const shape = (each: PanelPage) =>
      each.page.locator('.card[data-current] .stage').evaluate((host) => {
        const { width = 0 } = host.shadowRoot?.querySelector('svg')?.getBoundingClientRect() ?? {}
        return { width: Math.round(width), left: host.scrollLeft, top: host.scrollTop }
      })
    const before = await shape(panel)
    assert.ok(before.left > 0)
    await page.waitForTimeout(500)
    const state = await page.evaluate(() => globalThis.seen.state)

    const again = await panelWith(three, { locked: true, mode: 'one' }, { state })
    assert.deepEqual(await inSight(again), [1])
    assert.deepEqual(await shape(again), before)
    await again.page.waitForTimeout(500)
    assert.deepEqual(await again.page.evaluate(() => globalThis.seen.state), state)
  })
})
