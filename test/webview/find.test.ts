import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { openPanel, type PanelPage } from './page.ts'

const source = (kind: string) => kinds[kind] ?? ''

describe('Find in Diagrams', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
    await panel.show([source('flowchart'), source('C4Context'), source('erDiagram'), source('sequenceDiagram')])
    await panel.settled()
  })
  after(async () => {
    await panel.close()
  })

  const box = () => panel.page.getByRole('textbox', { name: 'Find in Diagrams' })
  const said = () => panel.page.locator('.found').innerText()
  /** Returns the highlighted texts, and whether the current one is in view. */
  const marked = () =>
    panel.page.evaluate(() => {
      const ranges = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => range as Range)
      const [current] = ranges('found-current')
      const { top = -1, bottom = -1 } = current?.getBoundingClientRect() ?? {}
      return {
        all: ranges('found').map(String),
        current: current && String(current),
        inSight: top >= 0 && bottom <= window.innerHeight,
      }
    })

  it('opens with Ctrl+F, counts and highlights matches, and wraps around from the last to the first', async () => {
    await panel.page.locator('.card').first().focus()
    await panel.page.keyboard.press('Control+f')
    await box().fill('order')
    assert.equal(await said(), '1 of 5')
    assert.deepEqual(await marked(), {
      all: ['Order', 'Order', 'Order', 'ORDER', 'order'],
      current: 'Order',
      inSight: true,
    })
    for (const expected of ['2 of 5', '3 of 5', '4 of 5', '5 of 5', '1 of 5']) {
      await panel.page.keyboard.press('Enter')
      assert.equal(await said(), expected)
      assert.ok((await marked()).inSight, expected)
    }
    await panel.page.keyboard.press('Shift+Enter')
    assert.equal(await said(), '5 of 5')
  })

  it('finds a phrase that a label breaks across lines', async () => {
    await box().fill('software  SYSTEM]')
    assert.equal(await said(), '1 of 2')
  })

  it('reports when there is no match, and finds matches in diagrams that are drawn later', async () => {
    await box().fill('ledger')
    assert.equal(await said(), 'No results')
    await panel.show([source('flowchart'), 'flowchart LR\n  a[General ledger]'])
    await panel.settled()
    assert.equal(await said(), '1 of 1')
  })

  it('closes with Escape, removes all highlights, and returns the focus to the card', async () => {
    await panel.page.keyboard.press('Escape')
    assert.ok(await box().isHidden())
    assert.deepEqual((await marked()).all, [])
    assert.ok(await panel.page.evaluate(() => document.activeElement?.matches('.card')))
  })

  it('returns the focus to the part of a picture that had it', async () => {
    const focusedPart = () =>
      panel.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim())
    await panel.page.locator('.card .stage [tabindex="0"]').first().focus()
    const before = await focusedPart()
    assert.ok(before)
    await panel.page.keyboard.press('Control+f')
    assert.equal(await focusedPart(), undefined)
    await panel.page.keyboard.press('Escape')
    assert.equal(await focusedPart(), before)
  })

  it('draws the diagrams that are not drawn yet, to search in all of them', async () => {
    const many = Array.from({ length: 110 }, (_, index) => `+-----------+\n| Depot ${100 + index} |\n+-----------+`)
    await panel.show(many.map((art) => ({ engine: 'box-art', source: art })))
    await panel.page.locator('.card[data-state="drawn"]').first().waitFor()
    assert.ok((await panel.page.locator('.card[data-state="drawn"]').count()) < 100)
    await panel.page.locator('.card').first().focus()
    await panel.page.keyboard.press('Control+f')
    await box().fill('Depot 209')
    await panel.page.locator('.found', { hasText: '1 of 1' }).waitFor()
    await panel.page.keyboard.press('Escape')
  })
})
