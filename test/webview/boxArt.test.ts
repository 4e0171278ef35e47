import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { partsOf } from '../../src/core/diagrams/parts.ts'
import { syntax } from '../../src/diagrams/box-art.ts'
import { launchChromium } from '../harness/chromium.ts'
import { openPanel } from './page.ts'

const drawing = `
+---------+        +-----------+
| <Shop>  |--pays->| Warehouse |
+---------+        +-----------+
`

describe('Box art in the panel', () => {
  let browser: Browser
  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  it('is drawn as shapes whose parts lead to their words', async () => {
    const graph = syntax.graphOf?.(drawing)
    assert(graph)
    const panel = await openPanel(browser)
    await panel.show([{ engine: 'box-art', source: drawing, parts: partsOf(graph) }])
    await panel.settled()
    const { page } = panel
    assert.deepEqual(await page.locator('.card text').allTextContents(), ['<Shop>', 'Warehouse', 'pays'])
    assert.equal(await page.locator('.card [data-part^=n] rect').count(), 2)
    await page.locator('.card [data-part=n1]').click()
    const jump = (await panel.messages()).find(({ type }) => type === 'openSource')
    assert.equal(jump && 'part' in jump && jump.part, 'n1')
    assert.deepEqual([await panel.violations(), panel.strayRequests], [[], []])
    await panel.close()
  })
})
