import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { until } from '../harness/until.ts'
import { sharedChromium } from './browser.ts'
import { hanging } from './hanging.ts'
import { openPanel, type PanelPage } from './page.ts'

describe('a diagram that takes forever leaves the panel responsive and its neighbours drawn', () => {
  let browser: Browser
  let panel: PanelPage

  before(async () => {
    browser = await sharedChromium()
    panel = await openPanel(browser)
  })
  after(async () => {
    await panel.close()
  })

  for (const [name, source] of Object.entries(hanging))
    it(name, async (t) => {
      const others = [`flowchart LR\n  before --> n${source.length}`, `flowchart LR\n  behind --> n${source.length}`]
      await panel.page.evaluate(() => {
        seen.longestStall = 0
      })
      await panel.show([others[0] ?? '', source, others[1] ?? ''])
      // The panel reacts to input meanwhile. A key is used, as a new drawing could move the card away from the mouse.
      const earlier = (await panel.messages()).length
      await panel.page
        .locator('.card')
        .last()
        .getByRole('button', { name: /^Go to Source/ })
        .press('Enter')
      await until('the key to arrive', async () =>
        (await panel.messages()).slice(earlier).some(({ type }) => type === 'openSource'),
      )
      await panel.settled([1])
      const states = await panel.page.locator('.card').evaluateAll((all) => all.map((card) => card.dataset['state']))
      assert.deepEqual([states[0], states[2]], ['drawn', 'drawn'])
      assert.deepEqual(panel.strayRequests, [])
      const stall = await panel.page.evaluate(() => seen.longestStall)
      t.diagnostic(`${name}: ${states[1]}; the panel's page stood still for at most ${stall.toFixed(0)} ms`)
    })
})
