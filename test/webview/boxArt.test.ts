import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { elementsOf } from '../../src/core/diagrams/elements.ts'
import { syntax } from '../../src/diagrams/box-art.ts'
import { sharedChromium } from './browser.ts'
import { openPanel } from './page.ts'

const drawing = `
+---------+        +-----------+
| <Shop>  |--pays->| Warehouse |
+---------+        +-----------+
`

describe('Box art in the panel', () => {
  let browser: Browser
  before(async () => {
    browser = await sharedChromium()
  })

  it('is drawn as shapes, and a click on one opens its source', async () => {
    const graph = syntax.graphOf?.(drawing)
    assert(graph)
    const panel = await openPanel(browser)
    await panel.show([{ engine: 'box-art', source: drawing, elements: elementsOf(graph) }])
    await panel.settled()
    const { page } = panel
    assert.deepEqual(await page.locator('.card text').allTextContents(), ['<Shop>', 'Warehouse', 'pays'])
    assert.equal(await page.locator('.card [data-mark^=n] rect').count(), 2)
    await page.locator('.card [data-mark=n1]').click()
    const jump = (await panel.messages()).find(({ type }) => type === 'openSource')
    assert.equal(jump && 'mark' in jump && jump.mark, 'n1')
    assert.deepEqual([await panel.violations(), panel.strayRequests], [[], []])
    await panel.close()
  })
})
