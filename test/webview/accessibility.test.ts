import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { sharedChromium } from './browser.ts'
import { kinds } from './kinds.ts'
import { openPanel, type PanelPage } from './page.ts'
import { themes } from './themes.ts'

/** The part of axe that we use; it comes into the page as a script. */
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

const broken = 'flowchart LR\n  a[After --> b[End]'

describe('for everybody', () => {
  let browser: Browser

  before(async () => {
    browser = await sharedChromium()
  })

  const serious = async ({ page }: PanelPage) => {
    // The page's policy lets no other script in; the debugger may.
    await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8'))
    return page.evaluate(async () => {
      const { violations } = await axe.run({ iframes: false, resultTypes: ['violations'] })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
    })
  }

  // Both views, but not each in every theme: axe takes seconds.
  for (const theme of Object.keys(themes) as (keyof typeof themes)[])
    for (const mode of theme === 'dark' ? (['all', 'one'] as const) : (['all'] as const))
      it(`axe finds nothing serious in ${theme}, ${mode}`, async () => {
        const panel = await openPanel(browser, { theme, isDrawn: true })
        await panel.show([...Object.values(kinds), broken], { locked: true, mode })
        await panel.settled()
        await panel.page.keyboard.press('Control+f')
        await panel.page.keyboard.type('a')
        assert.deepEqual(await serious(panel), [])
        await panel.close()
      })
})
